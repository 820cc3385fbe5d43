"""The review pack as plain values: every number and phrase is made here, templates lay out."""

from relplan.reports.pack.build import build
from relplan.reports.pack.shape import Pack

__all__ = ["Pack", "build"]
