"""To whom a campaign goes: who has not heard it, who has not answered, who has."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from relplan.analysis.state import count
from relplan.analysis.targets import Target, Targets
from relplan.clock import spoken
from relplan.reports.campaigns import pitch_fields
from relplan.reports.safe import safe
from relplan.reports.sections import Line, Section, text


def page(id_: str, found: Targets, today: date, columns: int | None = None) -> list[Section]:
    """The decision makers in three groups, each with who of ours goes and why."""
    heard = [one for one in found.people if one.pitches]
    waiting = [one for one in heard if one.last and one.last.outcome == "open"]
    new = [one for one in found.people if not one.pitches]
    answered = [one for one in heard if one not in waiting]
    parts = (
        ("", _head(id_, found, columns)),
        ("HAVE NOT HEARD IT", _rows([one for one in new if not one.wait], today, columns)),
        ("NOT NOW", _rows([one for one in new if one.wait], today, columns)),
        ("HAVE NOT ANSWERED", _rows(waiting, today, columns)),
        ("HAVE ANSWERED", _rows(answered, today, columns)),
        ("WHO DECIDES IS NOT KNOWN", _undecided(found.undecided, columns)),
    )
    sections = [Section(heading, tuple(lines)) for heading, lines in parts]
    return [section for section in sections if section.lines]


def _head(id_: str, found: Targets, columns: int | None) -> Iterator[Line]:
    deciders = count(len(found.people), "decision maker")
    have = "has" if found.heard == 1 else "have"
    yield from text(f"{id_}: {found.heard} of {deciders} {have} heard it", columns, indent=0)


def _rows(found: Sequence[Target], today: date, columns: int | None) -> Iterator[Line]:
    for one in found:
        title = f", {safe(one.person.title)}" if one.person.title else ""
        who = f"{safe(one.person.name)}{title}, {safe(one.plan.name)} ({one.client} {one.id})"
        yield from text(who, columns, lead="· ")
        if one.last:
            said = f": {safe(one.last.feedback)}" if one.last.feedback else ""
            day = spoken(one.last.date, today)
            line = f"{day} by {one.last.by}, {one.last.outcome}{said}"
            yield from text(line, columns, indent=4, tone="quiet")
        if one.wait:
            yield from text(one.wait, columns, indent=4, lead="! ", tone="late")
        elif not one.last or one.last.outcome not in ("accepted", "declined"):
            yield from text(_goer(one), columns, indent=4)


def _goer(one: Target) -> str:
    if one.goer is None:
        return "nobody of ours is near: give the campaign an owner"
    return f"{safe(one.goer.name)} goes, {safe(one.goer.because)}"


def _undecided(names: Sequence[str], columns: int | None) -> Iterator[Line]:
    for name in names:
        yield from text(f"{safe(name)}: nobody in the plan is a decision-maker", columns, lead="! ")


def as_json(id_: str, found: Targets, today: date) -> str:
    """The decision makers for a program."""
    value = {
        "version": 1,
        "today": today.isoformat(),
        "campaign": id_,
        "targets": [_fields(one) for one in found.people],
        "undecided": list(found.undecided),
    }
    return json.dumps(value, indent=2, sort_keys=True) + "\n"


def _fields(one: Target) -> dict[str, Any]:
    goes = one.goer
    return {
        "client": one.client,
        "client_name": one.plan.name,
        "person": one.id,
        "person_name": one.person.name,
        "title": one.person.title,
        "pitches": [pitch_fields(each) for each in one.pitches],
        "goes": {"member": goes.id, "because": goes.because} if goes else None,
        "wait": one.wait or None,
    }
