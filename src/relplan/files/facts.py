"""What one file of a book says, as far as the rest of the book has to know: its value and its ids.

A file without faults goes the short way: events, a plain tree, light records. Whatever is odd in it
goes the long way, by the document and the models, which alone say what is wrong.
"""

from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from typing import Any

from relplan.diagnostics import Diagnostic
from relplan.files.disk import SETTINGS, Unreadable, decode
from relplan.files.places import DEFINING, OF_THE_BOOK, REFERRING
from relplan.model.choices import NOTHING
from relplan.model.frozen import Doubt
from relplan.model.light import as_light, light

SHAPES = {"clients": "Plan", "prospects": "Prospect", "campaigns": "Campaign", "touches": "log"}
"""By folder, the shape of its files; `log` is a list of touches."""


@dataclass(slots=True)
class Facts:
    """One file: what could be used of it, what is wrong with it, and the ids in it."""

    path: str
    value: Any = None
    """The light record, or the lines of a log; None when nothing could be used."""
    faults: tuple[Diagnostic, ...] = ()
    defined: dict[str, list[str]] = field(default_factory=dict)
    """The ids that it defines, by kind, also of entries that could not be used."""
    refers: dict[str, list[str]] = field(default_factory=dict)
    """The ids that it refers to, by what they may be; of a pitch, behind `@`, with whom it was."""
    digest: str = ""
    """Of its bytes; empty when they could not be read."""
    plain: Any = None
    """What `value` was read from; None where it cannot be read from this again."""
    is_group: bool = False
    """True when it has fields, so that its people are known."""
    speaks: bool = True
    """False when no comment in it can be for relplan."""
    says: bool = True
    """False when there is nothing but comments: such a file is empty, not unreadable."""


def shape_of(path: str) -> str:
    """The shape of a file of a book, by its path."""
    return "Settings" if path == SETTINGS else SHAPES[path.partition("/")[0]]


def facts_of(path: str, raw: bytes) -> Facts:
    """What these bytes say as that file of a book."""
    from relplan.files.quick import scan

    digest = digest_of(raw)
    try:
        text, _ = decode(raw)
        plain = None if "<<<<<<<" in text else scan(text)
        if plain is not None:
            value = light(shape_of(path), plain)
            speaks = may_speak(text)
            return with_ids(Facts(path, value, digest=digest, plain=plain, speaks=speaks), plain)
    except (Unreadable, Doubt):
        pass
    return _in_doubt(path, raw, digest)


def digest_of(raw: bytes) -> str:
    """What tells these bytes from others."""
    return blake2b(raw, digest_size=16).hexdigest()


def may_speak(text: str) -> bool:
    """True when a comment in the text may be for relplan."""
    return "relplan" in text.lower()


def unreadable(path: str, fault: Diagnostic) -> Facts:
    """A file of which not even the bytes can be had."""
    return Facts(path, None, (fault,), says=False)


def _in_doubt(path: str, raw: bytes, digest: str) -> Facts:
    """The long way, for what only the models can judge."""
    from relplan.files.document import document_of
    from relplan.files.shape import model_of
    from relplan.files.validate import validated

    document, troubles = document_of(path, raw)
    found = Facts(path, None, tuple(troubles), digest=digest, speaks=may_speak(document.text))
    found.says = _says_something(document.text, raw)
    if document.root is None and troubles:
        return found
    plain, value, faults = validated(document, model_of(path))
    found.faults = (*troubles, *faults)
    if value is not None:
        found.plain = plain
        try:
            found.value = light(shape_of(path), plain)
        except Doubt:
            found.value, found.plain = as_light(value), None
    return with_ids(found, document.root.plain() if document.root else None)


def _says_something(text: str, raw: bytes) -> bool:
    lines = (line.strip() for line in text.splitlines())
    return bool(raw) and any(line and not line.startswith("#") for line in lines)


def with_ids(facts: Facts, plain: Any) -> Facts:
    """The facts with the ids that stand in the whole of the file."""
    facts.is_group = isinstance(plain, dict)
    folder = facts.path.partition("/")[0]
    if isinstance(plain, dict) and folder != "campaigns":
        for kind, place in DEFINING.items():
            if (kind in OF_THE_BOOK) == (folder == SETTINGS) and (
                found := _keys(plain, place.split("."))
            ):
                facts.defined[kind] = found
    refers: dict[str, dict[str, None]] = {}
    _gather(plain, _trie(folder), refers, "")
    facts.refers = {kinds: list(ids) for kinds, ids in refers.items()}
    return facts


def _keys(plain: Any, steps: list[str]) -> list[str]:
    """The keys that `roles.*` or `goals.*.initiatives.*` name."""
    if not isinstance(plain, dict):
        return []
    step, *rest = steps
    if step == "*":
        if not rest:
            return [*plain]
        return [key for value in plain.values() for key in _keys(value, rest)]
    return _keys(plain.get(step), rest)


_LEAF, _KEYS = "", "keys"


@cache
def _trie(folder: str) -> dict[str, Any]:
    """The places of a kind of file that refer to something, as a tree of steps."""
    root: dict[str, Any] = {}
    for place in REFERRING.get(folder, ()):
        if place.word:
            continue
        steps = place.where.split(".")
        at = root
        for step in steps[:-1] if place.key else steps:
            at = at.setdefault(step, {})
        at[_KEYS if place.key else _LEAF] = " ".join(place.kinds)
    return root


def _gather(  # noqa: C901 -- a branch a kind of step
    node: Any, trie: dict[str, Any], into: dict[str, dict[str, None]], at: str
) -> None:
    """Put every id that stands in one of the places under what it may be."""
    for step, below in trie.items():
        if step == _LEAF:
            for one in node if isinstance(node, list) else (node,):
                if isinstance(one, str) and one and one not in NOTHING:
                    into.setdefault(f"{below}{at}", {})[str(one)] = None
        elif step == "-":
            for one in node if isinstance(node, list) else (node,):
                _gather(one, below, into, _pitched(one, at, below))
        elif not isinstance(node, dict):
            continue
        elif step == _KEYS:
            into.setdefault(f"{below}{at}", {}).update(dict.fromkeys(filter(None, node)))
        elif step == "*":
            for one in node.values():
                _gather(one, below, into, at)
        elif (one := node.get(step)) is not None:
            _gather(one, below, into, at)


def _pitched(node: Any, at: str, below: dict[str, Any]) -> str:
    """Behind `@` with whom a pitch was, whose people its ids are."""
    if "at" not in below or not isinstance(node, dict):
        return at
    where = node.get("at")
    return f"@{where}" if isinstance(where, str) else "@"
