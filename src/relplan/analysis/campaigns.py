"""A campaign: who stands behind it, who has heard it, and where it hides (domain.md 5)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from relplan.analysis.cohort import Member, cohort, member_of
from relplan.analysis.contacts import is_here, keeps_in_touch

if TYPE_CHECKING:
    from relplan.model.book import Book
    from relplan.model.campaign import Campaign, Pitch
    from relplan.model.plan import Plan
    from relplan.model.prospect import Prospect
    from relplan.model.touch import Touch

LAST_DAYS = timedelta(days=14)
Stage = Literal["not planned", "to come", "running", "over"]


class Unpitched(NamedTuple):
    """A member of the cohort whose deciders have not heard the proposition."""

    member: Member
    plan: "Plan | Prospect"
    people: tuple[str, ...]
    """The ids of the decision-makers who were not asked."""
    pitched: tuple[str, ...]
    """The ids of the people there who were."""


class Hidden(NamedTuple):
    """An initiative of a plan that is the place of a campaign."""

    goal: str
    id: str
    campaign: str
    pitch: "Pitch | None"
    """The pitch for which it was the occasion; None when its words name the campaign."""
    in_cohort: bool
    """True when the campaign is taken to this client."""


def stage(campaign: "Campaign", today: date) -> Stage:
    """Where the campaign is in its run; without a run it is not planned, pitched or not."""
    if campaign.runs is None:
        return "not planned"
    if today < campaign.runs.from_:
        return "to come"
    return "over" if is_over(campaign, today) else "running"


def is_over(campaign: "Campaign", today: date) -> bool:
    """True after the last day of the campaign."""
    return campaign.runs is not None and campaign.runs.to < today


def backers(campaign: "Campaign") -> tuple[str, ...]:
    """The people behind the proposition, each once, however their name is written."""
    found: dict[str, str] = {}
    for one in campaign.executives.values():
        name = " ".join(one.split())
        found.setdefault(name.casefold(), name)
    return tuple(found.values())


def unpitched(campaign: "Campaign", book: "Book", today: date) -> Iterator[Unpitched]:
    """The members of the cohort where a decision-maker has been passed over.

    Passed over is who was not asked although somebody else there was, or although the campaign
    ends within a fortnight: before that there is still time.
    """
    heard: dict[str, dict[str, None]] = defaultdict(dict)
    for pitch in campaign.pitches:
        heard[pitch.at][pitch.to] = None
    ending = campaign.runs is not None and campaign.runs.to - today <= LAST_DAYS
    everyone = book.everyone()
    for member in cohort(campaign, book):
        plan = everyone.get(member.id)
        if plan is None or not keeps_in_touch(plan) or not (ending or heard.get(member.id)):
            continue
        if left := tuple(one for one in deciders(plan, today) if one not in heard[member.id]):
            yield Unpitched(member, plan, tuple(sorted(left)), tuple(heard[member.id]))


def feedback(campaign: "Campaign") -> tuple["Pitch", ...]:
    """The pitches of which it is written what the other side said of the proposition."""
    return tuple(one for one in campaign.pitches if one.feedback)


class Pitches:
    """The pitches and names of a book's running campaigns, by client; read when first asked for."""

    def __init__(self, book: "Book", today: date) -> None:
        self._book = book
        self._today = today

    def hidden_in(self, id_: str, plan: "Plan", touches: Sequence["Touch"]) -> Iterator[Hidden]:
        """The initiatives of a client's plan that sell what a campaign sells.

        Either a line of the log that is part of the initiative is the very visit of a pitch, or an
        open initiative names the campaign.
        """
        pitched = {(pitch.date, pitch.to): (name, pitch) for name, pitch in self._at.get(id_, ())}
        occasions = {
            touch.initiative: pitched[touch.date, who]
            for touch in touches
            for who in touch.people
            if touch.initiative and touch.counts and (touch.date, who) in pitched
        }
        for goal_id, goal in plan.goals.items():
            for one_id, one in goal.initiatives.items():
                if one_id in occasions:
                    name, pitch = occasions[one_id]
                    yield Hidden(goal_id, one_id, name, pitch, self._taken_to(name, id_))
                elif one.status in ("planned", "doing") and (name := self._named(one.what)):
                    yield Hidden(goal_id, one_id, name, None, self._taken_to(name, id_))

    def _taken_to(self, name: str, client: str) -> bool:
        return member_of(self._book.campaigns[name], client, self._book) is not None

    def _named(self, text: str) -> str:
        """The campaign whose id, of two words or more, stands in the text; empty for none."""
        found = self._names.search(text) if self._names else None
        return re.sub(r"[\s-]+", "-", found[0]).casefold() if found else ""

    @cached_property
    def _running(self) -> dict[str, "Campaign"]:
        campaigns = self._book.campaigns.items()
        return {id_: one for id_, one in campaigns if not is_over(one, self._today)}

    @cached_property
    def _at(self) -> dict[str, list[tuple[str, "Pitch"]]]:
        found: dict[str, list[tuple[str, Pitch]]] = defaultdict(list)
        for id_, campaign in self._running.items():
            for pitch in campaign.pitches:
                found[pitch.at].append((id_, pitch))
        return dict(found)

    @cached_property
    def _names(self) -> re.Pattern[str] | None:
        names = [id_.replace("-", r"[\s-]+") for id_ in self._running if "-" in id_]
        return re.compile(rf"\b(?:{'|'.join(names)})\b", re.IGNORECASE) if names else None


def deciders(plan: "Plan | Prospect", today: date) -> tuple[str, ...]:
    """The ids of the decision-makers who have not left, in the order of the plan."""
    return tuple(
        id_
        for id_, person in plan.roles.items()
        if person.role == "decision-maker" and is_here(person, today)
    )
