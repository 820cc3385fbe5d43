"""Tidying of a YAML text: whole lines moved or indented anew, proven, or refused."""

from relplan.files.tidy.engine import TidyRefused, Wish, tidy

__all__ = ["TidyRefused", "Wish", "tidy"]
