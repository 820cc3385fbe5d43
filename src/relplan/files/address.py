"""A place in a file as it is typed: `roles.jane.stance`, or `jane.stance` where that is clear."""

from collections.abc import Iterator
from typing import Any

from relplan.errors import SeveralFit, WrongUse
from relplan.files.document import Document
from relplan.files.put import Where
from relplan.files.shape import fields_at, kind_at, short_form_at
from relplan.files.tree import Items, Mapping, Node, Scalar
from relplan.model import ids


def address(document: Document, shape: Any, typed: str) -> Where:
    """The place that `typed` names; WrongUse says what is there instead.

    It begins with a field of the file, or with an entry (its id, a prefix, a part of its name)
    wherever in the file that stands. The last step may be a field that is not written yet.
    """
    steps = typed.split(".")
    if not all(steps):
        raise WrongUse(f"{typed!r} is no place; write one such as roles.jane.stance or jane.stance")
    if steps[0] in fields_at(shape, ()):
        return _checked(document, shape, (), steps)
    entries = dict(_entries(document.root, shape, ()))
    return _checked(document, shape, _entry(document, shape, entries, steps[0]), steps[1:])


def places(document: Document, shape: Any) -> Iterator[str]:
    """Every place that can be set in a file, for completion: entries in short, then their fields."""
    yield from fields_at(shape, ())
    for where in _entries(document.root, shape, ()):
        yield from (f"{where[0][-1]}.{field}" for field in fields_at(shape, where[0]))


def _entry(document: Document, shape: Any, entries: dict[Where, str], typed: str) -> Where:
    """The only entry of the file that `typed` means."""
    names = {str(where[-1]): name for where, name in entries.items()}
    try:
        id_ = ids.find(typed, names, "field or entry")
    except SeveralFit:
        raise
    except WrongUse:
        if near := ids.nearest(typed, fields_at(shape, ())):
            raise WrongUse(
                f"`{typed}` is not a field of {document.path}; did you mean `{near}`?"
            ) from None
        raise
    found = [where for where in entries if where[-1] == id_]
    if len(found) > 1:
        listed = ", ".join(".".join(str(step) for step in where) for where in found)
        raise WrongUse(f"`{id_}` stands in {document.path} more than once: {listed}; write which")
    return found[0]


def _entries(node: Node | None, shape: Any, at: Where) -> Iterator[tuple[Where, str]]:
    """Every entry under an id below a place, with what it is called."""
    if not isinstance(node, Mapping):
        return
    kind = kind_at(shape, at)
    for key, value in node.pairs:
        where = (*at, key.text)
        if kind == "entries" and kind_at(shape, where) == "fields":
            yield where, _name(value, short_form_at(shape, where) or "name")
        if kind in ("entries", "fields"):
            yield from _entries(value, shape, where)


def _name(node: Node, field: str) -> str:
    named = node.get(field) if isinstance(node, Mapping) else node
    return named.text if isinstance(named, Scalar) else ""


def _checked(document: Document, shape: Any, at: Where, steps: list[str]) -> Where:
    """The place, with every step one that may stand there."""
    for step in steps:
        kind = kind_at(shape, at)
        node = _node(document.root, at)
        if kind == "fields":
            _refuse_unknown(shape, at, step, document.path)
            at = (*at, step)
        elif kind == "entries" and isinstance(node, Mapping) and node.get(step):
            at = (*at, step)
        elif kind == "list" and isinstance(node, Items) and step.isdecimal():
            at = (*at, int(step))
        else:
            raise WrongUse(_nothing(kind, node, at, step))
    return at


def _refuse_unknown(shape: Any, at: Where, step: str, path: str) -> None:
    known = fields_at(shape, at)
    if step not in known:
        near = ids.nearest(step, known)
        of = _written(at) or path
        advice = f"did you mean `{near}`?" if near else f"there are: {', '.join(known)}"
        raise WrongUse(f"`{step}` is not a field of {of}; {advice}")


def _nothing(kind: str, node: Node | None, at: Where, step: str) -> str:
    of = _written(at)
    if kind == "entries":
        there = [key.text for key, _ in node.pairs] if isinstance(node, Mapping) else []
        near = ids.nearest(step, there)
        advice = (
            f"did you mean `{near}`?" if near else f"there are: {', '.join(there) or 'none yet'}"
        )
        return f"there is no `{step}` in {of}; {advice}"
    if kind == "list":
        return f"{of} is a list; name one of its lines by a number from 0, or set the whole list"
    return f"{of} is a single value, nothing stands below it"


def _written(at: Where) -> str:
    return ".".join(str(step) for step in at)


def _node(root: Node | None, at: Where) -> Node | None:
    node = root
    for step in at:
        if isinstance(node, Mapping):
            node = node.get(str(step))
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node
