"""A pydantic error in the writer's words, at the writer's place.

Keyed by the error's type, never by pydantic's English; its vocabulary reaches nobody.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from relplan.clock import readings
from relplan.diagnostics import Diagnostic, Instead
from relplan.files.collisions import of_keys
from relplan.files.document import CODES as READING
from relplan.files.document import Document
from relplan.files.shape import fields_at, required_at
from relplan.files.split import split_text
from relplan.files.tree import Items, Mapping, Node, Scalar, Step
from relplan.model import ids
from relplan.model.amounts import short
from relplan.model.choices import listed, nearest_of, not_one_of

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
        if (of_key or one["type"] == "extra_forbidden") and (split := split_text(document, loc)):
            if split.first:
                yield _at(document, document.key_at(loc), "unknown-field", split.message, loc)
            continue
        yield _explain(document, one, loc, of_key, shape)


def _explain(
    document: Document, one: Any, loc: tuple[Step, ...], of_key: bool, shape: Any
) -> Diagnostic:
    kind = str(one["type"])
    if kind in _FINISHED:
        node = document.key_at(loc) if of_key else document.value_at(loc)
        if of_key and (why := of_keys(document, loc)):
            return _at(document, node, "id-collides", why, loc)
        said = _at(document, node, _FINISHED[kind], one["msg"], loc)
        return replace(said, instead=_day(node)) if _FINISHED[kind] == "not-a-date" else said
    if kind == "extra_forbidden":
        return _unknown(document, loc, shape)
    if kind in ("missing", "relplan_missing"):
        field = str(one.get("ctx", {}).get("field") or loc[-1])
        parent = loc if kind == "relplan_missing" else loc[:-1]
        return _missing(document, field, parent)
    return _of_kind(document, one, loc, shape)


def _of_kind(document: Document, one: Any, loc: tuple[Step, ...], shape: Any) -> Diagnostic:
    kind, context = str(one["type"]), one.get("ctx", {})
    node = document.value_at(loc)
    if kind == "literal_error":
        message, instead = _choice(node, str(context["expected"]))
        return replace(_at(document, node, "wrong-choice", message, loc), instead=instead)
    if _is_empty(node) and kind in ("string_too_short", "string_type", *_GROUPS):
        return _missing_text(document, loc, _wanted(kind, shape, loc))
    wanted = context.get("wanted") or _wanted(kind, shape, loc)
    message = f"{_what(node)} stands here, where {wanted} belongs"
    return _at(document, node, "wrong-kind", message, loc)


def _wanted(kind: str, shape: Any, loc: tuple[Step, ...]) -> str:
    fields = required_at(shape, loc) if kind in _GROUPS else []
    return _written(fields) if fields else _WANTED.get(kind, "a text")


_LINES = "a group of `key: value` lines"
_GROUPS = ("model_type", "model_attributes_type")
_WANTED = {
    "string_type": "a text",
    "model_type": _LINES,
    "model_attributes_type": _LINES,
    "dict_type": "a group of `id: …` lines",
    "list_type": "a list, each line beginning with `- `,",
    "tuple_type": "a list, each line beginning with `- `,",
}


def _at(
    document: Document, node: Node, name: str, message: str, loc: tuple[Step, ...]
) -> Diagnostic:
    item = ".".join(str(step) for step in loc)
    return document.at(node, CODES.get(name) or READING[name], name, message, item=item)


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
    message = f"`{short(word)}` is not a field here; {advice}"
    beside = document.value_at(loc[:-1])
    free = near and isinstance(beside, Mapping) and not beside.key(near)
    instead = Instead(near, ids.is_slip(word, near, known)) if near and free else None
    said = _at(document, document.key_at(loc), "unknown-field", message, loc)
    return replace(said, instead=instead)


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


def _missing_text(document: Document, loc: tuple[Step, ...], what: str) -> Diagnostic:
    empty = f"`{loc[-1]}`" if loc and isinstance(loc[-1], str) else "this line"
    message = f"{empty} is empty; write {what} there, or remove it"
    return _at(document, document.key_at(loc), "missing-field", message, loc)


def _day(node: Node) -> Instead | None:
    """The day that a text in another form means; the likelier one where there are two."""
    found = readings(node.text) if isinstance(node, Scalar) else []
    return Instead(found[0], len(found) == 1) if found else None


def _choice(node: Node, expected: str) -> tuple[str, Instead | None]:
    offered = [word.strip("' ") for word in expected.replace(" or ", ", ").split(", ")]
    if isinstance(node, Scalar) and node.text:
        best = nearest_of(node.text, offered)
        instead = Instead(best, ids.is_slip(node.text, best, offered)) if best else None
        return not_one_of(node.text, offered), instead
    return f"{_what(node)} stands here; write {listed(offered)}", None


def _what(node: Node) -> str:
    if isinstance(node, Mapping):
        return _LINES
    if isinstance(node, Items):
        return "a list"
    return f"`{short(node.text)}`" if isinstance(node, Scalar) and node.text else "nothing"


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text


def _written(fields: list[str]) -> str:
    """Fields as they are written in a plan: `{what: …, by: …}`."""
    return "`{" + ", ".join(f"{field}: …" for field in fields) + "}`"
