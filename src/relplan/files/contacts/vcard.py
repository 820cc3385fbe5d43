"""vCards 2.1, 3.0 and 4.0: each card of a file, with every line that says nothing to a plan named."""

import re
from collections.abc import Iterator

from relplan.files.contacts.card import Card, contact_of
from relplan.files.contacts.contact import Contact, Contacts, Lost, Unread
from relplan.files.contacts.lines import Line, logical_lines
from relplan.files.contacts.property import property_of

MOST = 10_000
"""No consultant's address book has more; a file that repeats itself for ever stops here."""
_MOST_LINES = 2_000
_BEGIN = re.compile(r"\s*(?:[\w-]+\.)?BEGIN\s*:\s*VCARD\s*", re.IGNORECASE | re.ASCII)
_END = re.compile(r"\s*(?:[\w-]+\.)?END\s*:\s*VCARD\s*", re.IGNORECASE | re.ASCII)
_AGENT = re.compile(r"(?:[\w-]+\.)?AGENT\b[^:]*:\s*(BEGIN:VCARD\s*)?", re.IGNORECASE | re.ASCII)
_COMMENT = re.compile(r"\s*#")


def contacts_of(file: str, text: str) -> Contacts:
    """Everybody in the cards of a file; what is nobody, and what was left out, is named."""
    people: list[Contact] = []
    unread: list[Unread] = []
    for found in _found(text):
        if isinstance(found, Lost):
            unread.append(Unread(file, found.line, found.why))
            continue
        if len(people) + len(unread) >= MOST:
            unread.append(Unread(file, found.line, f"more than {MOST:,} cards; split the file"))
            break
        made = contact_of(file, found)
        if isinstance(made, Contact):
            people.append(made)
        else:
            unread.append(Unread(file, found.line, made))
    return Contacts(tuple(people), tuple(unread))


def _found(text: str) -> Iterator[Card | Lost]:
    """The cards, and the lines that stand outside of every card."""
    card: Card | None = None
    nested, agent = 0, False
    for line in logical_lines(text):
        begins, ends = _BEGIN.fullmatch(line.text), _END.fullmatch(line.text)
        if card is None:
            if begins:
                card = Card(line.number)
            elif not _COMMENT.match(line.text):
                yield Lost("line", line.number, "stands outside of a card")
        elif nested:
            nested += bool(begins) - bool(ends)
        elif begins and agent:
            nested = 1
        elif begins:
            card.lost.append(_cut(line.number))
            yield card
            card = Card(line.number)
        elif ends:
            yield card
            card = None
        else:
            nested = _read(card, line)
        opens = _AGENT.fullmatch(line.text)
        agent = opens is not None and not opens[1]
    if card is not None:
        card.lost.append(_cut(card.line))
        yield card


def _cut(line: int) -> Lost:
    return Lost("end of the card", line, "is missing: the file may have been cut off")


def _read(card: Card, line: Line) -> int:
    """Put a line into the card; 1 when another card begins within it."""
    if (agent := _AGENT.match(line.text)) is not None:
        card.lost.append(Lost("agent", line.number, "is another person; import their own card"))
        return int(agent[1] is not None and agent.end() == len(line.text))
    found = property_of(line)
    if isinstance(found, str) and len(card.lost) < _MOST_LINES:
        why = "is a comment" if _COMMENT.match(line.text) else found
        card.lost.append(Lost("line", line.number, why, line.text[:60]))
    elif not isinstance(found, str) and len(card.properties) < _MOST_LINES:
        card.properties.append(found)
    elif not card.full:
        card.full = True
        why = f"and what follows in this card was left out: it has more than {_MOST_LINES:,} lines"
        card.lost.append(Lost("line", line.number, why))
    return 0
