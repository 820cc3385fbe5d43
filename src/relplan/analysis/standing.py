"""Where each campaign stands: its run, its resistance, who has heard it, what came of it."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.campaigns import Stage, backers, feedback, stage
from relplan.analysis.cohort import Member, cohort
from relplan.analysis.contacts import keepers
from relplan.analysis.score import Rate, score
from relplan.analysis.targets import Targets, targets

if TYPE_CHECKING:
    from relplan.model.book import Book
    from relplan.model.campaign import Campaign

_ORDER: tuple[Stage, ...] = ("running", "to come", "not planned", "over")


class Standing(NamedTuple):
    """One campaign on one day."""

    id: str
    campaign: "Campaign"
    stage: Stage
    members: tuple[Member, ...]
    targets: Targets
    rate: Rate
    """Of everybody who was pitched to, decision-maker or not."""

    @property
    def executives(self) -> tuple[str, ...]:
        """Our executives behind it, each once."""
        return backers(self.campaign)

    @property
    def met(self) -> int:
        """How many of the resistances have an answer."""
        return sum(bool(one.answer) for one in self.campaign.resistance.values())

    @property
    def open(self) -> int:
        """How many people have not answered."""
        return self.rate.heard - self.rate.answered

    @property
    def feedbacks(self) -> int:
        """How many pitches say what was said."""
        return len(feedback(self.campaign))


class Selling(NamedTuple):
    """A running campaign that is taken to a client or prospect: what stands apart from the plan."""

    campaign: str
    proposition: str
    until: date
    client: str
    client_name: str
    deciders: int
    heard: int
    open: int
    """How many people there have not answered."""


def standing(book: "Book", id_: str, today: date) -> Standing:
    """Where this campaign stands."""
    one = book.campaigns[id_]
    return Standing(
        id_,
        one,
        stage(one, today),
        cohort(one, book),
        targets(one, book, today),
        score(one, book).total,
    )


def standings(book: "Book", today: date) -> list[Standing]:
    """Every campaign, the running ones first, each group by the day on which it ends."""

    def order(one: Standing) -> tuple[int, date, str]:
        runs = one.campaign.runs
        return _ORDER.index(one.stage), runs.to if runs else date.max, one.id

    return sorted((standing(book, id_, today) for id_ in book.campaigns), key=order)


def selling(
    book: "Book", today: date, client: str | None = None, member: str | None = None
) -> Iterator[Selling]:
    """The running campaigns at each member of their cohorts; of one client, or of one of ours.

    Of ours is whoever keeps a tie there, answers for the plan, or answers for the campaign.
    """
    everyone = book.everyone()
    for id_, campaign in book.campaigns.items():
        if campaign.runs is None or stage(campaign, today) != "running":
            continue
        found = standing(book, id_, today)
        for one in found.members:
            plan = everyone.get(one.id)
            if plan is None or client not in (None, one.id):
                continue
            if member is None or member == campaign.owner or member in keepers(plan):
                yield _selling(found, one.id, plan.name, campaign.runs.to)


def _selling(found: Standing, client: str, name: str, until: date) -> Selling:
    there = [one for one in found.targets.people if one.client == client]
    last = {
        one.to: one
        for one in sorted(found.campaign.pitches, key=lambda one: one.date)
        if one.at == client
    }
    return Selling(
        found.id,
        found.campaign.proposition,
        until,
        client,
        name,
        len(there),
        sum(bool(one.pitches) for one in there),
        sum(one.outcome == "open" for one in last.values()),
    )
