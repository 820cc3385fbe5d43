"""Why a client, a prospect or a campaign is due: initiatives, reviews, repair, steps, pitches."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.callbacks import working_days_of
from relplan.analysis.contacts import Log
from relplan.analysis.due_item import Kind, Reason
from relplan.analysis.working_days import WorkingDays
from relplan.clock import spoken

if TYPE_CHECKING:
    from relplan.model.book import Book
    from relplan.model.plan import Initiative, Plan
    from relplan.model.prospect import Prospect
    from relplan.model.settings import Settings


class Owed(NamedTuple):
    """A reason that belongs to a member of ours, and to one person of theirs or to none."""

    reason: Reason
    owner: str | None
    person: str | None = None


def of_initiatives(plan: "Plan", log: Log) -> Iterator[Owed]:
    """The initiatives that are still to be done, on their date."""
    for goal in plan.goals.values():
        for initiative in goal.initiatives.values():
            if initiative.by and initiative.status in ("planned", "doing"):
                why = f"by {spoken(initiative.by, log.today)}: {initiative.what}"
                reason = _on(log.days, "initiative", initiative.by, why, log.today)
                yield Owed(reason, initiative.owner or plan.owner, _only(initiative, plan))


def of_review(plan: "Plan | Prospect", settings: "Settings", log: Log) -> Iterator[Owed]:
    """The next review: its date, else the last one (or `since`) plus the rhythm."""
    review = plan.review
    begin = review.last or plan.since
    every = review.every or settings.review
    held = f"last held on {spoken(review.last, log.today)}" if review.last else "none held yet"
    if review.next and not (review.last and review.last >= review.next):
        wanted, why = review.next, f"review; {held}"
    elif begin:
        wanted, why = every.after(begin), f"review every {every}; {held}, no `next` set"
    else:
        return
    yield Owed(_on(log.days, "review", wanted, why, log.today), plan.owner)


def of_repair(plan: "Plan", log: Log) -> Iterator[Owed]:
    """What a damaged relationship asks for: the end of the breathing period (domain.md 3)."""
    repair = plan.repair
    if plan.status != "damaged" or repair is None or repair.step != "breathe":
        return
    if repair.until is None:
        why = "breathing since " + spoken(repair.began, log.today) + ", and no `until`: set its end"
        yield Owed(Reason("repair", log.today, why), plan.owner)
        return
    own = f" (own it: {'; '.join(repair.our_faults)})" if repair.our_faults else ""
    why = f"breathing ends on {spoken(repair.until, log.today)}; then break the ice humbly{own}"
    wanted = repair.until + timedelta(days=1) if repair.until < date.max else repair.until
    yield Owed(_on(log.days, "repair", wanted, why, log.today), plan.owner)


def of_steps(prospect: "Prospect", log: Log) -> Iterator[Owed]:
    """The steps to a win that are still to be taken, on their date."""
    for step in prospect.steps.values():
        if step.by and not step.done:
            why = f"step by {spoken(step.by, log.today)}: {step.what}"
            yield Owed(_on(log.days, "step", step.by, why, log.today), prospect.owner)


def of_pitches(book: "Book", at: str, log: Log) -> Iterator[Owed]:
    """The pitches to this client or prospect that wait for an answer."""
    wait = working_days_of(book.settings.call_back_after)
    for campaign in book.campaigns.values():
        for pitch in campaign.pitches:
            if pitch.at == at and pitch.outcome == "open" and pitch.date <= log.today:
                when = spoken(pitch.date, log.today)
                why = f"no answer yet to the pitch of {when}: {campaign.proposition}"
                yield Owed(
                    Reason("pitch", log.days.after(pitch.date, wait), why), pitch.by, pitch.to
                )


def _on(days: WorkingDays, kind: Kind, wanted: date, why: str, today: date) -> Reason:
    due = days.from_(wanted)
    if due == wanted:
        return Reason(kind, due, why)
    return Reason(kind, due, f"{why}; moved from {spoken(wanted, today)}", wanted)


def _only(initiative: "Initiative", plan: "Plan") -> str | None:
    only = initiative.people[0] if len(initiative.people) == 1 else None
    return only if only in plan.roles else None
