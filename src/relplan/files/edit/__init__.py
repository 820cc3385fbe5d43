"""Edits of a YAML text that change one value and no other byte."""

from relplan.files.edit.engine import add_entry, append_item, remove, set_value
from relplan.files.edit.refused import EditRefused

__all__ = ["EditRefused", "add_entry", "append_item", "remove", "set_value"]
