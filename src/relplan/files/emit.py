"""Texts as YAML scalars: the one quoting function for everything that relplan writes."""

import re
from collections.abc import Mapping
from typing import Any

from relplan.errors import Refused
from relplan.files.tree import looks_typed

_PLAIN = re.compile(
    r"(?!\.\.\.|[\s\-?:,\[\]{}#&*!|>'\"%@`=~])"
    r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]+"
)
_RISKY = re.compile(r": |:$| #|[\[\]{},?]|\s$")
"""Inside of brackets; older readers of YAML end a plain text there at a question mark too."""
_RISKY_IN_BLOCK = re.compile(r": |:$| #|\s$")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]")
_HIDDEN = re.compile("[\n\t\x85\u2028\u2029\ufeff\ufffe\uffff]")
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


def scalar(text: str, *, quotes: str = "", block: bool = False, typed: bool = False) -> str:
    """The text as a one-line scalar that every YAML reader takes for this very text.

    Plain where that is safe, else quoted; `quotes` asks for `'` or `"` even where plain would do,
    and gets it where the text allows. `block` says that no bracket stands around it, `typed` that
    a number or a yes-or-no is meant. Refused for control characters and half characters, which no
    editor shows.
    """
    if is_bare(text):
        return str(text)
    refuse_invisible(text)
    if not quotes and is_plain(text, block=block, typed=typed):
        return text
    both = "'" in text and _ESCAPED.search(text) is not None and not quotes
    if quotes == '"' or both or _HIDDEN.search(text):
        return '"' + _ESCAPED.sub(lambda one: _ESCAPES[one[0]], text) + '"'
    if quotes == "'" or '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def is_bare(text: str) -> bool:
    """True for a number or a truth value that is meant as one."""
    return isinstance(text, Bare) and _BARE.fullmatch(text) is not None


def is_plain(text: str, *, block: bool = False, typed: bool = False) -> bool:
    """True when the text needs no quotes; the words mean what they mean for `scalar`."""
    if not _PLAIN.fullmatch(text) and not (typed and looks_typed(text) and text.isascii()):
        return False
    if (_RISKY_IN_BLOCK if block else _RISKY).search(text):
        return False
    return typed or not looks_typed(text)


def refuse_invisible(text: str) -> None:
    """Refused when the text holds what no editor shows: control characters, half characters."""
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise Refused("the text holds half of a character (a lone surrogate); type it again")
    if found := _CONTROL.search(text):
        raise Refused(
            f"`{text[:40]}` holds an invisible control character ({ord(found[0]):#04x});"
            " leave it out; nothing was changed"
        )


def flow(value: Any) -> str:
    """A text, a list or a mapping on one line: `{date: 2026-11-03, with: [jane]}`."""
    if value is None:
        return "null"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key)}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(flow(one) for one in value) + "]"
    return scalar(value)


def literal(text: str, pad: str, newline: str, sign: str = "|") -> str | None:
    """The text as a block whose lines begin with `pad`; None where no block holds it safely.

    A first line that is empty or begins with a space would need its indentation spelled out. A
    folded block (`sign` is `>`) is one paragraph; a text with line breaks of its own gets a `|`.
    """
    body = text.rstrip("\n")
    if not body or _HIDDEN.search(body.replace("\n", "").replace("\t", "")):
        return None
    chomp = {0: "-", 1: ""}.get(len(text) - len(body), "+")
    lines = text.split("\n") if chomp == "-" else text[:-1].split("\n")
    if lines[0][:1] in {" ", "\t", ""}:
        return None
    if sign == ">" and len(lines) == 1 and not _UNFOLDED.search(body):
        lines = _wrapped(body, max(40, 80 - len(pad)))
    else:
        sign = "|"
    return f"{sign}{chomp}{newline}" + newline.join(pad + one if one else "" for one in lines)


_UNFOLDED = re.compile(r"\s\s|\s$|\t")


def _wrapped(text: str, width: int) -> list[str]:
    """The text cut at single spaces into lines that a reader of YAML joins with spaces again."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return lines
