"""Values as they are typed on the command line, by what the model wants in their place."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from relplan.cli.typed_dates import any_day
from relplan.errors import WrongUse

if TYPE_CHECKING:
    from relplan.files.edit.render import Value
    from relplan.files.put import Where


def typed_value(shape: Any, where: "Where", words: Sequence[str], today: date) -> "Value":
    """What the words say at a place: a list from commas or from several words, days as they are said.

    A number is written without quotes. Whether it may stand there is for the reader to say.
    """
    from relplan.files.emit import Bare
    from relplan.files.shape import kind_at, may_be_nothing
    from relplan.model.choices import NOTHING

    kind = kind_at(shape, where)
    one = " ".join(words)
    if one in NOTHING and may_be_nothing(shape, where):
        return None
    if kind == "list":
        parts = words if len(words) > 1 else [part.strip() for part in one.split(",")]
        return [typed_value(shape, (*where, 0), [part], today) for part in parts if part]
    if kind == "date":
        return _day(where, one, today)
    if kind in ("number", "flag"):
        return Bare(one)
    if kind == "entries" or (kind == "fields" and not _short(shape, where)):
        raise WrongUse(f"{_written(where)} holds several values; name one: {_inside(shape, where)}")
    return one


def _day(where: "Where", typed: str, today: date) -> str:
    try:
        return any_day(typed, today).isoformat()
    except ValueError as error:
        raise WrongUse(f"{_written(where)}: {error}") from None


def _short(shape: Any, where: "Where") -> bool:
    from relplan.files.shape import short_form_at

    return short_form_at(shape, where) is not None


def _inside(shape: Any, where: "Where") -> str:
    from relplan.files.shape import fields_at

    fields = fields_at(shape, where) or ["ID.FIELD"]
    listed = ", ".join(f"{_written(where)}.{one}" for one in fields[:4])
    return f"{listed}, …" if len(fields) > 4 else listed


def _written(where: "Where") -> str:
    return ".".join(str(step) for step in where)
