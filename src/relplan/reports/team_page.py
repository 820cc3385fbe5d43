"""Which page `team` shows: the whole team, one member, or what happens if that member leaves."""

from datetime import date
from typing import NamedTuple

from relplan.analysis.charge import in_charge_of
from relplan.analysis.departure import departure
from relplan.analysis.load import load_of, team
from relplan.model.book import Book
from relplan.reports.sections import Section
from relplan.reports.team import sections as team_sections
from relplan.reports.team_json import departure_json, member_json, team_json
from relplan.reports.team_member import View, departure_sections, member_sections


class Asked(NamedTuple):
    """What is asked: about everybody or one member, as it is or if they leave."""

    today: date
    member: str | None = None
    leaves: bool = False


def sections(book: Book, asked: Asked, columns: int | None = None) -> list[Section]:
    """The page in the width of a terminal; unwrapped and uncut without one."""
    today, member = asked.today, asked.member
    view = View(book, today, columns)
    if member is None:
        return team_sections(book, team(book, today), columns)
    if asked.leaves:
        return departure_sections(view, departure(book, member, today))
    return member_sections(view, load_of(book, member, today), in_charge_of(book, member, today))


def as_json(book: Book, asked: Asked) -> str:
    """The same for a program."""
    today, member = asked.today, asked.member
    if member is None:
        return team_json(book, team(book, today))
    if asked.leaves:
        return departure_json(today, departure(book, member, today))
    charges = in_charge_of(book, member, today)
    return member_json(today, book, load_of(book, member, today), charges)
