"""A line of a log before it is written: what is wrong with its fields, without a model to check it.

`log` is typed after every call: loading pydantic would take longer than all the rest of it.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_args

from relplan.model import amounts
from relplan.model.choices import How, not_one_of


def faults(fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each field whose text does not say what the model reads there, with what to write instead.

    Days and ids are not looked at: who makes the line has found them.
    """
    for name in ("note", "learned", "kept"):
        if fields.get(name) == "":
            yield name, f"`{name}` is empty; write a text there, or leave it out"
    promised = fields.get("promise")
    if promised and not promised["what"]:
        yield "promise", "`what` is empty; write what was promised"
    for name, read in _READ.items():
        if name in fields:
            try:
                read(str(fields[name]))
            except ValueError as error:
                yield name, str(error)


def _way(text: str) -> None:
    if text not in get_args(How):
        raise ValueError(not_one_of(text, get_args(How)))


_READ: dict[str, Callable[[str], object]] = {
    "how": _way,
    "hours": amounts.amount,
    "cost": amounts.money,
}
