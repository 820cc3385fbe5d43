"""The state of all clients in one paragraph: only sentences whose facts exist."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from relplan.analysis.state import count, listed
from relplan.clock import spoken
from relplan.reports.summary.looked import Looked

_AHEAD = timedelta(days=31)


def paragraph(found: Sequence[Looked], today: date) -> str:
    """How many there are, and what of all that was agreed is not as it was agreed."""
    return " ".join(_sentences(found, today)) or "There is no client to look at."


def _sentences(found: Sequence[Looked], today: date) -> Iterator[str]:
    if not found:
        return
    clients = [one for one in found if one.made.kind == "client"]
    prospects = len(found) - len(clients)
    by_status = Counter(one.made.plan.status for one in clients)
    parts = [count(len(clients), "client")] if clients else []
    parts += [count(prospects, "prospect")] if prospects else []
    status = ", ".join(f"{n} {s}" for s, n in sorted(by_status.items()) if s != "active")
    yield " and ".join(parts) + (f" ({status})." if status else ".")
    yield from _regularity(found)
    yield from _work(found)
    yield from _reviews(found, today)


def _regularity(found: Sequence[Looked]) -> Iterator[str]:
    all_ = sum(len(one.listed) for one in found)
    late = sum(len(one.overdue) for one in found)
    keys = sum(len(list(one.silent())) for one in found)
    if late:
        noun = count(keys, "person", "people")
        verb = "decides or counts" if keys == 1 else "decide or count"
        deciding = f"; {noun} who {verb} most {_is(keys)} silent" if keys else ""
        yield f"{late} of {count(all_, 'contact')} {_is(late)} overdue{deciding}."
    elif all_:
        yield f"All {all_} contacts are on time." if all_ > 1 else "The one contact is on time."


def _work(found: Sequence[Looked]) -> Iterator[str]:
    running = sum(len(one.running) for one in found)
    late = sum(len(one.late) for one in found)
    if running:
        noun = count(running, "open initiative or step", "open initiatives and steps")
        yield f"{late} of {noun} {_is(late)} late." if late else f"{noun}, none late."
    broken = [one for one in found if one.broken]
    if broken:
        number = sum(one.broken for one in broken)
        names = listed([one.made.plan.name for one in broken])
        yield f"{count(number, 'promise is', 'promises are')} broken, to {names}."


def _reviews(found: Sequence[Looked], today: date) -> Iterator[str]:
    days = [(one.made.plan.review.next, one.made.plan.name) for one in found]
    soon = sorted((day, name) for day, name in days if day and today <= day <= today + _AHEAD)
    if soon:
        said = listed([f"{name} ({spoken(day, today)})" for day, name in soon], most=4)
        yield f"Next {'review' if len(soon) == 1 else 'reviews'}: {said}."


def _is(number: int) -> str:
    return "is" if number == 1 else "are"
