"""What may stand at a place of a file, asked from the model."""

from datetime import date
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from relplan.files.disk import SETTINGS
from relplan.files.tree import Step
from relplan.model.campaign import Campaign
from relplan.model.plan import Plan
from relplan.model.prospect import Prospect
from relplan.model.record import Record, nullable
from relplan.model.settings import Settings
from relplan.model.touch import TOUCHES

Loc = tuple[Step, ...]


def model_of(path: str) -> Any:
    """The model of a file of a book, by its path."""
    folder = path.partition("/")[0]
    if path == SETTINGS:
        return Settings
    return {"clients": Plan, "prospects": Prospect, "campaigns": Campaign, "touches": TOUCHES}[
        folder
    ]


def fields_at(shape: Any, path: Loc) -> list[str]:
    """The written names of the fields that may stand at `path` in a file of this shape."""
    model = _model_at(shape, path)
    return [field.alias or name for name, field in model.model_fields.items()] if model else []


def required_at(shape: Any, path: Loc) -> list[str]:
    """Those of the fields that must be there."""
    model = _model_at(shape, path)
    fields = model.model_fields.items() if model else ()
    return [field.alias or name for name, field in fields if field.is_required()]


def short_form_at(shape: Any, path: Loc) -> str | None:
    """The field that a bare text stands for at `path`; None where a text cannot stand."""
    return getattr(_model_at(shape, path), "short_form", None)


def may_be_nothing(shape: Any, path: Loc) -> bool:
    """True where `null` means that nothing is known; in a text it is a word like any other."""
    model = _model_at(shape, path[:-1]) if path else None
    return model is not None and issubclass(model, Record) and path[-1] in nullable(model)


def choices_at(shape: Any, path: Loc) -> list[str]:
    """The closed list of words that may stand at `path`, or in a list there; empty where it is open."""
    for step in path:
        shape = _inside(shape, step)
    members = _members(shape)
    if any(get_origin(one) in (tuple, list) for one in members):
        members = _members(_inside(shape, 0))
    return [
        word for one in members if get_origin(one) is Literal for word in map(str, get_args(one))
    ]


Kind = Literal["fields", "entries", "list", "date", "number", "flag", "text"]
"""What a place holds: named fields, entries under ids, several values, or one."""


def kind_at(shape: Any, path: Loc) -> Kind:
    """What kind of value stands at `path`; of an item of a list its own kind."""
    for step in path:
        shape = _inside(shape, step)
    kinds = [kind for one in _members(shape) if (kind := _kind(one))]
    return kinds[0] if kinds else "text"


def _kind(member: Any) -> Kind | None:
    origin = get_origin(member)
    if origin is dict:
        return "entries"
    if origin in (tuple, list):
        return None if int in get_args(member) else "list"  # weekdays are one text, `mon-fri`
    if isinstance(member, type) and issubclass(member, BaseModel):
        return "fields"
    return _KINDS.get(member)


_KINDS: dict[Any, Kind] = {date: "date", Decimal: "number", int: "number", bool: "flag"}


def _model_at(shape: Any, path: Loc) -> type[BaseModel] | None:
    for step in path:
        shape = _inside(shape, step)
    models = (
        one for one in _members(shape) if isinstance(one, type) and issubclass(one, BaseModel)
    )
    return next(models, None)


def _inside(shape: Any, step: Step) -> Any:
    for one in _members(shape):
        if isinstance(one, type) and issubclass(one, BaseModel):
            for name, field in one.model_fields.items():
                if step in (name, field.alias):
                    return field.annotation
        elif get_origin(one) in (dict, tuple, list):
            inner = [part for part in get_args(one) if part is not Ellipsis]
            return inner[-1]
    return None


def _members(shape: Any) -> list[Any]:
    """The alternatives of an annotation, without Annotated and None."""
    origin = get_origin(shape)
    if origin is Annotated:
        return _members(get_args(shape)[0])
    if origin in (Union, UnionType):
        return [inner for part in get_args(shape) for inner in _members(part)]
    return [shape]
