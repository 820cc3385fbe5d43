"""Edits of a YAML text that change one value and no other byte."""

from relplan.files.edit.engine import (
    add_entry,
    append_item,
    remove,
    rename_key,
    respell,
    set_value,
)
from relplan.files.edit.refused import EditRefused
from relplan.files.edit.renaming import Word

__all__ = [
    "EditRefused",
    "Word",
    "add_entry",
    "append_item",
    "remove",
    "rename_key",
    "respell",
    "set_value",
]
