"""What goes to somebody else with its people: the open promises of those who hand over."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from relplan.analysis.contacts import is_here
from relplan.analysis.promises import Given, still_open

if TYPE_CHECKING:
    from relplan.model.book import Book


def promised_by(
    book: "Book", member: str, today: date, client: str = ""
) -> Iterator[tuple[str, Given]]:
    """The open promises that a member keeps, with the client of each; of one client if given."""
    for id_, touches in book.touches.items():
        if client in ("", id_):
            yield from ((id_, one) for one in still_open(touches, today, by=member))


def promised_to(book: "Book", client: str, person: str, today: date) -> list[Given]:
    """The open promises that somebody of a client waits for."""
    return still_open(book.touches.get(client, ()), today, to=person)


def taken_over(book: "Book", client: str, given: Given, by: str, today: date) -> Mapping[str, Any]:
    """The line by which a member keeps a promise from today, to those who are still there."""
    roles = book.everyone()[client].roles
    here = [one for one in given.people if one in roles and is_here(roles[one], today)]
    return _line(today, here or list(given.people), by, given.what)


def waits_for(given: Given, old: str, new: str, today: date) -> Mapping[str, Any]:
    """The line by which somebody else of theirs waits for a promise, in the place of another."""
    people = dict.fromkeys(new if one == old else one for one in given.people)
    return _line(today, list(people), given.owner, given.what)


def _line(today: date, people: list[str], by: str, what: str) -> Mapping[str, Any]:
    return {"date": today.isoformat(), "with": people, "by": by, "taken_over": what}
