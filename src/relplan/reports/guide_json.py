"""The guide for a program: version 1, stable keys."""

import json

from relplan.analysis.guide import Guide, Kept
from relplan.model.book import Book
from relplan.reports.guide import expectations, points


def guide_json(book: Book, found: Guide) -> str:
    """What the page shows: what is expected, each point with its state, and the people behind."""
    value = {
        "version": 1,
        "today": found.today.isoformat(),
        "member": found.load.member,
        "tier": book.settings.team[found.load.member].tier,
        "expected": expectations(book, found),
        "points": [
            {"name": one.name, "state": one.said, "wanting": one.wanting}
            for one in points(book, found)
        ],
        "late": [{**_person(one), "days_late": one.contact.days_late} for one in found.late],
        "waiting": [_person(one) for one in found.waiting],
        "unknown": [_person(one) for one in found.unknown],
        "pace": {"wanted": found.pace.wanted, "made": found.pace.made},
    }
    # ASCII: no control or bidi character reaches a terminal, and no encoding breaks the JSON.
    return json.dumps(value, indent=2, sort_keys=True) + "\n"


def _person(one: Kept) -> dict[str, object]:
    return {"client": one.at, "person": one.contact.id}
