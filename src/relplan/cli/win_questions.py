"""What `new prospect` asks on a terminal, from the win backwards; without one nothing is asked."""

import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, TypeVar

import typer

from relplan.errors import WrongUse
from relplan.reports.safe import safe

if TYPE_CHECKING:
    from relplan.files.new_prospect import Lesson, Person, Step

_T = TypeVar("_T")


def win(typed: str | None) -> str:
    """What the won day looks like; WrongUse where nothing is said and nobody can be asked."""
    from relplan.cli.adding import needed

    return needed(typed, "--win", "what does the won day look like: what do they do on it?")


def by(typed: str | None, today: date) -> date:
    """The day of the win, asked again until it is one that is still to come."""
    from relplan.cli.adding import needed
    from relplan.cli.typed_steps import typed_day

    if typed is not None:
        return typed_day("--by", typed, today)
    while True:
        said = needed(None, "--by", "by when is it won?")
        try:
            return typed_day("--by", said, today)
        except WrongUse as why:
            _tell(why, "--by: ")


def sponsor(typed: str | None) -> str:
    """The name of who of theirs wants it; empty for nobody."""
    said = typed if typed is not None else _said("Who of theirs wants it? (nobody yet: Enter)")
    return " ".join(said.split())


def voice(typed: str | None, team: Mapping[str, str]) -> str | None:
    """The member who speaks at C-level."""
    if typed is not None:
        return member(typed, team)
    question = "Who of ours speaks at C-level? (nobody yet: Enter)"
    return _again(question, lambda said: member(said, team))


def core_team(typed: str | None, team: Mapping[str, str]) -> list[str]:
    """The members who carry it."""

    def read(said: str) -> list[str]:
        return [member(one, team) for one in said.split(",") if one.strip()]

    if typed is not None:
        return read(typed)
    return _again("Who of ours carries it? (with commas; nobody yet: Enter)", read) or []


def member(typed: str, team: Mapping[str, str]) -> str:
    """The member of our team who was meant."""
    from relplan.model import ids

    return ids.find(typed.strip(), team, "member of the team")


def steps(win: str, today: date) -> Iterator["Step"]:
    """Back from the win, until nothing must be true before."""
    from relplan.cli.typed_steps import typed_day
    from relplan.files.new_prospect import Step

    after = win
    while what := _said(f'What must be true just before "{after}"? (nothing: Enter)'):
        until = _again("By when? (not known: Enter)", lambda said: typed_day("--step", said, today))
        people = [*_people("theirs"), *_people("ours")]
        value = _said("What do they keep of it, whatever comes after?")
        yield Step(what, until, people, value)
        after = what


def lessons() -> Iterator["Lesson"]:
    """What was learned of what they value, and from what."""
    from relplan.files.new_prospect import Lesson

    while learned := _said("What did you learn of what they value? (nothing more: Enter)"):
        source = _again("From what: an interview, a report, a sales call?", str, needed=True)
        if source:
            yield Lesson(learned, source)


def _people(side: str) -> Iterator["Person"]:
    """Who of one side touches a step, with their force and its motive."""
    from relplan.cli.typed_steps import FORCES
    from relplan.files.new_prospect import Person

    def force(said: str) -> str:
        if said not in FORCES:
            raise WrongUse(f"`{said[:20]}` is no force; write + or - or =")
        return FORCES[said]

    while name := _said(f"Who of {side} touches it? (nobody else: Enter)"):
        question = f"{name}: + drives it, - holds it back, = neither?"
        found = _again(question, force, needed=True) or "neutral"
        why = _said("Why?") if found != "neutral" else ""
        answer = _said("What meets that?") if side == "ours" and found == "detractor" else ""
        yield Person(name, found, ours=side == "ours", why=why, answer=answer)


def _said(question: str) -> str:
    """The answer on one line, empty for none, and where there is no terminal."""
    if not sys.stdin.isatty():
        return ""
    said: str = typer.prompt(
        safe(question), default="", show_default=False, prompt_suffix=" ", err=True
    )
    return " ".join(said.split())


def _again(question: str, read: Callable[[str], _T], *, needed: bool = False) -> _T | None:
    """The answer as it is read, asked again until it can be; None for none."""
    while (said := _said(question)) or (needed and sys.stdin.isatty()):
        try:
            if said:
                return read(said)
        except WrongUse as why:
            _tell(why, "--step: ")
    return None


def _tell(why: WrongUse, option: str) -> None:
    """Say what the answer lacks, without the option that it would be on the command line."""
    print(safe(str(why).removeprefix(option)), file=sys.stderr)
