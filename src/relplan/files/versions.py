"""A plan as the commits of a time left it: whole, or only the dates in it."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from relplan.clock import civil_date
from relplan.files.document import document_of
from relplan.files.history import History
from relplan.files.trails import Step

if TYPE_CHECKING:
    from relplan.model.plan import Plan


def plans_since(past: History, since: date) -> tuple[list[tuple[date, "Plan | None"]], list[str]]:
    """The plan at `since` and after each later commit, oldest first; and the unreadable, named.

    A version that cannot be read is left out, and None stands for a plan that did not exist.
    """
    from relplan.files.validate import validate
    from relplan.model.plan import Plan

    later = [version for version in past.versions if version.day >= since]
    before = past.versions[len(later) : len(later) + 1]
    plans: list[tuple[date, Plan | None]] = []
    unread: list[str] = []
    for version in reversed([*later, *before]):
        if version.content is None:
            plans.append((version.day, None))
            continue
        document, troubles = document_of(version.path, version.content)
        value = None if troubles or document.root is None else validate(document, Plan)[0]
        if value is None:
            unread.append(f"{version.path} at {version.commit[:10]} cannot be read and is left out")
        else:
            plans.append((version.day, value))
    return plans, unread


Dates = Mapping[str, date | None]
_DATE = re.compile(rb"\d{4}-\d\d-\d\d")
_DATED = re.compile(rb"^(?:goals|steps|win):.*?(?=^[^\s#]|\Z)", re.MULTILINE | re.DOTALL)
"""The parts of a plan with dates that are followed: where they can be read alone, nothing else is."""


class Dated(NamedTuple):
    """The dates before and after each step that moved one, and the commits that cannot be read."""

    steps: list[tuple[Dates, Dates]]
    unread: list[str]


def dated(steps: Iterable[Step]) -> Dated:
    """How the dates of a plan's items went from step to step, without reading more than that.

    A version that cannot be read is passed over: the one before it stands in for it.
    """
    found = Dated([], [])
    instead: dict[bytes, bytes] = {}
    read = cache(dates_of)
    for step in steps:
        was = instead.get(step.was, step.was) if step.was is not None else None
        if was is None or step.now is None or _DATE.findall(was) == _DATE.findall(step.now):
            continue
        before, after = read(was), read(step.now)
        if after is None:
            found.unread.append(step.commit.id)
            instead[step.now] = was
        elif before is not None:
            found.steps.append((before, after))
    return found


def dates_of(raw: bytes) -> Dates | None:
    """The date of each goal, initiative and step by its place; None when that cannot be read."""
    plain = _plain(b"".join(_DATED.findall(raw))) or _plain(raw)
    if plain is None:
        return None
    found = {"win": _by(plain.get("win"))} if "win" in plain else {}
    found |= {f"steps.{id_}": _by(one) for id_, one in _entries(plain.get("steps"))}
    for goal_id, goal in _entries(plain.get("goals")):
        found[f"goals.{goal_id}"] = _by(goal)
        for id_, one in _entries(goal.get("initiatives") if isinstance(goal, dict) else None):
            found[f"goals.{goal_id}.initiatives.{id_}"] = _by(one)
    return found


def _plain(raw: bytes) -> dict[str, Any] | None:
    document, troubles = document_of("", raw)
    plain = document.root.plain() if document.root and not troubles else None
    return plain if isinstance(plain, dict) else None


def _entries(value: Any) -> Iterable[tuple[Any, Any]]:
    return value.items() if isinstance(value, dict) else ()


def _by(entry: Any) -> date | None:
    text = entry.get("by") if isinstance(entry, dict) else None
    try:
        return civil_date(text) if isinstance(text, str) else None
    except ValueError:
        return None
