"""The kinds of value that a field may hold, each typed from the text that the writer typed.

YAML's own typing is never used (`007`, `no` and `1.10` stay what they are): each kind reads text.
A wrong value raises `PydanticCustomError` whose message is finished: it is shown as it stands.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, core_schema

from relplan.clock import civil_date
from relplan.model import amounts, durations, ids, written
from relplan.model.amounts import MoneyValue
from relplan.model.durations import Duration as DurationValue
from relplan.model.written import Birthday

Value = TypeVar("Value")


def _text_of(value: Any, wanted: str) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        return str(value)
    raise PydanticCustomError("relplan_kind", "{wanted}", {"wanted": wanted})


def _read(check: Callable[[str], Value], value: Any, wanted: str, kind: Any) -> Value:
    text = _text_of(value, wanted)
    try:
        return check(text)
    except ValueError as error:
        raise PydanticCustomError(kind, "{why}", {"why": str(error)}) from None


def _date(value: Any) -> date:
    if type(value) is date:
        return value
    text = _text_of(value, "a date, such as 2027-01-31,")
    try:
        return civil_date(text)
    except ValueError as error:
        raise PydanticCustomError("relplan_date", "{why}", {"why": str(error)}) from None


def _duration(value: Any) -> DurationValue:
    if isinstance(value, DurationValue):
        return value
    text = _text_of(value, "a length of time, such as 6w,")
    try:
        return durations.duration(text)
    except ValueError as error:
        raise PydanticCustomError("relplan_duration", "{why}", {"why": str(error)}) from None


def _cadence(value: Any) -> DurationValue | Literal["never"]:
    if isinstance(value, DurationValue):
        return value
    wanted = "a length of time, such as 6w, or never,"
    return _read(written.cadence, value, wanted, "relplan_duration")


def _id(value: Any) -> str:
    text = _text_of(value, "an id, such as jane,")
    if why := ids.why_not_an_id(text):
        raise PydanticCustomError("relplan_id", "{why}", {"why": why})
    return text


def _money(value: Any) -> MoneyValue:
    if isinstance(value, MoneyValue):
        return value
    text = _text_of(value, "an amount with its currency, such as 64 GBP,")
    try:
        return amounts.money(text)
    except ValueError as error:
        raise PydanticCustomError("relplan_value", "{why}", {"why": str(error)}) from None


def _birthday(value: Any) -> Birthday:
    if isinstance(value, Birthday):
        return value
    return _read(written.birthday, value, "a birthday, such as 06-14,", "relplan_date")


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    return _read(written.flag, value, "true or false", "relplan_value")


def _number(check: Callable[[str], str], example: str) -> Any:
    def read(value: Any) -> Any:
        text = _text_of(value, f"a number, such as {example},")
        try:
            return check(text)
        except ValueError as error:
            raise PydanticCustomError("relplan_value", "{why}", {"why": str(error)}) from None

    return read


def _indent(value: Any) -> int:
    return _read(written.indent, value, "a number of spaces, such as 2,", "relplan_value")


class OneOrMany:
    """Marks a list in which a single entry may stand without its brackets."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(_many, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        listed = handler(schema)
        return {"anyOf": [listed, listed["items"]]}


def _many(value: Any) -> Any:
    return [value] if isinstance(value, (str, dict)) else value


def _working_days(value: Any) -> tuple[int, ...]:
    wanted = "weekdays, such as mon-fri,"
    listed = isinstance(value, (list, tuple))
    parts = value if listed else re.split(r"[,\s]+", _text_of(value, wanted))
    if not parts:
        raise PydanticCustomError("relplan_kind", "{wanted}", {"wanted": wanted})
    texts = [_text_of(part, wanted) for part in parts]
    try:
        return written.weekdays(texts)
    except ValueError as error:
        raise PydanticCustomError("relplan_value", "{why}", {"why": str(error)}) from None


def _region(value: Any) -> str:
    return _read(written.region, value, "a country, such as GB or GB-ENG,", "relplan_value")


def _schema(type_: str, **more: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": type_, **more})


Text = Annotated[str, StringConstraints(min_length=1)]
Id = Annotated[str, PlainValidator(_id), _schema("string", pattern=ids.PATTERN)]
Date = Annotated[date, PlainValidator(_date), _schema("string", format="date")]
Duration = Annotated[
    DurationValue,
    PlainValidator(_duration),
    _schema("string", examples=["6w", "30d", "2m", "1y", "quarterly"]),
]
Cadence = Annotated[
    DurationValue | Literal["never"],
    PlainValidator(_cadence),
    _schema("string", examples=["6w", "30d", "2m", "never"]),
]
Money = Annotated[
    MoneyValue,
    PlainValidator(_money),
    _schema("string", pattern=r"^[0-9]{1,12}(\.[0-9]{1,2})? [A-Z]{3}$", examples=["64 GBP"]),
]
BirthdayField = Annotated[
    Birthday,
    PlainValidator(_birthday),
    _schema("string", pattern=r"^([0-9]{4}-)?[0-9]{2}-[0-9]{2}$", examples=["06-14"]),
]
Flag = Annotated[bool, PlainValidator(_flag), _schema("boolean")]
Indent = Annotated[int, PlainValidator(_indent), _schema("integer", minimum=2, maximum=8)]
Count = Annotated[int, BeforeValidator(_number(amounts.count, "4")), Field(ge=0)]
Amount = Annotated[
    Decimal, BeforeValidator(_number(amounts.amount, "1.5")), _schema("number", minimum=0)
]
Ids = Annotated[tuple[Id, ...], OneOrMany()]
Texts = Annotated[tuple[Text, ...], OneOrMany()]
Dates = Annotated[tuple[Date, ...], OneOrMany()]
WorkingDays = Annotated[
    tuple[int, ...],
    PlainValidator(_working_days),
    WithJsonSchema({"type": ["string", "array"], "examples": ["mon-fri"]}),
]
Region = Annotated[str, PlainValidator(_region), _schema("string", examples=["GB-ENG", "DE"])]
Regions = Annotated[tuple[Region, ...], OneOrMany()]
