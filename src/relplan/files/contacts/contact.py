"""What a foreign file says of people: frozen records, each text with the line that it stands in."""

from collections.abc import Mapping
from typing import NamedTuple

PLACES = ("name", "title", "department", "email", "phone", "birthday", "interests", "notes")
"""The fields of a person that a contact may fill, in the order of the model."""


class Said(NamedTuple):
    """A text with its place."""

    text: str
    line: int


class Lost(NamedTuple):
    """Something that has no place in a plan, or was left out: what, why, and its text if short."""

    what: str
    line: int
    why: str = "has no place in a plan"
    text: str = ""


class Contact(NamedTuple):
    """One person as a foreign file has them."""

    file: str
    line: int
    fields: Mapping[str, Said]
    """By the names in PLACES; one always has a `name`."""
    emails: tuple[str, ...] = ()
    """Every address, to know the person by."""
    phones: tuple[str, ...] = ()
    company: str = ""
    lost: tuple[Lost, ...] = ()

    @property
    def name(self) -> str:
        """Their name."""
        return self.fields["name"].text

    @property
    def place(self) -> str:
        """The file and the line at which they begin."""
        return f"{self.file}:{self.line}"


class Unread(NamedTuple):
    """A part of a file that gives nobody, and why."""

    file: str
    line: int
    why: str


class Contacts(NamedTuple):
    """All that was found in a file."""

    people: tuple[Contact, ...] = ()
    unread: tuple[Unread, ...] = ()
    notes: tuple[str, ...] = ()
    """What concerns the whole file: its encoding, lines before the header, columns left out."""
