"""The reader's short way: a plain tree straight from libyaml's events, for a text without oddities.

Whatever is odd (an error, an anchor, a tag, a key twice, a second document, too many values) has no
short way: `parse` reads it then, and says what is wrong.
"""

import json
from typing import Any

import yaml

from relplan.files.parse import MAX_DEPTH, MAX_NODES, parser_of
from relplan.files.tree import NOT_TEXT

_STARTS = frozenset("~nNtTfF+-.0123456789")
"""With what a text begins that another reader of YAML may take for something else than text."""


class Odd(str):
    """A text without quotes that other readers of YAML would not take for text.

    It has no hash: so only numbers and flags are read from it quickly, and a text, an id or a word
    of a list never, of which the writer must be told that it needs quotes.
    """

    __slots__ = ()
    __hash__ = None  # type: ignore[assignment]  # see above


class _Oddity(Exception):
    """Something for which there is no short way."""


def scan(text: str) -> Any:
    """The tree of `text` as dicts, lists, texts and None; None where `parse` has to read it."""
    try:
        root = _scan(text)
        # Half a character is an error: one that is written as an escape, since the text has none.
        if "\\u" in text or "\\U" in text:
            json.dumps(root, ensure_ascii=False).encode()
    except (_Oddity, yaml.YAMLError, UnicodeEncodeError):
        return None
    return root


def _scan(text: str) -> Any:  # noqa: C901, PLR0912, PLR0915 -- the hottest loop of all: a branch a kind of event
    following, scalar, opening, closing = parser_of(text).get_event, *_KINDS
    root: Any = None
    into: Any = None
    key: str | None = None
    keyed = False
    stack: list[Any] = []
    count = documents = 0
    while (event := following()) is not None:
        kind = event.__class__
        if kind is scalar:
            if event.anchor is not None or event.tag is not None:
                raise _Oddity
            count += 1
            value: Any = event.value
            if keyed and key is None:
                if value in into:
                    raise _Oddity
                key = value
                continue
            if not event.style:
                if not value:
                    value = None
                elif value[0] in _STARTS and NOT_TEXT.fullmatch(value):
                    value = Odd(value)
        elif kind in opening:
            if event.anchor is not None or event.tag is not None or (keyed and key is None):
                raise _Oddity
            stack.append((into, key))
            keyed = kind is yaml.MappingStartEvent
            into, key = {} if keyed else [], None
            if len(stack) >= MAX_DEPTH:
                raise _Oddity
            continue
        elif kind in closing:
            value = into
            into, key = stack.pop()
            keyed = into.__class__ is dict
        elif kind is yaml.DocumentStartEvent and not (documents or event.version or event.tags):
            documents = 1
            continue
        elif kind in _IDLE:
            continue
        else:
            raise _Oddity
        if keyed:
            into[key] = value
            key = None
        elif into is None:
            root = value
        else:
            into.append(value)
    if count > MAX_NODES // 2:  # collections count as well there: whatever is near is read again
        raise _Oddity
    return root


_KINDS: tuple[Any, frozenset[Any], frozenset[Any]] = (
    yaml.ScalarEvent,
    frozenset([yaml.MappingStartEvent, yaml.SequenceStartEvent]),
    frozenset([yaml.MappingEndEvent, yaml.SequenceEndEvent]),
)
_IDLE = frozenset([yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentEndEvent])
