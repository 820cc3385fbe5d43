"""The morning list for programs: version 1, stable keys, dates as YYYY-MM-DD."""

import json
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from relplan.analysis.due import DueList
from relplan.analysis.due_item import Item, Reason, Subject
from relplan.analysis.quiet import Quiet

if TYPE_CHECKING:
    from relplan.reports.due_explain import Place

Places = Callable[[Subject, Reason], "list[Place]"]


def as_json(due: DueList, places: Places | None = None) -> str:
    """The list as JSON, nothing but ASCII; with `places` each reason names its inputs."""
    value = {
        "version": 1,
        "today": due.today.isoformat(),
        "items": [fields(item, places) for item in due.items],
        "left_out": len(due.left_out),
        "empty_because": due.empty_because or None,
        "unread": list(due.unread),
        "not_counted": list(due.doubts),
        "drifting": [
            {**_quiet(one.who), "usual_days": one.gap, "silent_days": one.silent}
            for one in due.drifting
        ],
        "campaigns": [{**one._asdict(), "until": one.until.isoformat()} for one in due.campaigns],
        "without_cadence": [_quiet(one) for one in due.untimed],
    }
    # ASCII: no control or bidi character reaches a terminal, and no encoding breaks the JSON.
    return json.dumps(value, indent=2, sort_keys=True) + "\n"


def fields(item: Item, places: Places | None = None) -> dict[str, Any]:
    """An item's fields under the names that every format for programs uses."""
    subject, last = item.subject, item.last
    return {
        "kind": item.first.kind,
        "client": subject.client,
        "client_name": subject.client_name,
        "person": subject.person,
        "person_name": subject.person_name or None,
        "owner": subject.owner,
        "due": item.due.isoformat(),
        "days_late": item.days_late,
        "late": item.late,
        "why": item.why,
        "baseline": _first(one.baseline for one in item.reasons),
        "last_touch": None
        if last is None
        else {"date": last.date.isoformat(), "how": last.how, "note": last.note},
        "moved_from": _first(r.moved_from.isoformat() for r in item.reasons if r.moved_from),
        "about": list(item.about),
        "reach": list(item.reach),
        "reasons": [_reason(item.subject, one, places) for one in item.reasons],
    }


def _reason(subject: Subject, one: Reason, places: Places | None) -> dict[str, Any]:
    value = {"kind": one.kind, "due": one.due.isoformat(), "owner": one.owner, "why": one.why}
    if places is None:
        return value
    return {**value, "inputs": [place._asdict() for place in places(subject, one)]}


def _quiet(one: Quiet) -> dict[str, Any]:
    return one._asdict()


def _first(found: Iterable[str]) -> str | None:
    return next((one for one in found if one), None)
