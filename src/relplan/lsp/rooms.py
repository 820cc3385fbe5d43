"""The books that an editor has files of open, each with its desk and what was found last."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from relplan.diagnostics import Diagnostic
from relplan.errors import Refused
from relplan.lsp.desk import Desk, place_of


class Place(NamedTuple):
    """A file of a book that has a desk."""

    desk: Desk
    path: str


class Rooms:
    """Finds the desk of a file; what belongs to no book has none."""

    def __init__(self) -> None:
        self._desks: dict[Path, Desk] = {}
        self._places: dict[str, Place] = {}
        self.found: dict[str, list[Diagnostic]] = {}
        """By address, what was found last in a file that is open."""

    def open(self, uri: str, file: Path, text: str) -> Place | None:
        """Take a file in; None when it is none of a book's."""
        where = place_of(file)
        if where is None:
            return None
        root, path = where
        if root not in self._desks:
            self._desks[root] = Desk(root)
        self._places[uri] = Place(self._desks[root], path)
        self._desks[root].put(path, text)
        return self._places[uri]

    def at(self, uri: str) -> Place | None:
        """The place of a file that is open; None for a foreign one."""
        return self._places.get(uri)

    def close(self, uri: str) -> None:
        """Give a file back; a book of which nothing is open any more is let go."""
        self.found.pop(uri, None)
        place = self._places.pop(uri, None)
        if place is None:
            return
        place.desk.drop(place.path)
        if not place.desk.texts:
            del self._desks[place.desk.root]

    def opened(self, desk: Desk) -> dict[str, str]:
        """The addresses of a book's open files, by path."""
        return {place.path: uri for uri, place in self._places.items() if place.desk is desk}

    def check(self, uri: str, today: date, *, at_once: bool = False) -> list[Diagnostic]:
        """What is found in an open file now; the disk is read anew where somebody wrote to it.

        With `at_once` new words of an initiative are not judged yet.
        """
        place = self._places[uri]
        try:
            found = place.desk.findings(place.path, today, at_once=at_once)
        except Refused:
            place.desk.refresh()
            found = place.desk.findings(place.path, today, at_once=at_once)
        self.found[uri] = found
        return found

    def beside(self, uri: str) -> Iterator[str]:
        """The other open files of the same book, whose findings may hang on this one."""
        place = self._places.get(uri)
        for other, one in self._places.items():
            if place and other != uri and one.desk is place.desk:
                yield other

    def refresh(self) -> list[str]:
        """Read every book's disk anew; returns the addresses of all open files."""
        for desk in self._desks.values():
            desk.refresh()
        return [*self._places]
