"""Write src/relplan/model/shapes.py: the models' fields as a table that is read without pydantic.

Usage: python tools/make_shapes.py [--check]

With --check nothing is written and the exit code is 1 when the table is stale.
"""

import sys
import textwrap
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from relplan.model import choices, fields, settings
from relplan.model.record import Record
from relplan.model.schema import shapes

TARGET = Path(__file__).parent.parent / "src" / "relplan" / "model" / "shapes.py"
WORDS = {
    getattr(choices, name): name
    for name in dir(choices)
    if get_origin(getattr(choices, name)) is Literal
}
MARKED = {
    id(get_args(annotated)[1]): kind
    for annotated, kind in (
        (fields.Id, "id"),
        (fields.Date, "date"),
        (fields.Duration, "duration"),
        (fields.Cadence, "cadence"),
        (fields.Money, "money"),
        (fields.BirthdayField, "birthday"),
        (fields.Flag, "flag"),
        (fields.Indent, "indent"),
        (fields.Count, "count"),
        (fields.Amount, "amount"),
        (fields.WorkingDays, "weekdays"),
        (fields.Region, "region"),
        (settings.Sections, "sections"),
    )
}
"""Each kind of value by what reads it."""
HEAD = '''"""The fields of every shape, as tools/make_shapes.py reads them from the models; do not edit.

A field is its written name and `attribute<kind`; at the end stands `!` when it must be written, `?`
when it may be nothing, or `=` with what holds where it is not written. `kind*` is one or many,
`[kind]` a list, `{key:kind}` a group under keys; an attribute that is called as the field is written
is left out.
"""

SHAPES: dict[str, tuple[str, str, str]] = {
'''


def main() -> int:
    """Write or check the table."""
    text = table()
    if "--check" in sys.argv[1:]:
        return int(TARGET.read_text(encoding="utf-8") != text)
    TARGET.write_text(text, encoding="utf-8")
    return 0


def table() -> str:
    """The text of the module."""
    lines = [HEAD.rstrip("\n")]
    for name, shape in sorted(shapes().items()):
        assert issubclass(shape, Record)
        module = shape.__module__.rpartition(".")[2]
        fields_ = [
            f"{field.alias or one} {said(one, field.alias or one, field)}"
            for one, field in shape.model_fields.items()
        ]
        whole = "; ".join(fields_)
        rows = [f'"{row} "' for row in textwrap.wrap(whole, 84 if len(whole) > 89 else 89)]
        rows[-1] = rows[-1].replace(' "', '"')
        if len(rows) > 1:
            rows = ["(", *(f"    {row}" for row in rows), ")"]
        lines += [f'    "{name}": (', f'        "{module}",']
        lines += [f'        "{shape.short_form or ""}",']
        lines += [*(f"        {row}" for row in rows[:-1]), f"        {rows[-1]},", "    ),"]
    return "\n".join(
        [*lines, "}", '"""By name: the module of the shape, its short form, its fields."""', ""]
    )


def said(attribute: str, written: str, field: FieldInfo) -> str:
    """One field of the table."""
    own = "" if attribute == written else f"{attribute}<"
    kind, optional = kind_of(field.annotation, field.metadata)
    if field.is_required():
        return f"{own}{kind}!"
    if optional:
        assert field.default is None, f"{written}: what may be nothing is nothing when not written"
        return f"{own}{kind}?"
    return f"{own}{kind}={default_of(field)}"


def kind_of(annotation: Any, marks: Any = ()) -> tuple[str, bool]:
    """The kind of value that an annotation describes, and whether it may be nothing."""
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        return kind_of(inner, [*marks, *more])
    found = next((MARKED[id(mark)] for mark in marks if id(mark) in MARKED), None)
    if found:
        return found, False
    if get_origin(annotation) in (Union, UnionType):
        parts = [one for one in get_args(annotation) if one is not NoneType]
        assert len(parts) == 1, f"{annotation}: one kind, or nothing"
        return kind_of(parts[0])[0], True
    return _group(annotation, marks), False


def _group(annotation: Any, marks: Any) -> str:
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is dict:
        tiers = any(getattr(mark, "func", None) is settings.with_defaults for mark in marks)
        return "tiers" if tiers else f"{{{kind_of(parts[0])[0]}:{kind_of(parts[1])[0]}}}"
    if origin is tuple:
        many = any(isinstance(mark, fields.OneOrMany) for mark in marks)
        inner = kind_of(parts[0])[0]
        return f"{inner}*" if many else f"[{inner}]"
    if origin is Literal:
        return WORDS[annotation]
    return "text" if annotation is str else str(annotation.__name__)


def default_of(field: FieldInfo) -> str:
    """What holds where a field is not written, as it would be written; empty for an empty group."""
    value = field.get_default(call_default_factory=True)
    assert value is not PydanticUndefined
    assert not isinstance(value, (date, Decimal))
    if isinstance(value, Record):
        assert value == type(value).model_validate({})
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value and isinstance(value, tuple) and not hasattr(value, "_fields"):
        return ",".join(fields.written.WEEKDAYS[day] for day in value)
    return "" if isinstance(value, (dict, tuple)) and not hasattr(value, "_fields") else str(value)


if __name__ == "__main__":
    sys.exit(main())
