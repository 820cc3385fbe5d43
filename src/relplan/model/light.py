"""Records without pydantic: what a file says, as plain attributes, read by the table of shapes.

Reading is all or nothing. Whatever the models would refuse, or change, or what is not known here
raises `Doubt`; then the models are asked, and they alone say what is wrong. So a book without
faults is read without loading pydantic.
"""

import re
import sys
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any, get_args

from relplan.clock import civil_date
from relplan.model import amounts, choices, durations, ids, written
from relplan.model.derived import DERIVED
from relplan.model.frozen import Doubt, Light, made
from relplan.model.shapes import SHAPES

Read = Callable[[Any], Any]


def light(shape: str, plain: Any) -> Any:
    """The record of that shape, or for `log` the lines of one, that a plain tree says; or Doubt."""
    try:
        return reader("[Touch]" if shape == "log" else shape)(plain)
    except (TypeError, ValueError, AttributeError, KeyError):
        raise Doubt(shape) from None


def as_light(value: Any) -> Any:
    """What the models made, as light records all through."""
    if type(value).__name__ in SHAPES and hasattr(value, "model_fields_set"):
        record = record_of(type(value).__name__)
        found = {one: as_light(getattr(value, one)) for one in record.written_}
        return made(record, found)
    if isinstance(value, dict):
        return {key: as_light(one) for key, one in value.items()}
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return tuple(as_light(one) for one in value)
    return value


class _Seen(dict[Any, Any]):
    """Texts that were read before: most words of a book stand in it many times."""

    def __init__(self, read: Read) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: Any) -> Any:
        if type(text) is not str:
            raise Doubt(text)
        found = self[text] = self._read(text)
        return found


def _id(text: str) -> str:
    if ids.why_not_an_id(text):
        raise Doubt(text)
    return sys.intern(text)


def _text(text: Any) -> str:
    if type(text) is not str or not text:
        raise Doubt(text)
    return text


def _weekdays(value: Any) -> tuple[int, ...]:
    parts = value if type(value) is list else re.split(r"[,\s]+", value)
    if not parts:
        raise Doubt(value)
    return written.weekdays(parts)


def _doubtful(value: Any) -> Any:
    """A kind so rare that only the models read it."""
    raise Doubt(value)


def _tiers(value: Any) -> Any:
    if type(value) is not dict:
        raise Doubt(value)
    return reader("{id:Tier}")({**choices.DEFAULT_TIERS, **value})


_SCALARS: dict[str, Read] = {
    "id": _id,
    "date": civil_date,
    "duration": durations.duration,
    "cadence": written.cadence,
    "money": amounts.money,
    "birthday": written.birthday,
    "flag": written.flag,
    "indent": written.indent,
    "count": lambda text: int(amounts.count(text)),
    "amount": lambda text: Decimal(amounts.amount(text)),
    "region": written.region,
}
_BARE = frozenset(["flag", "indent", "count", "amount"])
"""Kinds that are written without quotes, though other readers of YAML take them for no text."""
_OTHERS: dict[str, Read] = {
    "text": _text,
    "weekdays": _weekdays,
    "tiers": _tiers,
    "sections": _doubtful,
}


@cache
def reader(kind: str) -> Read:
    """What reads a value of that kind."""
    if kind in SHAPES:
        return _record_reader(kind)
    if kind in _OTHERS:
        return _OTHERS[kind]
    if kind[-1] in "*]}":
        return _several(kind)
    if kind in _BARE:
        return _bare(_Seen(_SCALARS[kind]))
    return _Seen(_SCALARS.get(kind) or _choice(kind)).__getitem__


def _several(kind: str) -> Read:
    if kind.endswith("*"):
        return _many(reader(kind[:-1]))
    if kind.startswith("["):
        return _listed(reader(kind[1:-1]))
    key, _, value = kind[1:-1].partition(":")
    return _grouped(reader(key), reader(value))


