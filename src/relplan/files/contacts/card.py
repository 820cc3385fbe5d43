"""One vCard as a person of a plan: which property fills which field, and what has no place."""

import re
from collections.abc import Iterable
from urllib.parse import unquote

from relplan.files.contacts.contact import Contact, Lost, Said
from relplan.files.contacts.days import birthday
from relplan.files.contacts.foreign import LONGEST, clean, hides
from relplan.files.contacts.property import Property

_ABOUT_THE_CARD = ("VERSION", "BEGIN", "END")
_WORDS = {
    "ADR": "street address",
    "AGENT": "agent",
    "BDAY": "birthday",
    "CATEGORIES": "categories",
    "EMAIL": "further e-mail address",
    "IMPP": "chat address",
    "KEY": "key",
    "LABEL": "address label",
    "LOGO": "logo",
    "NICKNAME": "nickname",
    "ORG": "organisation",
    "PHOTO": "photo",
    "ROLE": "role",
    "TEL": "further phone number",
    "TZ": "time zone",
    "UID": "identifier",
    "REV": "day of the card's last change",
    "URL": "website",
}
_NO_VOICE = frozenset({"FAX", "PAGER", "MODEM", "BBS"})
_MAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+")


class Card:
    """The properties of a card, and what could not be read of it."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.properties: list[Property] = []
        self.lost: list[Lost] = []
        self.full = False
        """True when it has more lines than a card has, and the rest was left out."""

    def all(self, *names: str) -> list[Property]:
        """The properties of these names, by name first, then as they stand."""
        return [one for name in names for one in self.properties if one.name == name]


def contact_of(file: str, card: Card) -> Contact | str:
    """The person on a card; a text says why there is nobody."""
    if any(
        one.text().strip().lower() == "group"
        for one in card.all("KIND", "X-ADDRESSBOOKSERVER-KIND")
    ):
        return "a group, no person"
    reader = _Reader(card)
    name = reader.name()
    if name is None:
        org = "; a company alone is no person" if reader.org else ""
        return f"no name stands in this card{org}"
    reader.fill()
    fields = {"name": name, **reader.fields}
    return Contact(
        file,
        card.line,
        fields,
        tuple(reader.emails),
        tuple(reader.phones),
        reader.org[0] if reader.org else "",
        tuple(sorted([*card.lost, *reader.lost], key=lambda one: one.line)),
    )


class _Reader:
    """Goes over a card once; what no field takes is lost, by name."""

    def __init__(self, card: Card) -> None:
        self.card = card
        self.fields: dict[str, Said] = {}
        self.lost: list[Lost] = []
        self.emails: list[str] = []
        self.phones: list[str] = []
        self._used: set[int] = set()
        self.org = next((one.parts() for one in card.all("ORG") if any(one.parts())), [])

    def name(self) -> Said | None:
        """The name as they write it, else put together from its parts."""
        for one in self.card.all("FN"):
            text = clean(one.text())
            if text and len(text) <= LONGEST:
                self._use(one)
                for parts in self.card.all("N"):
                    self._use(parts)
                return Said(text, one.line)
        for one in self.card.all("N"):
            last, first, middle, _, suffix = (one.parts() + [""] * 5)[:5]
            if text := " ".join(part for part in (first, middle, last, suffix) if part):
                self._use(one)
                return Said(text[:LONGEST], one.line)
        return None

    def fill(self) -> None:
        """Fill the fields, then name what is left."""
        self._first("title", self.card.all("TITLE", "ROLE"))
        self._department()
        self._contacts("email", sorted(self.card.all("EMAIL"), key=_rank))
        self._contacts("phone", sorted(self.card.all("TEL"), key=_rank))
        self._birthday()
        self._many("interests", self.card.all("INTEREST", "HOBBY", "EXPERTISE")[:20])
        self._many("notes", self.card.all("NOTE"))
        for one in self.card.properties:
            if id(one) not in self._used and one.name not in _ABOUT_THE_CARD:
                self._lose(one)
            elif one.odd:
                why = (
                    f"is not in the encoding that it names; read as {one.odd}: look at its accents"
                )
                self.lost.append(Lost(one.name, one.line, why))

    def _use(self, one: Property) -> None:
        self._used.add(id(one))
        if hides(one.text()):
            self.lost.append(Lost(f"invisible characters in {one.name}", one.line, "were left out"))

    def _lose(self, one: Property, why: str = "has no place in a plan") -> None:
        self._used.add(id(one))
        words = _WORDS.get(one.name, one.name)
        said = clean(" ".join(part for part in one.parts() if part)) if len(one.value) < 300 else ""
        if said or one.value.strip():
            self.lost.append(Lost(words, one.line, why, said))

    def _first(self, field: str, found: Iterable[Property]) -> None:
        for one in found:
            text = clean(one.text())
            if text and len(text) <= LONGEST and field not in self.fields:
                self.fields[field] = Said(text, one.line)
                self._use(one)

    def _department(self) -> None:
        for one in self.card.all("ORG"):
            parts = [part for part in one.parts()[1:] if part]
            if parts and "department" not in self.fields:
                self.fields["department"] = Said(", ".join(parts)[:LONGEST], one.line)
            if one.parts()[0] and one.parts() == self.org:
                self._lose(one._replace(value=one.value.split(";")[0]))
            self._used.add(id(one)) if one.parts() == self.org else None

    def _contacts(self, field: str, found: Iterable[Property]) -> None:
        """The best e-mail address or phone number; the others are kept to know the person by."""
        known = self.emails if field == "email" else self.phones
        for one in found:
            text = _address(one)
            if field == "email" and not _MAIL.fullmatch(text):
                self._lose(one, "is no e-mail address")
            elif field == "phone" and (one.types & _NO_VOICE or not any(map(str.isdigit, text))):
                self._lose(one, "is a fax or pager" if one.types & _NO_VOICE else "is no number")
            elif text in known:
                self._use(one)  # the same once more says nothing new
            else:
                known.append(text)
                if field not in self.fields and len(text) <= 254:
                    self.fields[field] = Said(text, one.line)
                    self._use(one)

    def _birthday(self) -> None:
        for one in self.card.all("BDAY"):
            day = birthday(one.text())
            if day and "birthday" not in self.fields:
                self.fields["birthday"] = Said(day, one.line)
                self._use(one)
            elif not day:
                self._lose(one, "is a day that cannot be told for certain")

    def _many(self, field: str, found: Iterable[Property]) -> None:
        texts = [(clean(one.text(), lines=field == "notes"), one) for one in found]
        kept = [(text, one) for text, one in texts if text and len(text) <= LONGEST]
        for text, one in texts:
            if len(text) > LONGEST:
                self._lose(one, f"is longer than {LONGEST:,} characters")
        if kept:
            self.fields[field] = Said("\n".join(text for text, _ in kept), kept[0][1].line)
            for _, one in kept:
                self._use(one)


def _rank(one: Property) -> tuple[int, int]:
    """The order in which addresses and numbers are taken: the preferred, at work, on the move."""
    kinds = ("WORK", "CELL", "IPHONE", "MAIN", "VOICE", "HOME")
    return one.preferred, next((n for n, kind in enumerate(kinds) if kind in one.types), 9)


def _address(one: Property) -> str:
    text = clean(one.text())
    scheme, colon, rest = text.partition(":")
    if colon and scheme.lower() in {"tel", "mailto"}:
        return clean(unquote(rest).replace(";ext=", " ext. "))
    return text
