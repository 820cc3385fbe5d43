"""Who else of ours could try: the owner's colleague with the strongest tie (domain.md 3)."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.absence import is_away, is_gone
from relplan.analysis.contacts import is_here
from relplan.model.choices import TIES

if TYPE_CHECKING:
    from relplan.model.person import Person
    from relplan.model.plan import Plan
    from relplan.model.prospect import Prospect
    from relplan.model.settings import Settings
    from relplan.model.touch import Touch


class Colleague(NamedTuple):
    """A member of ours, and what shows that they are the one to ask."""

    id: str
    name: str
    because: str


class Scene(NamedTuple):
    """The client, the log in force and the settings in which a colleague is looked for."""

    plan: "Plan | Prospect"
    touches: "Sequence[Touch]"
    settings: "Settings"
    today: date


def nearest(person: str, scene: Scene, busy: Collection[str | None]) -> Colleague | None:
    """The member, not among the `busy`, with the strongest tie to this person; None without one.

    Touches with the person count most, then keeping the tie, then the strongest tie to anybody
    there, then working for the client. Who has left the firm or is away is not asked.
    """
    found = [
        (strength, member)
        for member in scene.settings.team
        if member not in busy
        and not is_gone(member, scene.settings, scene.today)
        and not is_away(member, scene.settings, scene.today)
        and any(strength := _strength(member, person, scene))
    ]
    if not found:
        return None
    strength, member = min(found, key=lambda one: ([-part for part in one[0]], one[1]))
    name = scene.settings.team[member].name
    return Colleague(member, name, _because(strength, member, scene))


def _strength(member: str, person: str, scene: Scene) -> tuple[int, int, int, int]:
    """Touches with the person, keeping that tie, the strongest tie there, working for them."""
    spoke = sum(
        touch.counts and touch.by == member and person in touch.people and touch.date <= scene.today
        for touch in scene.touches
    )
    plan = scene.plan
    keeps = int(plan.roles[person].ours == member)
    works = int(member == plan.owner or member in getattr(plan, "team", ()))
    works = works or int(member in getattr(plan, "core_team", ()))
    ties = [_tie(one) for one in _kept(member, scene)]
    return spoke, keeps, max(ties, default=0), works


def _because(strength: tuple[int, int, int, int], member: str, scene: Scene) -> str:
    spoke, keeps, tie, _ = strength
    if spoke:
        return f"who spoke with them {'once' if spoke == 1 else f'{spoke} times'}"
    if keeps:
        return "who keeps this tie"
    if tie:
        known = max(_kept(member, scene), key=_tie)
        return f"who is closest there ({known.tie} to {known.name})"
    return "who works for them too"


def _kept(member: str, scene: Scene) -> "list[Person]":
    return [
        one for one in scene.plan.roles.values() if one.ours == member and is_here(one, scene.today)
    ]


def _tie(person: "Person") -> int:
    return TIES.index(person.tie or "none")
