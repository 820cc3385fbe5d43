"""Why a morning list is empty: who is next, who is away, who rests, which clients are left alone."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from relplan.analysis import contacts
from relplan.analysis.absence import carried
from relplan.analysis.due_item import Reason, Subject, Wanted
from relplan.clock import spoken

if TYPE_CHECKING:
    from relplan.model.book import Book


def why_empty(
    book: "Book", mine: Sequence[tuple[Subject, Reason]], today: date, wanted: Wanted
) -> str:
    """What explains that none of `mine` is due yet, in one line."""
    if wanted.not_since:
        return f"there was a touch with everybody within {wanted.not_since}"
    parts = [*_coming(mine, today, wanted), *_absent(book, today, wanted)]
    parts += [*_resting(book, today, wanted), *_parked(book, wanted)]
    parts += _breathing(book, today, wanted)
    if parts:
        return "; ".join(parts)
    if wanted.kinds:
        return f"no {' and no '.join(sorted(wanted.kinds))} is waiting in these plans"
    return "nobody to be in touch with is written in these plans yet"


def _coming(mine: Sequence[tuple[Subject, Reason]], today: date, wanted: Wanted) -> Iterator[str]:
    coming = [
        (reason.due, subject.person_name or subject.client_name, reason.kind)
        for subject, reason in mine
        if reason.due > wanted.until
    ]
    if coming:
        day, name, kind = min(coming)
        what = name if kind == "contact" else f"{name} ({kind})"
        yield f"next is {what} on {spoken(day, today)}"


def _absent(book: "Book", today: date, wanted: Wanted) -> Iterator[str]:
    """That the one whose list it is is away, and on whose list it all stands meanwhile."""
    team = book.settings.team
    carrier = carried(wanted.owner, book.settings, today)
    if carrier.away and carrier.by and wanted.owner and carrier.by != wanted.owner:
        until = spoken(carrier.away.to, today)
        name, cover = team[wanted.owner].name, team[carrier.by].name
        yield f"{name} is away until {until}, and what falls due is on the list of {cover}"


def _resting(book: "Book", today: date, wanted: Wanted) -> Iterator[str]:
    resting = sum(
        contacts.cadence_of(person, plan, book.settings) is None
        and contacts.is_here(person, today)
        and (wanted.owner is None or contacts.keeper(person, plan) == wanted.owner)
        for id_, plan in book.everyone().items()
        if wanted.client in (None, id_) and contacts.keeps_in_touch(plan)
        for person in plan.roles.values()
    )
    if resting:
        yield f"{resting} {'person rests' if resting == 1 else 'people rest'} (cadence: never)"


def _parked(book: "Book", wanted: Wanted) -> Iterator[str]:
    """The plans whose people nobody is asked to be in touch with; by name when one is asked for."""
    for plans, one, many, how in (
        (book.plans, "client is", "clients are", "dormant or former"),
        (book.prospects, "prospect is", "prospects are", "won, lost or resting"),
    ):
        parked = [
            plan
            for id_, plan in plans.items()
            if not contacts.keeps_in_touch(plan)
            and wanted.client in (None, id_)
            and wanted.owner in (None, plan.owner)
        ]
        if parked and wanted.client:
            yield f"{parked[0].name} is {parked[0].status}"
        elif parked:
            yield f"{len(parked)} {one if len(parked) == 1 else many} {how}"


def _breathing(book: "Book", today: date, wanted: Wanted) -> Iterator[str]:
    for id_, plan in book.plans.items():
        until = contacts.breathing_until(plan, today)
        mine = wanted.owner is None or wanted.owner in contacts.keepers(plan)
        if until and mine and wanted.client in (None, id_):
            yield f"nobody calls {plan.name} until {spoken(until, today)}, while it breathes"
