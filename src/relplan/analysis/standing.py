"""Where each campaign stands: its run, its resistance, who has heard it, what came of it."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.campaigns import Stage, backers, deciders, feedback, stage
from relplan.analysis.cohort import Member, cohort, member_of
from relplan.analysis.contacts import keepers
from relplan.analysis.score import Rate, score
from relplan.analysis.targets import Targets, targets

if TYPE_CHECKING:
    from relplan.model.book import Book
    from relplan.model.campaign import Campaign, Pitch

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
        runs = campaign.runs
        if runs is None or stage(campaign, today) != "running":
            continue
        if client is None:
            members = [one.id for one in cohort(campaign, book)]
        else:
            members = [client] if member_of(campaign, client, book) else []
        last = _last_at(campaign)
        for one in members:
            plan = everyone.get(one)
            if plan and (member in (None, campaign.owner) or member in keepers(plan)):
                heard, deciding = last[one], deciders(plan, today)
                yield Selling(
                    id_,
                    campaign.proposition,
                    runs.to,
                    one,
                    plan.name,
                    len(deciding),
                    sum(person in heard for person in deciding),
                    sum(pitch.outcome == "open" for pitch in heard.values()),
                )


def _last_at(campaign: "Campaign") -> "defaultdict[str, dict[str, Pitch]]":
    """By client and person the newest pitch."""
    found: defaultdict[str, dict[str, Pitch]] = defaultdict(dict)
    for pitch in sorted(campaign.pitches, key=lambda one: one.date):
        found[pitch.at][pitch.to] = pitch
    return found
