"""Every decision maker of a campaign's cohort: heard or not, and who of ours goes to whom."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.absence import is_away, is_gone
from relplan.analysis.campaigns import deciders
from relplan.analysis.cohort import cohort
from relplan.analysis.colleagues import Scene, nearest
from relplan.analysis.contacts import in_force, is_breathing, keeps_in_touch, snooze_of
from relplan.clock import spoken

if TYPE_CHECKING:
    from relplan.model.book import Book
    from relplan.model.campaign import Campaign, Pitch
    from relplan.model.person import Person
    from relplan.model.plan import Plan
    from relplan.model.prospect import Prospect


class Goer(NamedTuple):
    """The member of ours who takes the proposition to somebody, and why it is this one."""

    id: str
    name: str
    because: str


class Target(NamedTuple):
    """One person who decides at one member of the cohort."""

    client: str
    plan: "Plan | Prospect"
    id: str
    person: "Person"
    pitches: tuple["Pitch", ...]
    """The pitches to this person, the oldest first."""
    goer: Goer | None
    wait: str
    """Why nobody goes now; empty when nothing stands against it."""

    @property
    def last(self) -> "Pitch | None":
        """The newest pitch to this person."""
        return self.pitches[-1] if self.pitches else None


class Targets(NamedTuple):
    """The people to whom the proposition is taken, and the members of whom nobody is known."""

    people: tuple[Target, ...]
    undecided: tuple[str, ...]
    """The names of the members in whose plan nobody is called a decision-maker."""

    @property
    def heard(self) -> int:
        """How many of the people have heard the proposition."""
        return sum(bool(one.pitches) for one in self.people)


def targets(campaign: "Campaign", book: "Book", today: date) -> Targets:
    """The decision makers of every member of the cohort, in the order of cohort and plans."""
    found: list[Target] = []
    undecided = []
    everyone = book.everyone()
    for member in cohort(campaign, book):
        plan = everyone.get(member.id)
        if plan is None:
            continue
        there = [*_of(member.id, plan, campaign, book, today)]
        found += there
        undecided += [] if there else [plan.name]
    return Targets(tuple(found), tuple(undecided))


def pitches_to(campaign: "Campaign", client: str, person: str) -> tuple["Pitch", ...]:
    """The pitches to one person, the oldest first; of one day the one further down is the newer."""
    found = [one for one in campaign.pitches if (one.at, one.to) == (client, person)]
    return tuple(sorted(found, key=lambda one: one.date))


def _of(
    client: str, plan: "Plan | Prospect", campaign: "Campaign", book: "Book", today: date
) -> Iterator[Target]:
    scene = Scene(plan, in_force(book.touches.get(client, ())), book.settings, today)
    for id_ in deciders(plan, today):
        pitches = pitches_to(campaign, client, id_)
        goer = _goer(id_, pitches, campaign, scene)
        yield Target(client, plan, id_, plan.roles[id_], pitches, goer, _wait(id_, scene))


def _goer(
    person: str, pitches: tuple["Pitch", ...], campaign: "Campaign", scene: Scene
) -> Goer | None:
    """Who pitched it, else who keeps the tie, else who is nearest, else the campaign's owner."""
    tie = scene.plan.roles[person]
    if pitches and _is_here(pitches[-1].by, scene):
        return _named(pitches[-1].by, "who pitched it to them", scene)
    if tie.ours and tie.tie not in (None, "none") and _is_here(tie.ours, scene):
        return _named(tie.ours, f"who keeps this tie ({tie.tie})", scene)
    if found := nearest(person, scene, ()):
        return Goer(*found)
    for member, because in (
        (scene.plan.owner, "who answers for them"),
        (campaign.owner, "who answers for the campaign; nobody of ours is closer"),
    ):
        if member and _is_here(member, scene):
            return _named(member, because, scene)
    return None


def _named(member: str, because: str, scene: Scene) -> Goer:
    return Goer(member, scene.settings.team[member].name, because)


def _is_here(member: str, scene: Scene) -> bool:
    gone = is_gone(member, scene.settings, scene.today)
    return not gone and not is_away(member, scene.settings, scene.today)


def _wait(person: str, scene: Scene) -> str:
    if is_breathing(scene.plan, scene.today):
        return "the relationship breathes after a fault of ours: nobody calls"
    if scene.plan.status == "damaged":
        return "the relationship is damaged: repair it first"
    if not keeps_in_touch(scene.plan):
        return f"the plan is {scene.plan.status}"
    snooze = snooze_of(scene.touches, person, scene.today)
    if snooze and snooze.snooze and snooze.snooze > scene.today:
        return f"not before {spoken(snooze.snooze, scene.today)}, by a snooze"
    return ""
