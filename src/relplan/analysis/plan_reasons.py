"""Why a client, a prospect or a campaign is due: initiatives, reviews, steps, pitches."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.absence import answerable
from relplan.analysis.callbacks import working_days_of
from relplan.analysis.contacts import Log, is_breathing, is_here
from relplan.analysis.due_item import Reason
from relplan.analysis.initiatives import is_open
from relplan.analysis.sources import Source, in_plan, in_settings
from relplan.clock import spoken, weekday

if TYPE_CHECKING:
    from relplan.model.book import Book
    from relplan.model.campaign import Campaign, Pitch
    from relplan.model.plan import Initiative, Plan, Review
    from relplan.model.prospect import Prospect
    from relplan.model.settings import Settings


class Owed(NamedTuple):
    """A reason that belongs to a member of ours, and to one person of theirs or to none."""

    reason: Reason
    owner: str | None
    person: str | None = None


def of_initiatives(plan: "Plan", log: Log) -> Iterator[Owed]:
    """The initiatives that are still to be done, on their date."""
    for goal_id, goal in plan.goals.items():
        for id_, initiative in goal.initiatives.items():
            if initiative.by and is_open(initiative):
                why = f"by {spoken(initiative.by, log.today)}: {initiative.what}"
                source = in_plan("initiative", "goals", goal_id, "initiatives", id_, "by")
                reason = on_its_day(
                    log, Reason("initiative", initiative.by, why, sources=(source,))
                )
                person = _only(initiative, plan, log.today)
                yield Owed(reason, initiative.owner or plan.owner, person)


def of_review(plan: "Plan | Prospect", settings: "Settings", log: Log) -> Iterator[Owed]:
    """The next review: its date, else the last one (or `since`) plus the rhythm."""
    review = plan.review
    begin = review.last or plan.since
    every = review.every or settings.review
    held = f"last held on {spoken(review.last, log.today)}" if review.last else "none held yet"
    if review.next and not (review.last and review.last >= review.next):
        sources = (in_plan("next review", "review", "next"), *_last_review(review))
        reason = Reason("review", review.next, f"review; {held}", sources=sources)
    elif begin:
        own = review.every is not None
        rhythm = in_plan("rhythm", "review", "every") if own else in_settings("rhythm", "review")
        sources = (*(_last_review(review) or [in_plan("client since", "since")]), rhythm)
        stale = f"`next` is {spoken(review.next, log.today)}" if review.next else "no `next` set"
        why = f"review every {every}; {held}, {stale}"
        reason = Reason("review", every.after(begin), why, sources=sources)
    else:
        return
    yield Owed(on_its_day(log, reason), plan.owner)


def _last_review(review: "Review") -> list[Source]:
    return [in_plan("last review", "review", "held", str(review.last))] if review.last else []


def of_steps(prospect: "Prospect", log: Log) -> Iterator[Owed]:
    """The steps to a win that are still to be taken, on their date."""
    for id_, step in prospect.steps.items():
        if step.by and not step.done:
            why = f"step by {spoken(step.by, log.today)}: {step.what}"
            source = in_plan("step", "steps", id_, "by")
            yield Owed(
                on_its_day(log, Reason("step", step.by, why, sources=(source,))), prospect.owner
            )


def of_pitches(book: "Book", at: str, log: Log) -> Iterator[Owed]:
    """The pitches to this client or prospect that wait for an answer, unless nobody calls there.

    A pitch is asked after by who made it, else by the campaign's owner.
    """
    plan = book.everyone()[at]
    if is_breathing(plan, log.today):
        return
    for id_, campaign in book.campaigns.items():
        for index, pitch in enumerate(campaign.pitches):
            if pitch.at == at and pitch.outcome == "open" and pitch.date <= log.today:
                person = plan.roles.get(pitch.to)
                here = person is not None and is_here(person, log.today)
                reason = _unanswered(pitch, campaign, book.settings, log)
                source = Source("pitch", f"campaigns/{id_}", ("pitches", index))
                owner = answerable(pitch.by, [campaign.owner], book.settings, log.today)
                yield Owed(reason._replace(sources=(source,)), owner, pitch.to if here else None)


def _unanswered(pitch: "Pitch", campaign: "Campaign", settings: "Settings", log: Log) -> Reason:
    wait = working_days_of(settings.call_back_after)
    when = spoken(pitch.date, log.today)
    why = f"no answer yet to the pitch of {when}: {campaign.proposition}"
    return Reason("pitch", log.days.after(pitch.date, wait), why)


def on_its_day(log: Log, reason: Reason) -> Reason:
    """The reason on its day when that is a working day, else on the next one, and it says so."""
    due = log.days.from_(reason.due)
    if due == reason.due:
        return reason
    why = f"{reason.why}; moved from {weekday(reason.due)} {spoken(reason.due, log.today)}"
    sources = (*reason.sources, in_settings("working days", "calendar"))
    return reason._replace(due=due, why=why, moved_from=reason.due, sources=sources)


def _only(initiative: "Initiative", plan: "Plan", today: date) -> str | None:
    """The one person for whom it is done, where there is one and they have not left."""
    only = initiative.people[0] if len(initiative.people) == 1 else None
    return only if only in plan.roles and is_here(plan.roles[only], today) else None
