"""Texts as YAML scalars: the one quoting function for everything that relplan writes."""

import re
from collections.abc import Mapping
from typing import Any

from relplan.errors import Refused
from relplan.files.tree import looks_typed

_PLAIN = re.compile(
    r"(?![\s\-?:,\[\]{}#&*!|>'\"%@`=~])[^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]+"
)
_RISKY = re.compile(r": |:$| #|[\[\]{},]|\?(?:\s|$)|\s$")
"""What ends a plain text somewhere: `?` only in older readers, inside brackets."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]")
_ESCAPED = re.compile('[\\\\"\n\t\x85\u2028\u2029\ufeff\ufffe\uffff]')
_ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\t": "\\t",
    "\x85": "\\N",
    "\u2028": "\\L",
    "\u2029": "\\P",
    "\ufeff": "\\uFEFF",
    "\ufffe": "\\uFFFE",
    "\uffff": "\\uFFFF",
}


class Bare(str):
    """A number or a truth value: written without quotes, as the schema's readers expect it."""

    __slots__ = ()


_BARE = re.compile(r"[A-Za-z0-9.]+")


def scalar(text: str) -> str:
    """The text as a one-line scalar that every YAML reader takes for this very text.

    Plain where that is safe in any context, else quoted. Refused for control characters and half
    characters, which no editor shows.
    """
    if isinstance(text, Bare) and _BARE.fullmatch(text):
        return str(text)
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise Refused("the text holds half of a character (a lone surrogate); type it again")
    if found := _CONTROL.search(text):
        raise Refused(f"the text holds an invisible control character ({ord(found[0]):#04x})")
    if _PLAIN.fullmatch(text) and not _RISKY.search(text) and not looks_typed(text):
        return text
    if _ESCAPED.search(text) and ("'" in text or not _only_quotes(text)):
        return '"' + _ESCAPED.sub(lambda one: _ESCAPES[one[0]], text) + '"'
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def flow(value: Any) -> str:
    """A text, a list or a mapping on one line: `{date: 2026-11-03, with: [jane]}`."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key)}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(flow(one) for one in value) + "]"
    return scalar(value)


def _only_quotes(text: str) -> bool:
    return not any(char in text for char in "\n\t\x85\u2028\u2029\ufeff\ufffe\uffff")
