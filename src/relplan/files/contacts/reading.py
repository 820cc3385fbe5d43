"""Which kind of file somebody exported, seen by what stands in it, and who is in it."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from relplan.errors import WrongUse
from relplan.files.contacts.contact import Contacts
from relplan.files.contacts.foreign import bytes_of, text_of

_CARD = re.compile(r"^\s*(?:[\w-]+\.)?BEGIN\s*:\s*VCARD", re.IGNORECASE | re.MULTILINE | re.ASCII)
_CALENDAR = re.compile(r"^\s*BEGIN\s*:\s*VCALENDAR", re.IGNORECASE | re.MULTILINE | re.ASCII)
_HEAD = 100_000
_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How an .xlsx and an .xls begin."""


class Foreign(NamedTuple):
    """A file with its text."""

    name: str
    kind: str
    """card, table or calendar."""
    text: str
    encoding: str


def foreign_of(path: Path) -> Foreign:
    """The file's text and kind; WrongUse or Refused when it cannot be had, or says nothing."""
    raw = bytes_of(path)
    if raw.startswith(_OFFICE):
        raise WrongUse(f"{path} is a workbook; save it as CSV and import that")
    text, encoding = text_of(raw)
    head = text[:_HEAD]
    if not text.strip():
        raise WrongUse(f"{path} is empty")
    if _CALENDAR.search(head):
        return Foreign(path.name, "calendar", text, encoding)
    kind = "card" if _CARD.search(head) else "table"
    if kind == "table" and text.count("\0") > 10:
        raise WrongUse(f"{path} is no text; export as vCard (.vcf), CSV or iCalendar (.ics)")
    return Foreign(path.name, kind, text, encoding)


def contacts_in(files: Sequence[Foreign], mapping: Mapping[str, str]) -> Contacts:
    """Everybody in the files."""
    found = [_contacts(one, mapping) for one in files]
    return Contacts(
        tuple(who for one in found for who in one.people),
        tuple(what for one in found for what in one.unread),
        tuple(
            f"{file.name}: {note}"
            for file, one in zip(files, found, strict=True)
            for note in one.notes
        ),
    )


def _contacts(file: Foreign, mapping: Mapping[str, str]) -> Contacts:
    if file.kind == "card":
        from relplan.files.contacts.vcard import contacts_of

        return contacts_of(file.name, file.text)
    from relplan.files.contacts import table

    return table.contacts_of(file.name, file.text, mapping)
