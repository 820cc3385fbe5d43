"""A pydantic error in the writer's words, at the writer's place.

Keyed by the error's type, never by pydantic's English; its vocabulary reaches nobody.
"""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from relplan.diagnostics import Diagnostic
from relplan.files.document import Document
from relplan.files.tree import Items, Mapping, Node, Scalar, Step
from relplan.model import ids

CODES = {
    "unknown-field": "RP101",
    "missing-field": "RP102",
    "wrong-choice": "RP103",
    "not-a-date": "RP104",
    "not-a-duration": "RP105",
    "needs-quotes": "RP106",
    "unknown-person": "RP107",
    "unknown-member": "RP108",
    "unknown-id": "RP109",
    "touches-without-plan": "RP110",
    "wrong-kind": "RP111",
    "wrong-value": "RP112",
}
_FINISHED = {
    "relplan_date": "not-a-date",
    "relplan_duration": "not-a-duration",
    "relplan_id": "id-not-portable",
    "relplan_value": "wrong-value",
}


def explain(document: Document, error: ValidationError, shape: Any) -> Iterator[Diagnostic]:
    """One diagnostic for each cause in `error`, which `shape` raised on this document."""
    for one in error.errors(include_url=False, include_input=False):
        loc = tuple(step for step in one["loc"] if step != "[key]")
        of_key = len(loc) < len(one["loc"])
        yield _explain(document, one, loc, of_key, shape)


def _explain(
    document: Document, one: Any, loc: tuple[Step, ...], of_key: bool, shape: Any
) -> Diagnostic:
    kind = str(one["type"])
    context = one.get("ctx", {})
    if kind in _FINISHED:
        name = _FINISHED[kind]
        node = document.key_at(loc) if of_key else document.value_at(loc)
        return _at(document, node, name, one["msg"], loc)
    if kind == "extra_forbidden":
        return _unknown(document, loc, shape)
    if kind in ("missing", "relplan_missing"):
        field = str(context.get("field") or loc[-1])
        parent = loc if kind == "relplan_missing" else loc[:-1]
        return _missing(document, field, parent)
    node = document.value_at(loc)
    if kind == "literal_error":
        return _at(document, node, "wrong-choice", _choice(node, str(context["expected"])), loc)
    if kind == "string_too_short" or (kind == "string_type" and _is_empty(node)):
        return _missing_text(document, loc)
    wanted = str(context.get("wanted") or _WANTED.get(kind, "something else"))
    message = f"{_what(node)} stands here, where {wanted} belongs"
    return _at(document, node, "wrong-kind", message, loc)


_WANTED = {
    "string_type": "a text",
    "model_type": "a group of `key: value` lines",
    "model_attributes_type": "a group of `key: value` lines",
    "dict_type": "a group of `id: …` lines",
    "list_type": "a list, each line beginning with `- `,",
    "tuple_type": "a list, each line beginning with `- `,",
}


def _at(
    document: Document, node: Node, name: str, message: str, loc: tuple[Step, ...]
) -> Diagnostic:
    from relplan.files.document import CODES as reading

    item = ".".join(str(step) for step in loc)
    return document.at(node, CODES.get(name) or reading[name], name, message, item=item)


def _unknown(document: Document, loc: tuple[Step, ...], shape: Any) -> Diagnostic:
    word = str(loc[-1])
    known = fields_at(shape, loc[:-1])
    near = ids.nearest(word, known)
    if near:
        advice = f"did you mean `{near}`?"
    elif known:
        advice = f"known here: {', '.join(known)}"
    else:
        advice = "remove it"
    message = f"`{_short(word)}` is not a field here; {advice}"
    return _at(document, document.key_at(loc), "unknown-field", message, loc)


def _missing(document: Document, field: str, parent: tuple[Step, ...]) -> Diagnostic:
    node = document.key_at(parent) if parent else document.value_at(())
    of = f"`{parent[-1]}`" if parent and isinstance(parent[-1], str) else "this line"
    place: Node | int = node
    if not parent:
        of = "the file"
        place = node.start
    message = f"{of} has no `{field}`; add `{field}:`"
    if isinstance(place, int):
        return document.at(place, CODES["missing-field"], "missing-field", message, item=field)
    return _at(document, place, "missing-field", message, (*parent, field))


def _missing_text(document: Document, loc: tuple[Step, ...]) -> Diagnostic:
    message = f"`{loc[-1] if loc else 'this'}` is empty; write its text, or remove the line"
    return _at(document, document.key_at(loc), "missing-field", message, loc)


def _choice(node: Node, expected: str) -> str:
    offered = [word.strip("' ") for word in expected.replace(" or ", ", ").split(", ")]
    typed = node.text if isinstance(node, Scalar) else ""
    near = ids.nearest(typed, [one.lower() for one in offered])
    best = next((one for one in offered if near and one.lower() == near), None)
    choices = ", ".join(offered[:-1]) + f" or {offered[-1]}" if len(offered) > 1 else offered[0]
    if not isinstance(node, Scalar) or not typed:
        return f"{_what(node)} stands here; write {choices}"
    if best:
        return (
            f"`{_short(typed)}` is not one of the words for this; did you mean {best}? ({choices})"
        )
    return f"`{_short(typed)}` is not one of the words for this; write {choices}"


def _what(node: Node) -> str:
    if isinstance(node, Mapping):
        return "a group of `key: value` lines"
    if isinstance(node, Items):
        return "a list"
    return f"`{_short(node.text)}`" if isinstance(node, Scalar) and node.text else "nothing"


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text


def _short(text: str) -> str:
    text = text.replace("\n", " ")
    return text if len(text) <= 40 else text[:39] + "…"


def fields_at(shape: Any, path: tuple[Step, ...]) -> list[str]:
    """The written names of the fields that may stand at `path` in a file of this shape."""
    for step in path:
        shape = _inside(shape, step)
    models = [
        one for one in _members(shape) if isinstance(one, type) and issubclass(one, BaseModel)
    ]
    if not models:
        return []
    return [field.alias or name for name, field in models[0].model_fields.items()]


def _inside(shape: Any, step: Step) -> Any:
    from typing import get_args, get_origin

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
    from types import UnionType
    from typing import Annotated, Union, get_args, get_origin

    origin = get_origin(shape)
    if origin is Annotated:
        return _members(get_args(shape)[0])
    if origin in (Union, UnionType):
        return [inner for part in get_args(shape) for inner in _members(part)]
    return [shape]