def _bare(seen: _Seen) -> Read:
    def bare(value: Any) -> Any:
        if not isinstance(value, str):
            raise Doubt(value)
        return seen[str(value)]

    return bare


def _choice(kind: str) -> Read:
    offered = get_args(getattr(choices, kind, None))

    def read(text: str) -> str:
        if text not in offered:
            raise Doubt(text)
        return sys.intern(text)

    return read


def _many(read: Read) -> Read:
    def many(value: Any) -> tuple[Any, ...]:
        if type(value) is list:
            return tuple([read(one) for one in value])
        if type(value) is str or type(value) is dict:
            return (read(value),)
        raise Doubt(value)

    return many


def _listed(read: Read) -> Read:
    def listed(value: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise Doubt(value)
        return tuple([read(one) for one in value])

    return listed


def _grouped(key: Read, value: Read) -> Read:
    def grouped(found: Any) -> dict[Any, Any]:
        if type(found) is not dict:
            raise Doubt(found)
        return {key(name): value(one) for name, one in found.items()}

    return grouped


@cache
def record_of(shape: str) -> type[Light]:
    """The class of that shape's light records."""
    _, _, table = SHAPES[shape]
    names, defaults = {}, {}
    for field in table.split("; "):
        written_as, _, said = field.partition(" ")
        own, _, kind = said.rpartition("<")
        names[own or written_as] = written_as
        if not said.endswith("!"):
            defaults[own or written_as] = _default(kind)
    bases = (DERIVED[shape], Light) if shape in DERIVED else (Light,)
    return type(shape, bases, {**defaults, "shape_": shape, "written_": names})


@cache
def holding(shape: str) -> tuple[tuple[str, str], ...]:
    """The fields in which records of that shape hold other records: attribute and written name."""
    kinds = [one.partition(" ")[2].rpartition("<")[2] for one in SHAPES[shape][2].split("; ")]
    inner = [re.split(r"[!?=]", kind)[0].strip("{}[]*").rpartition(":")[2] for kind in kinds]
    names = record_of(shape).written_.items()
    return tuple(
        field for field, kind in zip(names, inner, strict=True) if kind in SHAPES or kind == "tiers"
    )


def _default(kind: str) -> Any:
    kind, given, text = kind.partition("=")
    if not given:
        return None
    if kind == "sections":
        return False
    if text or kind == "tiers":
        return reader(kind)(text or {})
    if kind in SHAPES:
        return reader(kind)({})
    return {} if kind.startswith("{") else ()


def _record_reader(shape: str) -> Read:
    """Reads a group of fields, or the short form, as a record."""
    record, short = record_of(shape), SHAPES[shape][1]
    known = {}
    for field in SHAPES[shape][2].split("; "):
        name, _, said = field.partition(" ")
        own, _, kind = said.rpartition("<")
        kind = re.split("[!?=]", kind)[0]
        optional = said.endswith("?")
        # A text is read where it stands; in it `null` is a word like any other.
        known[name] = (own or name, None if kind == "text" else reader(kind), optional)
    needed = [own for own in record.written_ if not hasattr(record, own)]
    checked = shape == "Touch"

    def read(value: Any) -> Any:
        found = _fields({short: value} if type(value) is str and short else value, known)
        for own in needed:
            if own not in found:
                raise Doubt(own)
        new = made(record, found)
        if checked and not new.names_somebody:  # type: ignore[attr-defined]  # only lines are asked
            raise Doubt(shape)
        return new

    return read


def _fields(value: Any, known: dict[str, tuple[str, Read | None, bool]]) -> dict[str, Any]:
    found = {}
    for name, one in value.items():
        own, typed, optional = known[name]
        if typed is not None:
            if not (
                optional and (one is None or (isinstance(one, str) and one in choices.NOTHING))
            ):
                found[own] = typed(one)
        elif type(one) is str and one:
            found[own] = one
        elif not (one is None and optional):
            raise Doubt(name)
    return found
