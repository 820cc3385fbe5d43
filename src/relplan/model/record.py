"""The base of every shape: frozen, closed, with short forms and words for nothing."""

from functools import cache
from types import NoneType
from typing import Any, ClassVar, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    GetJsonSchemaHandler,
    StringConstraints,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from relplan.model.choices import NOTHING
from relplan.model.frozen import Light


class Record(BaseModel):
    """A mapping in a file; a subclass lists its fields, each with a sentence that explains it."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    short_form: ClassVar[str | None] = None
    """The field that a bare text stands for, where a text is the only field that must be there."""

    def __eq__(self, other: object) -> bool:
        # A light record knows how to be compared with a model, but a model not with it.
        return NotImplemented if issubclass(type(other), Light) else super().__eq__(other)

    __hash__ = None  # type: ignore[assignment]  # pydantic makes one of the fields for each shape

    @model_validator(mode="before")
    @classmethod
    def _as_written(cls, value: Any) -> Any:
        if isinstance(value, str) and cls.short_form:
            return {cls.short_form: value}
        if isinstance(value, dict) and any(
            one in NOTHING for one in value.values() if type(one) is str
        ):
            empty = nullable(cls)
            return {
                key: None if key in empty and type(one) is str and one in NOTHING else one
                for key, one in value.items()
            }
        return value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        schema = handler.resolve_ref_schema(handler(core_schema))
        if cls.short_form:
            return {"anyOf": [schema, {"type": "string", "minLength": 1}]}
        return schema


@cache
def nullable(shape: type[Record]) -> frozenset[str]:
    """The written names of the fields where `null` means that nothing is known.

    Text fields are not among them: there `null` is a word like any other.
    """
    return frozenset(
        field.alias or name
        for name, field in shape.model_fields.items()
        if NoneType in (parts := get_args(field.annotation)) and not any(map(_is_text, parts))
    )


def _is_text(annotation: Any) -> bool:
    """True for `Text`, an id being a str as well but no text."""
    return any(isinstance(one, StringConstraints) for one in get_args(annotation)[1:])
