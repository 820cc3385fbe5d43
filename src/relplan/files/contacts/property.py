"""One property of a vCard: its name, its parameters and its value, decoded.

icalendar reads the parameters: vCards and calendars share that grammar. vobject would know vCards,
but its pattern of a line takes time that doubles with each parameter (docs/decisions.md).
"""

import base64
import quopri
import re
from collections.abc import Mapping
from typing import NamedTuple

from icalendar.parser import Parameters

from relplan.files.contacts.foreign import clean, from_bytes, healed
from relplan.files.contacts.lines import Line

_NAME = re.compile(r"(?:([\w-]+)\.)?([\w-]+)\s*", re.ASCII)
_LONGEST_HEAD = 2000
_LONGEST_VALUE = 20_000
"""Of what is longer nobody needs the rest: it is too long for a plan anyway."""
_PIECE = re.compile(r"\\.|[;,]|[^\\;,]+|\\", re.DOTALL)
_ENCODINGS = ("QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT")


class Property(NamedTuple):
    """A property as it was written, with what it took to decode it."""

    name: str
    group: str
    types: frozenset[str]
    preferred: int
    """0 for the most preferred, 99 where nothing is said of it."""
    value: str
    """Decoded, with its backslashes still in it."""
    line: int
    odd: str = ""
    """The encoding that was guessed, where the one that was named does not fit."""

    def text(self) -> str:
        """The value as one text, without backslashes."""
        return "".join(_plain(one) for one in _PIECE.findall(self.value[:_LONGEST_VALUE]))

    def parts(self, sign: str = ";") -> list[str]:
        """The value cut at each `sign` that no backslash guards; each part a clean text."""
        found = [""]
        for piece in _PIECE.findall(self.value[:_LONGEST_VALUE]):
            if piece == sign:
                found.append("")
            else:
                found[-1] += _plain(piece)
        return [clean(one) for one in found]


def property_of(line: Line) -> Property | str:
    """The property in a logical line; a text says why there is none."""
    colon = _colon(line.text)
    if colon < 0:
        return "no `:` stands in this line"
    head, value = line.text[:colon], line.text[colon + 1 :]
    named = _NAME.match(head)
    if named is None or len(head) > _LONGEST_HEAD or head[named.end() :][:1] not in {"", ";"}:
        return "this line does not begin with the name of a property"
    given = _parameters(head[named.end() + 1 :])
    if given is None:
        return "the parameters before the `:` cannot be read"
    text, odd = _decoded(value, given)
    types = _words(given, "TYPE")
    group, name = named.groups("")
    return Property(name.upper(), group, types, _preferred(types, given), text, line.number, odd)


def _colon(text: str) -> int:
    """Where the value begins: the first colon outside of quotes; -1 for none."""
    quoted = False
    for at, char in enumerate(text[: _LONGEST_HEAD + 1]):
        if char == '"':
            quoted = not quoted
        elif char == ":" and not quoted:
            return at
    return text.find(":", 0, _LONGEST_HEAD)


def _parameters(text: str) -> Mapping[str, object] | None:
    """The parameters by name; the bare words of vCard 2.1 are types, or an encoding."""
    named = []
    for one in re.findall(r'(?:"[^"]*"|[^;"])+', text):
        word = one.strip().upper()
        bare = "ENCODING" if word in _ENCODINGS else "TYPE"
        named.append(one.strip() if "=" in one else f"{bare}={one.strip()}")
    merged: dict[str, list[str]] = {}
    for one in named:
        try:
            read = Parameters.from_ical(one)  # type: ignore[no-untyped-call] # icalendar's
        except ValueError:
            return None
        for key, value in read.items():
            many = value if isinstance(value, list) else [value]
            merged.setdefault(str(key).upper(), []).extend(str(each) for each in many)
    return merged


def _words(given: Mapping[str, object], name: str) -> frozenset[str]:
    values = given.get(name) or []
    assert isinstance(values, list)
    return frozenset(part.strip().upper() for one in values for part in one.split(","))


def _preferred(types: frozenset[str], given: Mapping[str, object]) -> int:
    rank = next(iter(_words(given, "PREF")), "")
    if rank.isdecimal() and len(rank) < 4:
        return min(int(rank) - 1, 99)
    return 0 if "PREF" in types else 99


def _decoded(value: str, given: Mapping[str, object]) -> tuple[str, str]:
    encodings = _words(given, "ENCODING")
    charset = next(iter(_words(given, "CHARSET")), "").lower()
    if "QUOTED-PRINTABLE" in encodings:
        raw = value.encode("utf-8", "surrogateescape" if _odd(value) else "surrogatepass")
        return from_bytes(quopri.decodestring(raw), charset)
    if encodings & {"B", "BASE64"}:
        return _unpacked(value, charset)
    if charset and "\x1b" in value:  # ISO-2022-JP shifts by escapes, in plain ASCII
        return from_bytes(value.encode("utf-8", "replace"), charset)
    return healed(value, charset)


def _odd(text: str) -> bool:
    return any("\udc80" <= one <= "\udcff" for one in text)


def _unpacked(value: str, charset: str) -> tuple[str, str]:
    """A text that was packed as base64; a picture stays as it is, nobody reads it."""
    if len(value) > 20_000:
        return value, ""
    try:
        raw = base64.b64decode("".join(value.split()), validate=True)
    except ValueError:
        return value, ""
    return from_bytes(raw, charset)


def _plain(piece: str) -> str:
    if len(piece) < 2 or piece[0] != "\\":
        return piece
    return "\n" if piece[1] in "nN" else piece[1] if piece[1] in "\\;,:\"'" else piece
