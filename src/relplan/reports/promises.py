"""Open promises as text: a line each, JSON for programs."""

import json
from collections.abc import Sequence
from datetime import date

from relplan.analysis.promises import Owed
from relplan.clock import spoken, weekday
from relplan.reports.layout import table
from relplan.reports.safe import safe


def as_list(found: Sequence[Owed], today: date) -> str:
    """A line a promise, oldest due first: when, to whom, by whom, what; then how many."""
    rows = [
        (
            _when(one.given.by, today),
            safe(", ".join(one.people)),
            safe(one.client_name),
            one.given.owner,
            safe(one.given.what),
        )
        for one in found
    ]
    late = sum(one.given.by < today for one in found)
    closing = f"{len(found)} open, {late} late" if found else "no open promises"
    return "\n".join([*table(rows), *([""] if rows else []), closing]) + "\n"


def as_json(found: Sequence[Owed], today: date) -> str:
    """The promises for a program."""
    rows = [
        {
            "client": one.client,
            "with": list(one.given.people),
            "ours": one.given.owner,
            "what": one.given.what,
            "promised": one.given.touch.date.isoformat(),
            "by": one.given.by.isoformat(),
            "days_late": (today - one.given.by).days,
        }
        for one in found
    ]
    return json.dumps({"version": 1, "promises": rows}, indent=2, sort_keys=True) + "\n"


def _when(by: date, today: date) -> str:
    late = (today - by).days
    if late > 0:
        return f"{late} {'day' if late == 1 else 'days'} late"
    return "today" if late == 0 else f"{weekday(by)} {spoken(by, today)}"
