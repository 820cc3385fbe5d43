"""The partners' one page over all clients, as plain values: templates lay it out."""

from relplan.reports.summary.build import build
from relplan.reports.summary.shape import Summary

__all__ = ["Summary", "build"]
