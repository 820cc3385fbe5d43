"""The weakest link of a chain: points of weakness for each open step, each with its reason.

docs/win.md has the points as a table; what is not written in the plan counts for nothing here.
"""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from relplan.analysis.chain import Chain, Link, Touching
from relplan.analysis.homework import heard_for, says_for_which
from relplan.analysis.win import detractors
from relplan.judgement.claims import sales_talk

if TYPE_CHECKING:
    from relplan.model.prospect import Prospect
    from relplan.model.settings import Settings

Kind = Literal[
    "force",
    "unanswered",
    "nobody drives it",
    "nobody touches it",
    "no value",
    "no homework",
    "sales talk",
    "late",
    "no date",
]
INFLUENCE = {"high": 3, "medium": 2, "low": 1}
NOT_KNOWN = 2
"""Somebody whose influence is not written counts as of medium influence."""
FORCE = {"propellent": 1, "neutral": 0, "detractor": -1}
POINTS: dict[Kind, int] = {
    "nobody drives it": 1,
    "nobody touches it": 2,
    "no value": 2,
    "no homework": 2,
    "sales talk": 1,
    "late": 2,
    "no date": 1,
}


class Reason(NamedTuple):
    """Why a step is weak, and by how much."""

    kind: Kind
    points: int
    at: tuple[str, ...]
    """Where in the plan it stands."""
    who: str = ""
    """The name of whom it is about."""
    against: int = 0
    behind: int = 0


class Weight(NamedTuple):
    """An open step with all that makes it weak."""

    step: str
    points: int
    reasons: tuple[Reason, ...]


def weight_of(one: Touching) -> int:
    """Influence in points; nothing for those who have left."""
    return INFLUENCE.get(one.influence, NOT_KNOWN) if one.here else 0


def pull(one: Touching) -> int:
    """Force × influence: what somebody adds to a step, or takes from it."""
    return FORCE[one.force] * weight_of(one)


def weights(
    prospect: "Prospect", chain: Chain, settings: "Settings", today: date
) -> tuple[Weight, ...]:
    """The open steps in the order of the chain, each with its points."""
    unanswered = {one.id for one in detractors(prospect, settings, today)}
    found = []
    for link in chain.open:
        reasons = (
            *_of_people(link),
            *_of_detractors(link, unanswered, prospect),
            *_of_value(link, prospect),
            *_of_homework(link, prospect),
            *_of_date(link),
        )
        found.append(Weight(link.id, sum(one.points for one in reasons), reasons))
    return tuple(found)


def weakest(found: tuple[Weight, ...]) -> Weight | None:
    """The step with the most points, of equals the one that comes first; None when none has any."""
    worst = max(found, key=lambda one: one.points, default=None)
    return worst if worst and worst.points else None


def _of_people(link: Link) -> Iterator[Reason]:
    at = ("steps", link.id, "people")
    if not link.people:
        yield Reason("nobody touches it", POINTS["nobody touches it"], ("steps", link.id))
        return
    against = -sum(pull(one) for one in link.people if pull(one) < 0)
    behind = sum(pull(one) for one in link.people if pull(one) > 0)
    if against > behind:
        yield Reason("force", against - behind, at, against=against, behind=behind)
    if not behind:
        yield Reason("nobody drives it", POINTS["nobody drives it"], at)


def _of_detractors(link: Link, unanswered: set[str], prospect: "Prospect") -> Iterator[Reason]:
    for one in link.people:
        if one.force == "detractor" and one.id in unanswered:
            at: tuple[str, ...] = (
                "steps",
                link.id,
                "people",
                one.id,
            )  # a member who is not under `ours`
            for section in ("ours", "roles"):
                at = (section, one.id) if one.id in getattr(prospect, section) else at
            yield Reason("unanswered", weight_of(one), at, who=one.name)


def _of_value(link: Link, prospect: "Prospect") -> Iterator[Reason]:
    """Steps that none of their people touches give them nothing and need not."""
    at_home = link.people and not any(one.id in prospect.roles for one in link.people)
    if not link.step.value and not at_home:
        yield Reason("no value", POINTS["no value"], ("steps", link.id))


def _of_homework(link: Link, prospect: "Prospect") -> Iterator[Reason]:
    """Asked of steps that one of theirs touches, once some homework says what it is for."""
    if not any(one.id in prospect.roles for one in link.people) or not says_for_which(prospect):
        return
    heard = heard_for(prospect, link.id)
    if not heard:
        yield Reason("no homework", POINTS["no homework"], ("steps", link.id))
    elif all(sales_talk(prospect.homework[one].source) for one in heard):
        yield Reason("sales talk", POINTS["sales talk"], ("homework", heard[0], "from"))


def _of_date(link: Link) -> Iterator[Reason]:
    if link.standing == "late":
        yield Reason("late", POINTS["late"], ("steps", link.id, "by"))
    elif link.standing == "undated":
        yield Reason("no date", POINTS["no date"], ("steps", link.id))
