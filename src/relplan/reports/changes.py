"""What changed in clients as text: by heading for a reader, JSON for a program."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from relplan.analysis.change import Change
from relplan.analysis.state import listed
from relplan.clock import spoken
from relplan.reports.change_words import SECTIONS, Words, sentence
from relplan.reports.layout import wrap
from relplan.reports.safe import safe
from relplan.rules.comparison import Compared, Comparison, Since

_SHORT = 10


def as_plain(found: Comparison, since: Since, words: Words, columns: int | None = None) -> str:
    """Each client with its changes by heading; those without any on one line at the end.

    `columns` is the width of a terminal; without it nothing is wrapped.
    """
    news = [one for one in found.clients if one.changes or one.begun in ("new", "gone")]
    blocks = ["\n".join(_lines(one, since, words, columns)) for one in news]
    same = [one.name for one in found.clients if one not in news]
    if same:
        said = f"No change: {safe(listed(same, most=len(same)))}"
        if len(found.clients) == 1:
            said = f"{_heading(found.clients[0], since, words)}\n  no change"
        blocks.append("\n".join(wrap(said, columns)) if columns and "\n" not in said else said)
    return "\n\n".join(blocks or ["No client to compare."]) + "\n"


def sectioned(changes: Sequence[Change]) -> Iterator[tuple[str, list[Change]]]:
    """The changes under their headings, in the order of a report."""
    for section, kinds in SECTIONS.items():
        mine = [one for one in changes if one.kind in kinds]
        if mine:
            steps = section == "initiatives" and all(one.item.startswith("steps.") for one in mine)
            title = "steps" if steps else section
            yield title, sorted(mine, key=lambda one: kinds.index(one.kind))


def compared_with(one: Compared, words: Words) -> str:
    """What a client was compared with, as the end of a sentence that begins a line."""
    if one.start is None:
        return "by the dates in the plan alone: git has no older state of it here"
    day, commit = spoken(one.start.day, words.today), one.start.id[:_SHORT]
    if one.begun == "new":
        return f"the plan is new: first committed on {day}, and compared with that"
    if one.begun == "gone":
        return f"the plan was removed on {day} ({commit})"
    if one.begun == "first":
        return f"history begins on {day}, and that state is compared with ({commit})"
    return f"compared with the plan as committed on {day} ({commit})"


def since_words(one: Compared, since: Since, words: Words) -> str:
    """Since when: a review, a day, or a commit."""
    if since.commit:
        return f"since {since.named}"
    if since.day:
        return f"since {spoken(since.day, words.today)}"
    day = spoken(one.begin, words.today)
    return f"since the review of {day}" if one.reviewed else f"since {day}; no review is held"


def as_json(found: Comparison, words: Words) -> str:
    """The same for a program: version 1, every change with its fields and its sentence."""
    value = {
        "version": 1,
        "today": words.today.isoformat(),
        "clients": [_client(one, words) for one in found.clients],
        "notes": list(found.notes),
    }
    return json.dumps(value, indent=2, sort_keys=True) + "\n"


def _client(one: Compared, words: Words) -> dict[str, Any]:
    start = one.start
    return {
        "id": one.id,
        "name": one.name,
        "owner": one.owner,
        "since": one.begin.isoformat(),
        "reviewed": one.reviewed,
        "begun": one.begun or None,
        "commit": start.id if start else None,
        "committed": start.day.isoformat() if start else None,
        "changes": [
            {**change._asdict(), "text": sentence(change, words)} for change in one.changes
        ],
    }


def _heading(one: Compared, since: Since, words: Words) -> str:
    if one.begun == "gone":
        return safe(one.name)
    return f"{safe(one.name)}, {safe(since_words(one, since, words))}"


def _lines(one: Compared, since: Since, words: Words, columns: int | None) -> Iterator[str]:
    yield _heading(one, since, words)
    yield from _wrapped(f"({compared_with(one, words)})", columns, 2)
    for section, changes in sectioned(one.changes):
        yield f"  {section}"
        for change in changes:
            yield from _wrapped(f"- {safe(sentence(change, words))}", columns, 4)


def _wrapped(text: str, columns: int | None, indent: int) -> list[str]:
    if not columns:
        return [" " * indent + text]
    first, *rest = wrap(text, columns - indent - 2)
    return [" " * indent + first, *(" " * (indent + 2) + part for part in rest)]
