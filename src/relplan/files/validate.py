"""Document to model: what could be used of it, and a diagnostic for everything that could not.

An entry that is wrong (a person, an initiative, a line of the log) is left out and named, and the
rest of the file is used: one typo must not blank the morning list (habit: result and errors).
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from relplan.diagnostics import Diagnostic, Instead
from relplan.files.document import CODES as READING
from relplan.files.document import Document
from relplan.files.explain import CODES, explain
from relplan.files.tree import Items, Mapping, Path, Step, scalars
from relplan.model.light import as_light
from relplan.model.touch import Touch

_KEYED = frozenset(
    [
        "roles",
        "values",
        "strengths",
        "weaknesses",
        "goals",
        "initiatives",
        "team",
        "tiers",
        "held",
        "ours",
        "steps",
        "homework",
        "metrics",
        "practices",
        "resistance",
        "pitches",
        "versions",
        "decided",
        "away",
    ]
)
"""Fields that hold entries: the innermost entry around an error is what is left out."""
_ALONE = frozenset(["review", "cadence", "call_back_after", "calendar", "lint", "fmt"])
"""Fields of a whole file that stand for themselves: what is wrong in one is left out alone."""


def validate(document: Document, shape: Any) -> tuple[Any, list[Diagnostic]]:
    """What the document holds as `shape` (a model, or a TypeAdapter of a list), with its faults.

    The value is None when nothing can be used of it.
    """
    _, value, faults = validated(document, shape)
    return value, faults


def validated(document: Document, shape: Any) -> tuple[Any, Any, list[Diagnostic]]:
    """The same, and before them the plain tree of what could be used."""
    root = document.root
    listed = isinstance(shape, TypeAdapter)
    if root is None or not isinstance(root, Items if listed else Mapping):
        return None, None, [_wrong_root(document, listed)]
    found: list[Diagnostic] = []
    plain, value = _validated(document, shape, found)
    if value is not None:
        found.extend(_needing_quotes(document, value))
    return plain, value, found


def _validated(document: Document, shape: Any, found: list[Diagnostic]) -> tuple[Any, Any]:
    assert document.root is not None
    plain = document.root.plain()
    check = shape.validate_python if isinstance(shape, TypeAdapter) else shape.model_validate
    annotation = tuple[Touch, ...] if isinstance(shape, TypeAdapter) else shape
    for again in range(3):
        try:
            return plain, check(plain)
        except ValidationError as error:
            # Indices move once entries are cut, so only the first pass is explained.
            if not found:
                found.extend(document.at_most(explain(document, error, annotation)))
            entries = [_faulty(one, whole=again > 0) for one in error.errors(include_url=False)]
            if None in entries:
                return None, None
            plain = _without(plain, {entry for entry in entries if entry is not None})
    return None, None


def _faulty(error: Any, *, whole: bool) -> Path | None:
    """What to leave out for an error: an unknown field alone, else the entry around it.

    Of a field that stands for itself the wrong part, and where that mends nothing the `whole`.
    """
    loc = tuple(step for step in error["loc"] if step != "[key]")
    if error["type"] == "extra_forbidden":
        return loc
    entry = entry_of(loc)
    if entry is None and loc and loc[0] in _ALONE:
        return loc[:1] if whole else loc
    return entry


def entry_of(steps: tuple[Step, ...]) -> Path | None:
    """The innermost entry that holds a place: a line of a list, or an id of a keyed field."""
    for index in range(len(steps) - 1, -1, -1):
        if index == 0 and isinstance(steps[0], int):
            return steps[:1]
        if index and steps[index - 1] in _KEYED:
            return steps[: index + 1]
    return None


def _without(plain: Any, cut: set[Path], path: Path = ()) -> Any:
    if isinstance(plain, dict):
        return {
            key: _without(value, cut, (*path, key))
            for key, value in plain.items()
            if (*path, key) not in cut
        }
    if isinstance(plain, list):
        return [
            _without(value, cut, (*path, index))
            for index, value in enumerate(plain)
            if (*path, index) not in cut
        ]
    return plain


def _wrong_root(document: Document, listed: bool) -> Diagnostic:
    wanted = (
        "begin each line of a log with `- {date: …`"
        if listed
        else "begin a plan with lines such as `client: Acme plc`"
    )
    if document.root is None:
        message = f"nothing is written here; {wanted}"
        return document.at(0, READING["not-a-plan"], "not-a-plan", message)
    what = "a list" if isinstance(document.root, Items) else "a single text"
    what = "a group of `key: value` lines" if isinstance(document.root, Mapping) else what
    message = f"the file is {what}; {wanted}"
    return document.at(document.root.start, READING["not-a-plan"], "not-a-plan", message)


def _needing_quotes(document: Document, value: Any) -> list[Diagnostic]:
    """Texts that another reader of YAML would take for a number, a truth value or nothing."""
    assert document.root is not None
    found = []
    for path, scalar in scalars(document.root):
        if scalar.text and scalar.read_otherwise and _is_text(value, path):
            typed = scalar.text
            message = (
                f"`{typed}` is kept as text, but other programs read it as {_otherwise(typed)};"
                f' put quotes around it: "{typed}"'
            )
            item = ".".join(str(step) for step in path)
            code = CODES["needs-quotes"]
            said = document.at(scalar, code, "needs-quotes", message, severity="warning", item=item)
            found.append(replace(said, instead=Instead(typed, sure=True)))
    return found


def _otherwise(typed: str) -> str:
    lowered = typed.lower()
    if lowered in ("null", "~"):
        return "nothing"
    return "a truth value" if lowered in ("true", "false") else "a number"


def _is_text(value: Any, path: Path) -> bool:
    for step in path:
        if isinstance(value, BaseModel):
            value = _field(value, str(step))
        elif isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, tuple) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return False
    if isinstance(value, BaseModel):
        short = getattr(type(value), "short_form", None) or ""
        return isinstance(getattr(value, short, None), str)
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return len(value) == 1 and isinstance(value[0], str)
    return isinstance(value, str)


def _field(record: BaseModel, written: str) -> Any:
    for name, field in type(record).model_fields.items():
        if written in (field.alias, name):
            return getattr(record, name)
    return None


def lines_used(document: Document, values: Sequence[Any], shape: TypeAdapter[Any]) -> list[int]:
    """For each line of a log that could be used, its index in the file: others were left out."""
    if document.is_clean:
        return list(range(len(values)))
    items = document.root.items if isinstance(document.root, Items) else []
    if len(items) == len(values):
        return list(range(len(items)))
    used: list[int] = []
    for index, item in enumerate(items):
        if len(used) < len(values) and _reads_as(item.plain(), values[len(used)], shape):
            used.append(index)
    return used


def _reads_as(plain: Any, value: Any, shape: TypeAdapter[Any]) -> bool:
    try:
        return bool(as_light(shape.validate_python([plain])[0]) == as_light(value))
    except ValidationError:
        return False
