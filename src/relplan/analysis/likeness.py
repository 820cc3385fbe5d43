"""When two names, two phone numbers or two e-mail addresses may be one person's."""

import re
import unicodedata
from functools import lru_cache

_SHORTEST = 7
"""A number with fewer digits is an extension, and says nothing."""


def same_email(one: str, other: str) -> bool:
    """The same address, whatever its capitals."""
    return bool(one) and one.strip().casefold() == other.strip().casefold()


def same_phone(one: str, other: str) -> bool:
    """The same number, dialled from here or from abroad."""
    a, b = sorted((_digits(one), _digits(other)), key=len)
    if len(a) < _SHORTEST:
        return False
    return a == b or (len(a) < len(b) and b.endswith(a) and len(b) - len(a) <= 3)


def same_name(one: str, other: str) -> bool:
    """The same name, whatever its capitals, accents and signs."""
    if not _words(one) and not _words(other):
        return bool(one.strip()) and one.split() == other.split()
    return _words(one) == _words(other)


def near_name(one: str, other: str) -> bool:
    """Perhaps the same name: turned round, shortened, with a letter or two wrong."""
    a, b = _words(one), _words(other)
    if not a or not b or a == b:
        return False
    if sorted(a) == sorted(b):
        return True
    if a[-1] == b[-1] and (a[0][0] == b[0][0]) and (_short(a[0], b[0]) or a[0] == b[0]):
        return True
    if not set(a) & set(b) and max(len(a), len(b)) > 1:
        return False  # a slip spoils one word; and most pairs of names are told apart at once
    joined, wanted = " ".join(a), " ".join(b)
    if abs(len(joined) - len(wanted)) > 2 or min(len(joined), len(wanted)) < 6:
        return False
    from relplan.model.ids import slips

    return slips(joined[:80], wanted[:80]) <= (1 if len(joined) < 10 else 2)


def _short(one: str, other: str) -> bool:
    """An initial, or the beginning of the other name (`Rob` for `Robert`)."""
    return one.startswith(other) or other.startswith(one)


@lru_cache(maxsize=20_000)
def _digits(text: str) -> str:
    """The digits as they are dialled, without the signs for abroad and for home."""
    text = text.partition("ext")[0].replace("(0)", "")
    return re.sub(r"\D", "", text).lstrip("0")


@lru_cache(maxsize=20_000)
def _words(name: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", name).casefold()
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return tuple(re.findall(r"\w+", bare.replace("'", "").replace("’", "")))
