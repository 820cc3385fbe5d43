"""A prospect's plan as it begins: from the win backwards, out of what was asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from relplan.errors import WrongUse
from relplan.files import emit
from relplan.files.start import filled
from relplan.model import ids


class Person(NamedTuple):
    """Somebody who touches a step, as they were typed."""

    name: str
    force: str
    ours: bool = False
    title: str = ""
    why: str = ""
    answer: str = ""
    """What meets the motive of one of ours."""


class Step(NamedTuple):
    """What must be true on the way."""

    what: str
    by: date | None = None
    people: Sequence[Person] = ()
    value: str = ""


class Lesson(NamedTuple):
    """Something learned, and from what."""

    learned: str
    source: str


class Asked(NamedTuple):
    """All that was asked of a prospect."""

    name: str
    owner: str | None
    priority: str
    win: str
    by: date
    sponsor: str
    """Their name; empty for nobody."""
    steps: Sequence[Step]
    """The last one first."""
    voice: str | None
    core_team: Sequence[str]
    lessons: Sequence[Lesson]


@dataclass
class _Cast:
    """Everybody who was named, each once, under an id."""

    team: Mapping[str, str]
    roles: dict[str, dict[str, str]] = field(default_factory=dict)
    ours: dict[str, dict[str, str]] = field(default_factory=dict)

    def take(self, person: Person) -> str:
        """The id of who was named; whoever is new gets one."""
        member = _known(person.name, self.team)
        if member is not None and (
            person.ours or member == person.name or _same(person, self.team[member])
        ):
            if person.why or person.answer:
                self._write(self.ours, member, {"name": self.team[member], **_own(person)})
            return member
        side, other = (self.ours, self.roles) if person.ours else (self.roles, self.ours)
        names = {id_: one["name"] for id_, one in side.items()}
        id_ = _known(person.name, names) or _free(person.name, {*self.team, *side, *other})
        said = _own(person) if person.ours else _their(person)
        self._write(side, id_, {"name": names.get(id_, person.name), **said})
        return id_

    def _write(self, side: dict[str, dict[str, str]], id_: str, said: dict[str, str]) -> None:
        """Add what is new; who holds back one step is a detractor, and reasons add up."""
        there = side.setdefault(id_, {})
        for key, text in said.items():
            old = there.get(key)
            if old is None or (key == "force" and text == "detractor"):
                there[key] = text
            elif key in ("notes", "motive", "answer") and text not in old:
                there[key] = f"{old}; {text}"


def _same(person: Person, name: str) -> bool:
    return person.name.casefold() == name.casefold()


def _own(person: Person) -> dict[str, str]:
    said = {
        "title": person.title,
        "force": person.force,
        "motive": person.why,
        "answer": person.answer,
    }
    return {key: text for key, text in said.items() if text}


def _their(person: Person) -> dict[str, str]:
    return {key: one for key, one in (("title", person.title), ("notes", person.why)) if one}


def _known(typed: str, names: Mapping[str, str]) -> str | None:
    """The id of whom `typed` can only mean: their id, their name, or one word of one name."""
    wanted = typed.casefold()
    if typed in names:
        return typed
    whole = [id_ for id_, name in names.items() if name.casefold() == wanted]
    parts = [id_ for id_, name in names.items() if wanted in name.casefold().split()]
    return next((found[0] for found in (whole, parts) if len(found) == 1), None)


def _free(name: str, taken: set[str]) -> str:
    """An id of the name that nobody has: the first name where that is free."""
    first = ids.nearest_id(name.split(maxsplit=1)[0])
    id_ = first if first and first not in taken else ids.nearest_id(name)
    if not id_:
        raise WrongUse(f"no id can be made of {name!r}; write the name in Latin letters")
    number = 2
    found = id_
    while found in taken:
        found, number = f"{id_[:60]}-{number}", number + 1
    return found


def text_of(asked: Asked, id_: str, days: tuple[date, date], team: Mapping[str, str]) -> str:
    """The plan as a text that reads at once; `days` are today and the day of the first review.

    WrongUse where a day of a step cannot be.
    """
    _refuse_days(asked)
    cast = _Cast(team)
    win = {"what": asked.win, "by": asked.by.isoformat()}
    if asked.sponsor:
        win["sponsor"] = cast.take(Person(asked.sponsor, "propellent"))
        cast.roles.setdefault(win["sponsor"], {"name": asked.sponsor})["role"] = "sponsor"
    steps = _steps(asked, cast)
    lessons = _lessons(asked, days[0])
    core = [one for one in asked.core_team if one]
    return filled(
        "new/prospect.yaml",
        {
            "ID": id_,
            "NAME": emit.scalar(asked.name),
            "OWNER": _or(asked.owner, "owner", "who of ours answers for them"),
            "PRIORITY": asked.priority,
            "TODAY": days[0].isoformat(),
            "REVIEW": days[1].isoformat(),
            "WIN": f"win: {emit.flow(win)}",
            "VOICE": _or(asked.voice, "voice", "who of ours speaks at C-level"),
            "TEAM": f"core_team: {emit.flow(core)}",
            "ROLES": _section("roles", cast.roles),
            "OURS": _section("ours", cast.ours),
            "STEPS": steps,
            "HOMEWORK": _section("homework", lessons),
            "US": asked.owner or "ben",
        },
    )


def _or(said: str | None, key: str, explained: str) -> str:
    return f"{key}: {said}" if said else f"# {key}:  {explained}"


def _refuse_days(asked: Asked) -> None:
    """WrongUse for a step after the win, or after the step that needs it."""
    after, said = asked.by, f"the win by {asked.by}"
    for step in asked.steps:
        if step.by is None:
            continue
        if step.by > after:
            raise WrongUse(
                f'--step: "{step.what}" comes by {step.by}, and {said} needs it; give an earlier day'
            )
        after, said = step.by, f'"{step.what}" by {step.by}'


def _steps(asked: Asked, cast: _Cast) -> str:
    """The steps with their ids: each needs the next one of the list."""
    names: list[str] = []
    for step in asked.steps:
        base = ids.id_of_words(step.what) or "step"
        id_, number = base, 2
        while id_ in names:
            id_, number = f"{base[:60]}-{number}", number + 1
        names.append(id_)
    lines = ["steps:"] if names else ["steps: {}"]
    for at, (id_, step) in enumerate(zip(names, asked.steps, strict=True)):
        people = {cast.take(one): one.force for one in step.people}
        lines += [f"  {id_}:", f"    what: {emit.scalar(step.what, block=True)}"]
        lines += [f"    by: {step.by}"] if step.by else []
        lines += [f"    needs: [{names[at + 1]}]"] if at + 1 < len(names) else []
        lines += [f"    people: {emit.flow(people)}"] if people else []
        lines += [f"    value: {emit.scalar(step.value, block=True)}"] if step.value else []
    return "\n".join(lines)


def _lessons(asked: Asked, today: date) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for one in asked.lessons:
        id_ = _free(ids.id_of_words(one.learned) or "learned", {*found})
        found[id_] = {"learned": one.learned, "from": one.source, "date": today.isoformat()}
    return found


def _section(key: str, entries: Mapping[str, Mapping[str, str]]) -> str:
    if not entries:
        return f"{key}: {{}}"
    return "\n".join([f"{key}:", *(f"  {id_}: {emit.flow(one)}" for id_, one in entries.items())])
