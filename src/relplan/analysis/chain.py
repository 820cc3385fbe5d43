"""The chain from today to a win: its steps in the order in which they are taken, and who touches each."""

import heapq
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from relplan.analysis.contacts import is_here
from relplan.analysis.win import circles, is_taken, loose

if TYPE_CHECKING:
    from relplan.model.prospect import Prospect, Step
    from relplan.model.settings import Settings

Standing = Literal["taken", "late", "open", "undated"]
Side = Literal["theirs", "ours", "unknown"]


class Touching(NamedTuple):
    """Somebody who touches a step, and how."""

    id: str
    name: str
    side: Side
    force: str
    influence: str
    """Empty where it is not written."""
    here: bool
    """False for those who have left."""


class Link(NamedTuple):
    """One step of the chain."""

    id: str
    step: "Step"
    needs: tuple[str, ...]
    """The steps before it that exist."""
    standing: Standing
    people: tuple[Touching, ...]
    loose: bool
    """True for a step that neither another one nor the win needs."""


class Chain(NamedTuple):
    """The steps, each after those that it needs."""

    links: tuple[Link, ...]
    last: tuple[str, ...]
    """The steps that the win itself needs."""

    @property
    def open(self) -> tuple[Link, ...]:
        """The steps that are still to be taken."""
        return tuple(one for one in self.links if one.standing != "taken")


def circle(prospect: "Prospect") -> tuple[str, ...]:
    """The first way by which a step needs itself, with that step at both ends; empty without one."""
    return next(circles(prospect), ())


def chain(prospect: "Prospect", settings: "Settings", today: date) -> Chain:
    """The chain of a prospect whose steps run in no circle.

    Steps that name no `needs` at all are the chain that their order is, the last step first.
    """
    needs = _needs(prospect)
    ends = frozenset(loose(prospect))
    links = {
        id_: Link(
            id_,
            step,
            needs[id_],
            _standing(step, today),
            tuple(
                _touching(who, force, prospect, settings, today)
                for who, force in step.people.items()
            ),
            id_ in ends,
        )
        for id_, step in prospect.steps.items()
    }
    needed = {one for before in needs.values() for one in before}
    last = tuple(id_ for id_ in links if id_ not in needed and id_ not in ends)
    return Chain(tuple(links[id_] for id_ in _in_order(prospect, needs)), last)


def _needs(prospect: "Prospect") -> dict[str, tuple[str, ...]]:
    steps = prospect.steps
    if not any(step.needs for step in steps.values()):
        ids = list(steps)
        return {id_: tuple(ids[at + 1 : at + 2]) for at, id_ in enumerate(ids)}
    return {
        id_: tuple(dict.fromkeys(one for one in step.needs if one in steps))
        for id_, step in steps.items()
    }


def _standing(step: "Step", today: date) -> Standing:
    if is_taken(step, today):
        return "taken"
    if step.by is None:
        return "undated"
    return "late" if step.by < today else "open"


def _touching(
    id_: str, force: str, prospect: "Prospect", settings: "Settings", today: date
) -> Touching:
    """Who it is; of an id that is known to nobody only the id is known."""
    theirs, own, member = prospect.roles.get(id_), prospect.ours.get(id_), settings.team.get(id_)
    if theirs:
        return Touching(
            id_, theirs.name, "theirs", force, theirs.influence or "", is_here(theirs, today)
        )
    if own:
        return Touching(id_, own.name, "ours", force, own.influence or "", True)
    if member:
        return Touching(id_, member.name, "ours", force, "", is_here(member, today))
    return Touching(id_, id_, "unknown", force, "", True)


def _in_order(prospect: "Prospect", needs: dict[str, tuple[str, ...]]) -> list[str]:
    """Each step after those it needs; of those that are free the earliest, then the file's lowest."""
    place = {id_: at for at, id_ in enumerate(prospect.steps)}
    waits = {id_: len(before) for id_, before in needs.items()}
    after: dict[str, list[str]] = {id_: [] for id_ in needs}
    for id_, before in needs.items():
        for one in before:
            after[one].append(id_)

    def rank(id_: str) -> tuple[date, int, str]:
        step = prospect.steps[id_]
        return step.done or step.by or date.max, -place[id_], id_

    free = [rank(id_) for id_, count in waits.items() if not count]
    heapq.heapify(free)
    found: list[str] = []
    while free:
        id_ = heapq.heappop(free)[2]
        found.append(id_)
        for one in after[id_]:
            waits[one] -= 1
            if not waits[one]:
                heapq.heappush(free, rank(one))
    return found
