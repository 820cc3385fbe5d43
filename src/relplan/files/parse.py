"""Text to tree: libyaml's event stream, with limits, and without what plans do not need.

Never `yaml.load` or `compose` on a foreign text: 50,000 brackets crash the C composer.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from relplan.files.tree import Items, Lines, Mapping, Node, Scalar

try:
    from yaml.cyaml import CParser as _Parser  # type: ignore[attr-defined]  # the stubs leave it out
except ImportError:  # a PyYAML built without libyaml reads the same, only slower
    from yaml.parser import Parser

    class _Parser(yaml.reader.Reader, yaml.scanner.Scanner, Parser):  # type: ignore[no-redef]  # the same name
        def __init__(self, stream: str) -> None:
            yaml.reader.Reader.__init__(self, stream)
            yaml.scanner.Scanner.__init__(self)
            Parser.__init__(self)


MAX_DEPTH = 32
MAX_NODES = 150_000


class Trouble(NamedTuple):
    """Why a text cannot be read: the offset, the rule's name, the message, and the end if known."""

    offset: int
    name: str
    message: str
    end: int = 0


class _Stop(Exception):
    def __init__(self, mark: Any, name: str, message: str) -> None:
        super().__init__(message)
        self.trouble = Trouble(mark if isinstance(mark, int) else mark.index, name, message)


@dataclass(slots=True)
class _Open:
    """A collection whose end has not come yet."""

    start: int
    flow: bool
    keys: dict[str, Scalar] | None
    pairs: list[tuple[Scalar, Node]]
    items: list[Node]
    key: Scalar | None = None


def parse(text: str) -> tuple[Node | None, list[Trouble]]:
    """The tree of `text`, and why it or parts of it cannot be used.

    A duplicate key is reported and the first one kept; any other trouble ends the reading, and
    the tree is None. An empty text has no tree and no trouble.
    """
    repeats: list[tuple[Scalar, Scalar]] = []
    try:
        root = _build(events(text), repeats)
        lines = Lines(text) if repeats else Lines("")
        return root, [_repeat(lines, *pair) for pair in repeats]
    except _Stop as stop:
        return None, [stop.trouble]
    except yaml.YAMLError as error:
        return None, [syntax_trouble(text, error)]


def parser_of(text: str) -> Any:
    """What gives the events of libyaml for `text`, one at a time."""
    return _Parser(text)


def events(text: str) -> Iterator[Any]:
    """The events of libyaml for `text`, as they come; raises yaml.YAMLError where it is no YAML."""
    parser = _Parser(text)
    try:
        following, last = parser.get_event, yaml.StreamEndEvent
        while (event := following()) is not None and event.__class__ is not last:
            yield event
    finally:
        if hasattr(parser, "dispose"):
            parser.dispose()


