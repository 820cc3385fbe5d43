"""The way back from a win: the chain of steps, and who holds it back (domain.md 4)."""

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from relplan.analysis.contacts import is_here
from relplan.judgement.claims import our_effort

if TYPE_CHECKING:
    from relplan.model.prospect import Prospect, Step
    from relplan.model.settings import Settings

_WORD = re.compile(r"[^\W_]{3,}")


class Break(NamedTuple):
    """A place at which the chain does not hold."""

    kind: Literal["no steps", "circle", "loose", "too late", "after the win"]
    step: str = ""
    others: tuple[str, ...] = ()
    """The steps between a step and itself, or the one that comes too late."""


class Detractor(NamedTuple):
    """Somebody who holds the win back while nothing is written that meets them."""

    side: Literal["ours", "roles", "team"]
    id: str
    name: str
    step: str | None
    """The first open step that they hold back; None for one of ours who is in no step."""


class Misplaced(NamedTuple):
    """A metric of our own effort that stands above one of theirs."""

    id: str
    below: str


def is_sought(prospect: "Prospect") -> bool:
    """True for a prospect that is to be won, and whose win is written down."""
    return prospect.status == "active" and prospect.win is not None


def core_team(prospect: "Prospect", settings: "Settings", today: date) -> tuple[str, ...]:
    """The ids of the core team, without those who have left us."""
    return tuple(
        id_
        for id_ in dict.fromkeys(prospect.core_team)
        if id_ not in settings.team or is_here(settings.team[id_], today)
    )


def is_taken(step: "Step", today: date) -> bool:
    """True once the step is done."""
    return step.done is not None and step.done <= today


def breaks(prospect: "Prospect", today: date) -> Iterator[Break]:
    """Where the way back from the win is broken, in the order of the file.

    Steps that name no `needs` at all are the chain that their order is.
    """
    if not is_sought(prospect):
        return
    if not prospect.steps:
        yield Break("no steps")
        return
    rounds = {way[0]: way for way in circles(prospect)}
    going_round = {one for way in rounds.values() for one in way}
    ends = frozenset(loose(prospect))
    for id_, step in prospect.steps.items():
        if id_ in rounds:
            yield Break("circle", id_, rounds[id_][1:-1])
        if is_taken(step, today):
            continue
        if id_ in ends:
            yield Break("loose", id_)
        for one in _untimely(id_, prospect, today):
            if not (one.others and {id_, *one.others} <= going_round):  # the circle is the cause
                yield one


def detractors(prospect: "Prospect", settings: "Settings", today: date) -> Iterator[Detractor]:
    """Who holds the win back with nothing to meet them.

    One of ours is met by `motive` and `answer`; one of theirs by notes, or by any step, homework
    or note of the plan that speaks of them. What only done steps say is past.
    """
    against = _against(prospect, today)
    for id_, own in prospect.ours.items():
        holds = own.force == "detractor" or id_ in against
        if holds and not (own.motive and own.answer):
            yield Detractor("ours", id_, own.name, against.get(id_))
    spoken_of = _spoken_of(prospect)
    for id_, step_id in against.items():
        person, member = prospect.roles.get(id_), settings.team.get(id_)
        if person:
            names = {word.casefold() for word in (id_, *_WORD.findall(person.name))}
            if is_here(person, today) and not person.notes and not names & spoken_of:
                yield Detractor("roles", id_, person.name, step_id)
        elif member and id_ not in prospect.ours:
            yield Detractor("team", id_, member.name, step_id)


def is_mapped_at_home(prospect: "Prospect") -> bool:
    """True when somebody of our own house stands among those who touch the win.

    Whoever is none of theirs is one of ours, in the team or not.
    """
    touching = (who for step in prospect.steps.values() for who in step.people)
    return bool(prospect.ours) or any(who not in prospect.roles for who in touching)


def misplaced(prospect: "Prospect") -> Iterator[Misplaced]:
    """The metrics that count what we do and stand above one that counts what they do."""
    theirs = [id_ for id_, metric in prospect.metrics.items() if not our_effort(metric.what)]
    seen = 0
    for id_, metric in prospect.metrics.items():
        if not our_effort(metric.what):
            seen += 1
        elif seen < len(theirs):
            yield Misplaced(id_, theirs[seen])


def _against(prospect: "Prospect", today: date) -> dict[str, str]:
    """Who holds back a step that is still to be taken, each with the first such step."""
    against: dict[str, str] = {}
    for step_id, step in prospect.steps.items():
        if not is_taken(step, today):
            for who, force in step.people.items():
                if force == "detractor":
                    against.setdefault(who, step_id)
    return against


def _untimely(id_: str, prospect: "Prospect", today: date) -> Iterator[Break]:
    step, win = prospect.steps[id_], prospect.win
    if step.by is None:
        return
    # A win in the past is the cause; that steps come after it is only its consequence.
    if win and today <= win.by < step.by:
        yield Break("after the win", id_)
    for need in step.needs:
        before = prospect.steps.get(need)
        if before and before.by and before.by > step.by and not is_taken(before, today):
            yield Break("too late", id_, (need,))


def loose(prospect: "Prospect") -> list[str]:
    """The steps that nothing needs, but for the one that the others lead to."""
    needed = {need for step in prospect.steps.values() for need in step.needs}
    if not needed:
        return []
    ends = [id_ for id_ in prospect.steps if id_ not in needed]
    ids = list(prospect.steps)
    # The list runs backwards; who wrote it forwards has the last step at its end.
    last = ids[0] if ids[0] in ends else ids[-1]
    return [id_ for id_ in ends if id_ != last]


def circles(prospect: "Prospect") -> Iterator[tuple[str, ...]]:
    """The ways by which a step needs itself, each once, beginning and ending with that step."""
    steps = prospect.steps
    finished: set[str] = set()
    for start in steps:
        way: list[tuple[str, Iterator[str]]] = []
        on_way: dict[str, int] = {}
        if start not in finished:
            on_way[start] = 0
            way.append((start, iter(steps[start].needs)))
        while way:
            id_, needs = way[-1]
            need = next(needs, None)
            if need is None:
                finished.add(id_)
                del on_way[id_]
                way.pop()
            elif need in on_way:
                yield (*(one for one, _ in way[on_way[need] :]), need)
            elif need in steps and need not in finished:
                on_way[need] = len(way)
                way.append((need, iter(steps[need].needs)))


def _spoken_of(prospect: "Prospect") -> frozenset[str]:
    """Every word of the plan by which somebody could be meant, but for the entries of people."""
    texts = [prospect.notes]
    for step in prospect.steps.values():
        texts += [step.what, step.value]
    for item in prospect.homework.values():
        texts += [item.learned, item.source, item.who]
    for held in prospect.review.held.values():
        texts += [held.note, *(one.what for one in held.decided)]
    return frozenset(word.casefold() for text in texts if text for word in _WORD.findall(text))
