"""Whether a proposition can be put to somebody on a day: what stands against it, in words."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.campaigns import deciders
from relplan.analysis.cohort import cohort, member_of
from relplan.analysis.contacts import is_breathing, is_here
from relplan.analysis.targets import pitches_to
from relplan.clock import spoken

if TYPE_CHECKING:
    from relplan.model.book import Book
    from relplan.model.campaign import Campaign
    from relplan.model.plan import Plan
    from relplan.model.prospect import Prospect

_SHOWN = 8


class Meant(NamedTuple):
    """A pitch that somebody means to write: the campaign, at whom, to whom, on which day."""

    campaign: str
    at: str
    to: str
    on: date


def against(meant: Meant, book: "Book", today: date) -> str | None:
    """What keeps the pitch from being written, and what to do instead; None when nothing does."""
    campaign, plan = book.campaigns[meant.campaign], book.everyone()[meant.at]
    return (
        _of_the_cohort(meant, campaign, book)
        or _of_the_run(meant, campaign, today)
        or _of_the_person(meant, plan, today)
        or _said_already(meant, campaign, plan, today)
    )


def open_to(campaign: "Campaign", at: str, to: str) -> int | None:
    """The place among the pitches of the newest to this person that waits for its answer."""
    found = [
        (one.date, index)
        for index, one in enumerate(campaign.pitches)
        if (one.at, one.to, one.outcome) == (at, to, "open")
    ]
    return max(found)[1] if found else None


def _of_the_cohort(meant: Meant, campaign: "Campaign", book: "Book") -> str | None:
    if member_of(campaign, meant.at, book):
        return None
    members = [one.id for one in cohort(campaign, book)]
    name = book.names()[meant.at]
    return (
        f"{name} is not in the cohort of {meant.campaign} ({listed(members) or 'nobody is'}); take"
        " them into its `cohort:` first, for what is pitched to one alone is no campaign"
    )


def _of_the_run(meant: Meant, campaign: "Campaign", today: date) -> str | None:
    runs = campaign.runs
    if runs is None:
        return f"{meant.campaign} is not planned yet; say under `runs:` from when to when it runs"
    if meant.on < runs.from_:
        begins = f"{spoken(meant.on, today)} is before {meant.campaign} begins"
        return f"{begins} ({spoken(runs.from_, today)}); pitch it from then on, or let it begin earlier"
    if meant.on > runs.to:
        over = f"{meant.campaign} ended on {spoken(runs.to, today)}"
        return f"{over}; let it run longer under `runs:`, or start another campaign"
    return None


def _of_the_person(meant: Meant, plan: "Plan | Prospect", today: date) -> str | None:
    person = plan.roles[meant.to]
    if not is_here(person, meant.on) and person.left:
        deciding = listed([plan.roles[one].name for one in deciders(plan, today)])
        who = f"; who decides there: {deciding}" if deciding else "; find out who decides there"
        return f"{person.name} left {plan.name} on {spoken(person.left, today)}{who}"
    if is_breathing(plan, meant.on):
        return (
            f"{plan.name} breathes after a fault of ours: nobody calls; end the repair before you"
            " sell them anything"
        )
    return None


def _said_already(
    meant: Meant, campaign: "Campaign", plan: "Plan | Prospect", today: date
) -> str | None:
    for one in pitches_to(campaign, meant.at, meant.to):
        if one.date == meant.on:
            who, day = plan.roles[meant.to].name, spoken(meant.on, today)
            said = f"the pitch to {who} on {day} is written already ({one.outcome})"
            if one.outcome != "open":
                return f"{said}; change it in the campaign's file, or give another day with --date"
            return (
                f"{said}; what came of it is written with relplan campaign answer {meant.campaign}"
                f" --at {meant.at} --to {meant.to}"
            )
    return None


def listed(names: Sequence[str]) -> str:
    """The names with commas; of many the first, and how many more."""
    more = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