def _build(  # noqa: C901, PLR0912 -- the one hot loop of the reader: a branch a kind of event
    stream: Iterator[Any], repeats: list[tuple[Scalar, Scalar]]
) -> Node | None:
    root: Node | None = None
    stack: list[_Open] = []
    documents = count = 0
    scalar = yaml.ScalarEvent
    for event in stream:
        kind = event.__class__
        if kind is scalar:
            if event.anchor is not None or event.tag is not None:
                _refuse_features(event)
            value = event.value
            node: Node = Scalar(
                event.start_mark.index, event.end_mark.index, value, event.style or ""
            )
            if not value.isascii():
                _refuse_surrogates(event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            _refuse_features(event)
            if stack and stack[-1].keys is not None and stack[-1].key is None:
                raise _Stop(event.start_mark, "yaml-feature", _COMPLEX_KEY)
            if len(stack) >= MAX_DEPTH:
                raise _Stop(event.start_mark, "not-readable", _TOO_DEEP)
            keys: dict[str, Scalar] | None = {} if kind is yaml.MappingStartEvent else None
            stack.append(_Open(event.start_mark.index, bool(event.flow_style), keys, [], []))
            continue
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            node = _close(stack.pop(), event.end_mark.index)
        elif kind is yaml.DocumentStartEvent:
            documents += 1
            _refuse_document(event, documents)
            continue
        elif kind is yaml.AliasEvent:
            raise _Stop(event.start_mark, "yaml-feature", _alias(event.anchor))
        else:
            continue
        count += 1
        if count > MAX_NODES:
            raise _Stop(event.start_mark, "not-readable", _TOO_MANY)
        if not stack:
            root = node
            continue
        into = stack[-1]
        if into.keys is None:
            into.items.append(node)
        elif into.key is None:
            _open_key(node, into, repeats)
        else:
            if into.keys[into.key.text] is into.key:
                into.pairs.append((into.key, node))
            into.key = None
    return root


def _open_key(node: Node, into: _Open, repeats: list[tuple[Scalar, Scalar]]) -> None:
    if not isinstance(node, Scalar):
        raise _Stop(into.start, "yaml-feature", _COMPLEX_KEY)
    assert into.keys is not None
    first = into.keys.setdefault(node.text, node)
    if first is not node:
        repeats.append((first, node))
    into.key = node


def _close(opened: _Open, end: int) -> Node:
    if opened.keys is None:
        node: Node = Items(opened.start, end, opened.items, opened.flow)
    else:
        node = Mapping(opened.start, end, opened.pairs, opened.flow)
    if not opened.flow:
        _trim(node, opened)
    return node


def _trim(node: Node, opened: _Open) -> None:
    """End a block collection with its last value: libyaml runs on to the next token."""
    last = opened.items[-1] if opened.items else opened.pairs[-1][1] if opened.pairs else None
    if last is not None:
        node.end = last.end


def _repeat(lines: Lines, first: Scalar, second: Scalar) -> Trouble:
    line, _ = lines.place(first.start)
    message = (
        f"`{second.text[:40]}` stands here a second time, first on line {line}; keep one of the two"
    )
    return Trouble(second.start, "duplicate-key", message, second.end)


def _refuse_features(event: Any) -> None:
    if event.anchor is not None:
        message = (
            f"`&{event.anchor[:40]}` is an anchor, which plans do not use; write the value itself, or"
            " put quotes around a text that begins with &"
        )
        raise _Stop(event.start_mark, "yaml-feature", message)
    if event.tag is not None:
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        message = (
            f"`{tag[:40]}` is a tag, which plans do not use; write the value without it, or put quotes"
            " around a text that begins with !"
        )
        raise _Stop(event.start_mark, "yaml-feature", message)


def _refuse_surrogates(event: Any) -> None:
    if any("\ud800" <= char <= "\udfff" for char in event.value):
        from relplan.files.syntax import NO_CHARACTER

        raise _Stop(event.start_mark, "yaml-syntax", NO_CHARACTER)


def _refuse_document(event: Any, documents: int) -> None:
    if documents > 1:
        message = "`---` begins a second document; a plan is one document, remove the line"
        raise _Stop(event.start_mark, "yaml-feature", message)
    if event.version or event.tags:
        message = "a line that begins with % is a directive, which plans do not use; remove it"
        raise _Stop(event.start_mark, "yaml-feature", message)


_COMPLEX_KEY = (
    "a key here is not a plain word; put quotes around a text that begins with a bracket,"
    ' such as "{{ client }}"'
)
_TOO_DEEP = f"more than {MAX_DEPTH} levels of brackets or indentation; remove what is too many, a plan has about eight"
_TOO_MANY = f"more than {MAX_NODES:,} values in one file; split it"


def _alias(anchor: str) -> str:
    return (
        f"`*{anchor[:40]}` is an alias, which plans do not use; write the value itself, or put quotes"
        " around a text that begins with *"
    )


def syntax_trouble(text: str, error: yaml.YAMLError) -> Trouble:
    """What libyaml refused, with its place and advice."""
    from relplan.files.syntax import explain_syntax

    return explain_syntax(text, error)
