"""Their people as contacts: vCard 4 (RFC 6350), one card a person.

What a colleague must know before calling is left out unless it is asked for: cards travel.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from relplan import __version__
from relplan.analysis.contacts import is_here, keeper
from relplan.reports.export.source import Source
from relplan.reports.safe import safe

if TYPE_CHECKING:
    from relplan.model.person import Person
    from relplan.model.plan import Plan
    from relplan.model.prospect import Prospect

_LONGEST = 75
_SPACE = UUID("6f3f7f0e-6d0b-5a8e-9b7c-2d1f4a5c8e90")
"""Of the identities of people: the same person has the same one in every export."""


def as_cards(source: Source, owner: str | None = None, *, notes: bool = False) -> tuple[str, int]:
    """The cards of the people who are there (of one keeper), and how many there are."""
    cards = [
        "".join(fold(line) for line in _card(source, client, id_, notes=notes))
        for client, plan in source.everyone.items()
        for id_, person in plan.roles.items()
        if is_here(person, source.today) and owner in (None, keeper(person, plan))
    ]
    return "".join(cards), len(cards)


def escaped(text: str) -> str:
    """The one way by which foreign text enters a card: it stays one value."""
    lines = re.sub(r"\r\n?|[\u0085\u2028\u2029]", "\n", text).rstrip("\n")
    shown = safe(lines.replace("\t", " "), one_line=False).replace("\\", "\\\\")
    return re.sub("([,;])", r"\\\1", shown).replace("\n", "\\n")


def fold(line: str) -> str:
    """The line as the standard wants it: at most 75 bytes, what follows begins with a space."""
    parts, rest = [], line.encode("utf-8")
    room = _LONGEST
    while len(rest) > room:
        cut = room
        while rest[cut] & 0xC0 == 0x80:  # never within a character
            cut -= 1
        parts.append(rest[:cut])
        rest, room = rest[cut:], _LONGEST - 1
    return b"\r\n ".join([*parts, rest]).decode("utf-8") + "\r\n"


def _card(source: Source, client: str, id_: str, *, notes: bool) -> Iterator[str]:
    plan = source.everyone[client]
    person = plan.roles[id_]
    firm = source.book.settings.firm
    yield from ("BEGIN:VCARD", "VERSION:4.0", f"PRODID:-//relplan//relplan {__version__}//EN")
    yield f"UID:urn:uuid:{uuid5(_SPACE, chr(10).join((firm, client, id_)))}"
    yield f"REV:{source.today.isoformat().replace('-', '')}T000000Z"
    yield f"FN:{escaped(person.name)}"
    # Which part is the family name nobody has written down, and it is not guessed here.
    yield f"N:;{escaped(person.name)};;;"
    yield from _work(plan, person)
    if person.birthday:
        year = f"{person.birthday.year:04}" if person.birthday.year else "--"
        yield f"BDAY:{year}{person.birthday.month:02}{person.birthday.day:02}"
    if notes:
        yield from (f"INTEREST:{escaped(one)}" for one in person.interests)
        yield from (f"NOTE:{escaped(one)}" for one in [person.notes] if one)
    yield f"X-RELPLAN-ID:{client}/{id_}"
    yield "END:VCARD"


def _work(plan: "Plan | Prospect", person: "Person") -> Iterator[str]:
    parts = [plan.name, *([person.department] if person.department else [])]
    if not person.external:  # they work elsewhere, and where is not written down
        yield "ORG:" + ";".join(escaped(one) for one in parts)
    if person.title:
        yield f"TITLE:{escaped(person.title)}"
    if person.role:
        yield f"ROLE:{escaped(person.role)}"
    if person.email:
        yield f"EMAIL;TYPE=work:{escaped(person.email)}"
    if person.phone:
        yield f"TEL;TYPE=work:{escaped(person.phone)}"
    yield f"CATEGORIES:{escaped(plan.name)}"
