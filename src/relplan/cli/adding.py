"""A new entry of a plan, for the commands that begin one: its id, its fields, its place."""

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

import typer

from relplan.cli.plans import Work
from relplan.errors import WrongUse

if TYPE_CHECKING:
    from relplan.files.edit.render import Value
    from relplan.files.put import Where

Fields = Mapping[str, str | None]
"""The written names of an entry's fields with what was typed for them; None is: not given.

`measure.what` is a field of a group in the entry.
"""


def needed(said: str | None, name: str, question: str) -> str:
    """What was typed; on a terminal it is asked for, else WrongUse names what is missing."""
    while said is None or not said.strip():
        if not sys.stdin.isatty():
            raise WrongUse(f"{name} is missing: {question}")
        said = typer.prompt(question, prompt_suffix=" ")
    return " ".join(said.split())


def begin(here: Work, section: "Where", id_: str | None, fields: Fields) -> str:
    """Put a new entry into a section of the plan in the draft; returns its id.

    The first of the fields is what the entry is called: an id that is not given is made of it.
    """
    from relplan.cli.values import typed_value
    from relplan.files.book import shape_of
    from relplan.files.put import put
    from relplan.files.shape import short_form_at
    from relplan.files.start import new_id
    from relplan.model import ids

    name = next(iter(fields.values())) or ""
    made = ids.nearest_id(name) if section == ("roles",) else ids.id_of_words(name)
    new = new_id(id_ if id_ is not None else made, name, _taken(here, section))
    shape, where = shape_of(here.path), (*section, new)
    entry: dict[str, Value] = {}
    for field, said in fields.items():
        if said is not None:
            *groups, last = field.split(".")
            holder = entry.setdefault(groups[0], {}) if groups else entry
            holder[last] = typed_value(shape, (*where, *groups, last), [said], here.today)
    short = short_form_at(shape, where)
    put(here.draft, here.path, where, entry[short] if short and [*entry] == [short] else entry)
    return new


Kind = Literal["member", "person", "weakness", "goal"]


def referred(here: Work, kind: Kind, typed: str | None) -> str | None:
    """The ids that were meant by what was typed: ids, prefixes or parts of names, with commas."""
    from relplan.model import ids

    if typed is None:
        return None
    what, names = _names(here, kind)
    return ",".join(ids.find(one.strip(), names, what) for one in typed.split(","))


def _names(here: Work, kind: Kind) -> tuple[str, dict[str, str]]:
    if kind == "member":
        team = here.loaded.book.settings.team
        return "member of the team", {id_: one.name for id_, one in team.items()}
    named = {
        "person": here.names.people,
        "weakness": here.names.weaknesses,
        "goal": here.names.goals,
    }
    return f"{kind} of {here.names.name}", named[kind]


def _taken(here: Work, section: "Where") -> dict[str, str]:
    """The ids that the section has already; of initiatives those of every goal, as a log names them."""
    if section[-1] == "initiatives":
        goals = here.names.goal_of.items()
        return {id_: f"goals.{goal}.initiatives.{id_}" for id_, goal in goals}
    there = here.written(section)
    return {one: f"{section[0]}.{one}" for one in there} if isinstance(there, dict) else {}
