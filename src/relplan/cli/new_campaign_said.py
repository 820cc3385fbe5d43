"""What is said of a new campaign, on the command line or when asked, and what it means."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import typer

from relplan.errors import WrongUse

if TYPE_CHECKING:
    from relplan.files.book import Loaded

Words = str | list[str]
Cohort = dict[str, Words | dict[str, Words]]
_DEPARTMENTS = 2
_FIELDS = ("of", "priority", "status", "tags", "owner")
_LACKING = {
    "what": "PROPOSITION, what we offer in one sentence",
    "executives": 'executives of two departments, --executive ops="Dana Reid" --executive it=…',
    "resistance": "who of ours resists, what they hold against it and what answers it, --resists,"
    " --resistance and --answer",
    "cohort": "a cohort, --for acme,contoso or --where priority=A",
}


@dataclass(frozen=True)
class Said:
    """What was said so far: texts as they were typed."""

    proposition: str | None
    executives: Sequence[str]
    """Each `department=name`."""
    resistance: tuple[str | None, str | None, str | None]
    """Who resists, what they hold against it, what answers it."""
    is_: str | None
    members: Sequence[str]
    rules: Sequence[str]
    """Each `field=words`."""

    @property
    def what(self) -> str:
        """The proposition on one line; empty when it was not said."""
        return " ".join((self.proposition or "").split())

    def lacking(self) -> list[str]:
        """Which of the requirements are not said yet."""
        said = {
            "what": bool(self.what),
            "executives": len({_parts(one)[0] for one in self.executives}) >= _DEPARTMENTS,
            "resistance": all(one and one.strip() for one in self.resistance),
            "cohort": bool(self.members or self.rules),
        }
        return [name for name, there in said.items() if not there]

    def complete(self) -> "Said":
        """With everything that it takes: asked for on a terminal; elsewhere WrongUse lists it."""
        lacking = self.lacking()
        if not lacking:
            return self
        if not sys.stdin.isatty():
            missing = "".join(f"\n- {_LACKING[one]}" for one in lacking)
            raise WrongUse(f"a campaign has more to say; nothing was written. Missing:{missing}")
        said = self
        if "what" in lacking:
            said = replace(said, proposition=_asked("what do we offer, in one sentence?"))
        if "executives" in lacking:
            said = replace(said, executives=_ask_executives(said.executives))
        if "resistance" in lacking:
            said = replace(said, resistance=_ask_resistance(said.resistance))
        return _ask_cohort(said) if "cohort" in lacking else said


def _asked(question: str) -> str:
    while not (text := str(typer.prompt(question, prompt_suffix=" ")).strip()):
        pass
    return text


def _ask_executives(given: Sequence[str]) -> list[str]:
    found = list(given)
    while len({_parts(one)[0] for one in found}) < _DEPARTMENTS:
        number = "another executive" if found else "an executive"
        found.append(_asked(f"{number} of ours behind it, as department=name:"))
        try:
            _parts(found[-1])
        except WrongUse as why:
            typer.echo(str(why), err=True)
            found.pop()
    return found


def _ask_resistance(
    given: tuple[str | None, str | None, str | None],
) -> tuple[str, str, str]:
    who, what, answer = given
    return (
        who or _asked("who of ours resists? If nobody does, it is probably not a great idea:"),
        what or _asked("what do they hold against it?"),
        answer or _asked("what answers it?"),
    )


def _ask_cohort(said: Said) -> Said:
    is_ = said.is_ or _asked("what do they have in common to whom it is worth as much?")
    typed = _asked("who is that? Names with commas, or a rule such as priority=A tags=plants:")
    if "=" in typed:
        return replace(said, is_=is_, rules=typed.split())
    return replace(said, is_=is_, members=[typed])


def _parts(typed: str) -> tuple[str, str]:
    key, equals, value = (part.strip() for part in typed.partition("="))
    if not (key and equals and value):
        raise WrongUse(f"{typed!r} has no `=` with words on both sides; write department=name")
    return key, value


def executives_of(said: Said, loaded: "Loaded") -> dict[str, str]:
    """The executives by department; a member's id stands for the name."""
    from relplan.model import ids

    team = loaded.book.settings.team
    found = {}
    for one in said.executives:
        department, name = _parts(one)
        if why := ids.why_not_an_id(department):
            raise WrongUse(f"--executive: {why}")
        found[department] = team[name].name if name in team else name
    if len({name.casefold() for name in found.values()}) < _DEPARTMENTS:
        raise WrongUse(
            f"--executive: {next(iter(found.values()))} alone speaks for every department; name"
            " somebody else for one of them"
        )
    return found


def resistance_of(said: Said) -> dict[str, dict[str, str]]:
    """The resistance under an id made of its words."""
    from relplan.model import ids

    who, what, answer = (" ".join((one or "").split()) for one in said.resistance)
    return {ids.id_of_words(what) or "first": {"who": who, "what": what, "answer": answer}}


def cohort_of(said: Said, loaded: "Loaded") -> Cohort:
    """The fields of the cohort as they are written."""
    from relplan.cli.lines import parted
    from relplan.cli.options import client_of

    found: Cohort = {}
    if said.is_:
        found["is"] = " ".join(said.is_.split())
    named = dict.fromkeys(client_of(loaded, one) for one in parted(said.members))
    for kind, plans in (("clients", loaded.book.plans), ("prospects", loaded.book.prospects)):
        if here := [one for one in named if one in plans]:
            found[kind] = here
    if said.rules:
        found["where"] = dict(_rule(one, loaded) for one in said.rules)
    return found


def _rule(typed: str, loaded: "Loaded") -> tuple[str, Words]:
    from relplan.cli.options import member_of
    from relplan.model.choices import not_one_of

    field, equals, words = (part.strip() for part in typed.partition("="))
    if not equals or not words:
        raise WrongUse(
            f"--where: {typed!r} is no rule; write it as priority=A or tags=plants,audit"
        )
    if field not in _FIELDS:
        raise WrongUse(f"--where: {not_one_of(field, _FIELDS)}")
    values = [one.strip() for one in words.split(",") if one.strip()]
    if field == "owner":
        return field, [member_of(loaded, one) for one in values]
    return field, values[0] if len(values) == 1 else values


def runs_of(begins: str | None, ends: str | None, today: date) -> tuple[str, str] | None:
    """The first and the last day as they are written; None while it is not planned."""
    from relplan.cli.typed_dates import any_day

    if begins is None and ends is None:
        return None
    days = []
    for option, typed in (("--from", begins or today.isoformat()), ("--to", ends)):
        if typed is None:
            raise WrongUse("--from is the first day of a run; say the last one with --to")
        try:
            days.append(any_day(typed, today))
        except ValueError as error:
            raise WrongUse(f"{option}: {error}") from None
    if days[1] < days[0]:
        raise WrongUse(f"--to: {days[1]} is before {days[0]}, when it begins")
    return days[0].isoformat(), days[1].isoformat()
