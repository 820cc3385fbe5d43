"""A value at a place of a plan: the field, the entry or the section is begun where it is missing."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from relplan.files import edit
from relplan.files.book import shape_of
from relplan.files.document import document_of
from relplan.files.shape import fields_at, short_form_at
from relplan.files.tree import Items, Mapping, Node, Scalar, Step
from relplan.model.choices import NOTHING

if TYPE_CHECKING:
    from relplan.files.draft import Draft
    from relplan.files.edit.render import Value

Where = tuple[Step, ...]


def put(draft: "Draft", path: str, where: Where, value: "Value") -> None:
    """Let `value` stand at `where` in a file of the draft.

    A missing field stands in the order of the model, a missing section in that of a plan. Where an
    entry is written as a bare text (its short form), it is spelled out when it gets a second field.
    """
    shape = shape_of(path)
    at, node = deepest(draft, path, where)
    rest = where[len(at) :]
    short = short_form_at(shape, at)
    if not rest and short and isinstance(node, Mapping) and isinstance(value, str):
        put(draft, path, (*at, short), value)
    elif not rest or (len(rest) == 1 and rest[0] == short and _says(node)):
        draft.set_value(path, at, value)
    elif _says(node) and short and isinstance(node, Scalar):
        draft.set_value(path, at, {short: node.text, **_nested(rest, value)})
    elif isinstance(node, Mapping) or not _says(node):
        _begin(draft, path, (at, node), (str(rest[0]), _inside(rest[1:], value)))
    else:
        draft.set_value(path, where, value)  # refused, with its place


def deepest(draft: "Draft", path: str, where: Where) -> tuple[Where, Node | None]:
    """The part of `where` that is written in the draft's file, and what stands there."""
    document, _ = document_of(path, draft.text(path).encode("utf-8"))
    node = document.root
    for index, step in enumerate(where):
        below = _step(node, step)
        if below is None:
            return where[:index], node
        node = below
    return where, node


def _begin(
    draft: "Draft", path: str, holder: tuple[Where, Node | None], entry: tuple[str, "Value"]
) -> None:
    """Add the entry to what stands there, in its place among the fields that are known there."""
    at, node = holder
    if not isinstance(node, Mapping) and node is not None and not _empty(node):
        draft.set_value(path, at, dict([entry]))
        return
    known = fields_at(shape_of(path), at)
    there = [key.text for key, _ in node.pairs] if isinstance(node, Mapping) else []
    before = known[: known.index(entry[0])] if entry[0] in known else []
    after = next((one for one in reversed(before) if one in there), None)
    draft.change(path, lambda text: edit.add_entry(text, at, *entry, after=after))


def _says(node: Node | None) -> bool:
    """True unless nothing is written there, in any of the ways to write nothing."""
    if isinstance(node, Scalar):
        return bool(node.style) or node.text not in ("", *NOTHING)
    return isinstance(node, (Mapping, Items)) and bool(
        node.pairs if isinstance(node, Mapping) else node.items
    )


def _empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.start == node.end


def _nested(rest: Sequence[Step], value: "Value") -> dict[str, Any]:
    return {str(rest[0]): _inside(rest[1:], value)}


def _inside(rest: Sequence[Step], value: "Value") -> "Value":
    return _nested(rest, value) if rest else value


def _step(node: Node | None, step: Step) -> Node | None:
    if isinstance(node, Mapping):
        return node.get(str(step))
    if isinstance(node, Items) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step]
    return None
