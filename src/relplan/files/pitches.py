"""Pitches and versions, written into a campaign's file."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from relplan.errors import Refused
from relplan.files.put import deepest, put

if TYPE_CHECKING:
    from relplan.files.draft import Draft
    from relplan.files.edit.render import Value


def begin_pitch(draft: "Draft", path: str, fields: Mapping[str, "Value"]) -> None:
    """Add a pitch at the end of the list; the list is begun where there is none."""
    at, node = deepest(draft, path, ("pitches",))
    if at and node is not None and node.plain():
        draft.append_item(path, ("pitches",), dict(fields))
    else:
        put(draft, path, ("pitches",), [dict(fields)])


def answer_pitch(draft: "Draft", path: str, index: int, outcome: str, feedback: str | None) -> None:
    """Give a pitch its outcome, and what was said; without feedback what is written stays."""
    put(draft, path, ("pitches", index, "outcome"), outcome)
    if feedback is not None:
        put(draft, path, ("pitches", index, "feedback"), feedback)


def add_version(draft: "Draft", path: str, on: date, text: str) -> None:
    """Add a version under its day; Refused when that day has one."""
    where = ("versions", on.isoformat())
    at, node = deepest(draft, path, where)
    if at == where and node is not None:
        raise Refused(
            f"{path} has a version of {on} already: {node.plain()!r}; put both into one sentence"
            " there, or give another day with --date; nothing was written"
        )
    put(draft, path, where, text)
