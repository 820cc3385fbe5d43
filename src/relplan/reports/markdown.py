"""The one way by which foreign text enters Markdown, and the mark of text that already is."""

import re

from relplan.reports.safe import safe

_ALWAYS = re.compile(r"[\\`*_\[\]<>|~$^]|&(?=#?\w+;)")
_AT_START = re.compile(r"[#+\-=/:!]")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_MENTION = re.compile(r"(?<![\w\u2060])([@#!])(?=[\w-])")
_APART = "\u2060"
"""A word joiner: seen by nobody, and `@name` or `#12` is no longer a mention on a code host."""


class Md(str):
    """Text that is Markdown already and is not escaped again."""

    __slots__ = ()


def escape(text: str) -> Md:
    """The text as Markdown that shows exactly this text, on one line, wherever it is put."""
    if isinstance(text, Md):
        return text
    plain = safe(" ".join(text.split()))
    found = _ALWAYS.sub(lambda hit: "\\" + hit[0], plain)
    found = _NUMBERED.sub(r"\1\\\2", found, count=1) if _NUMBERED.match(found) else found
    if _AT_START.match(found):
        found = "\\" + found
    return Md(_MENTION.sub(lambda hit: hit[1] + _APART, found))


def fenced(language: str, text: str) -> Md:
    """A code block that no line of the text can close."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return Md(f"{fence}{language}\n{text.rstrip()}\n{fence}")
