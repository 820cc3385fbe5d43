"""Where the cursor stands in a text, also in one that is half typed and cannot be read yet."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from relplan.files.parse import parse
from relplan.files.tree import Items, Mapping, Node, Path, Scalar

_HERE = "relplan0cursor"
"""What stands for the word at the cursor while the text around it is read."""
_WORD = re.compile(r"[\w-]*\Z")
_REST = re.compile(r"[\w-]*")
_CLOSING = {"[": "]", "{": "}"}
_QUOTED = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"")


class Cursor(NamedTuple):
    """The place at the cursor, and the word there that a completion replaces."""

    path: Path
    key: bool
    """True where a key stands, or is begun."""
    alone: bool
    """False where the word is a part of a longer text."""
    start: int
    end: int
    root: Node
    """The tree of as much of the text as could be read, the word replaced."""


def cursor_at(text: str, offset: int) -> Cursor | None:
    """The place at an offset; None within a comment, or where the text is too odd to tell."""
    top = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    before = _WORD.sub("", text[top:offset])
    start = top + len(before)
    rest = _REST.match(text, start)
    end = rest.end() if rest else start
    if before.lstrip().startswith("- "):  # at a dash the word may be one of an item
        before = before.replace("\t", " ")
    for probe in _probes(text, top, before, end):
        root, _ = parse(probe)
        found = root and _find(root)
        if root and found:
            return Cursor(*found, start, end, root)
    return None


def _probes(text: str, top: int, before: str, end: int) -> Iterator[str]:
    """The texts to try: the whole, then only the lines that the line at the cursor hangs on."""
    stop = re.compile(r"[\r\n]|\Z").search(text, end)
    assert stop is not None
    after = text[end : stop.start()]
    closers = _closers(before)
    behind = "" if re.match(r"\s*(#|\Z)", after) else after
    around = (text[:top], text[stop.start() :]), (_above(text[:top], before), "\n")
    for head, tail in around:
        yield head + before + _HERE + after + tail
        if not behind:
            yield head + before + _HERE + ": x" + tail
        yield head + before + _HERE + closers + tail
        yield head + before + _HERE + ": x" + closers + tail


def _closers(before: str) -> str:
    """The brackets that are open at the end of a line."""
    open_: list[str] = []
    for char in _QUOTED.sub("", before):
        if char in _CLOSING:
            open_.append(_CLOSING[char])
        elif open_ and char == open_[-1]:
            open_.pop()
    return "".join(reversed(open_))


def _above(head: str, line: str) -> str:
    """The lines above of less and less indentation: the keys that a line belongs to."""
    depth = len(line) - len(line.lstrip(" "))
    kept: list[str] = []
    for one in reversed(head.splitlines()):
        bare = one.lstrip(" ")
        if bare and not bare.startswith("#") and len(one) - len(bare) < depth:
            depth = len(one) - len(bare)
            kept.append(one)
    return "".join(f"{one}\n" for one in reversed(kept))


def _find(node: Node, path: Path = ()) -> tuple[Path, bool, bool] | None:
    """The path of the word at the cursor, whether it is a key, and whether it stands alone."""
    if isinstance(node, Scalar):
        return (path, False, node.text == _HERE) if _HERE in node.text else None
    if isinstance(node, Mapping):
        for key, value in node.pairs:
            if _HERE in key.text:
                return ((*path, key.text), True, True) if key.text == _HERE else None
            if found := _find(value, (*path, key.text)):
                return found
    elif isinstance(node, Items):
        for index, item in enumerate(node.items):
            if found := _find(item, (*path, index)):
                return found
    return None
