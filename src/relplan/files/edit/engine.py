"""The edits. Each one is proven before its text is handed out, or refused.

A parsed file is never dumped: the text is spliced, so that comments, order and spelling stay.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from relplan.errors import Refused
from relplan.files.edit import adding, removing, renaming, render, setting
from relplan.files.edit.outline import Outline, find, outline
from relplan.files.edit.proof import Splice, Unproven, prove
from relplan.files.edit.refused import EditRefused, NotThere
from relplan.files.edit.style import Style
from relplan.files.tree import Lines, Step

_MARK = "\ufeff"
_LATE_MARK = re.compile(f"[\r\n\x85\u2028\u2029]{_MARK}")


def set_value(text: str, path: Sequence[Step], value: render.Value) -> str:
    """The text with `value` at `path` in the place of what stood there."""
    paste = {path[-1]: value} if path and isinstance(path[-1], str) else value
    return _edit(text, path, (value, paste), lambda made: setting.splices(made, path, value))


def add_entry(
    text: str, path: Sequence[Step], key: str, value: render.Value, *, after: str | None = None
) -> str:
    """The text with `key: value` in the mapping at `path`: below the key `after`, else at its end.

    In brackets a new entry always stands at the end.
    """
    pair = {key: value}
    return _edit(
        text, path, (pair, pair), lambda made: adding.entries(made, path, key, value, after)
    )


def append_item(text: str, path: Sequence[Step], value: render.Value) -> str:
    """The text with `value` at the end of the list at `path`."""
    return _edit(text, path, (value, [value]), lambda made: adding.items(made, path, value))


def remove(text: str, path: Sequence[Step]) -> str:
    """The text without the entry or item at `path` and its own comments."""
    return _edit(text, path, (None, None), lambda made: removing.splices(made, path))


def rename_key(text: str, path: Sequence[Step], key: str) -> str:
    """The text with `key` in the place of the key that `path` ends with."""
    return respell(text, [renaming.Word(path, key, key=True)])


def respell(text: str, words: Sequence[renaming.Word]) -> str:
    """The text with every word in its place, all of them or none."""
    if not words:
        return text
    shown = words[0].text
    return _edit(text, (), (shown, shown), lambda made: iter((renaming.splice(made, words),)))


def _edit(
    text: str,
    path: Sequence[Step],
    values: tuple[render.Value, render.Value],
    splices: Callable[[Outline], Iterator[Splice]],
) -> str:
    mark, bare = (_MARK, text[1:]) if text.startswith(_MARK) else ("", text)
    value, paste = values
    try:
        _refuse_marks(bare)
        made = outline(bare)
        _check(made, path, value)
        return mark + _first_proven(made, path, splices(made))
    except NotThere as why:
        line = Lines(bare).place(min(why.offset, len(bare)))[0]
        raise EditRefused(why.reason, line, _paste(paste)) from None


def _refuse_marks(bare: str) -> None:
    """Libyaml takes a mark at the start of a line for nothing, and moves what follows inwards."""
    found = _LATE_MARK.search(bare)
    if found:
        raise NotThere(found.end(), "a byte-order mark stands in the middle of the file; remove it")


def _first_proven(made: Outline, path: Sequence[Step], splices: Iterator[Splice]) -> str:
    doubt = "no layout is known for it here"
    for splice in splices:
        try:
            return prove(made, splice)
        except Unproven as why:
            doubt = str(why)
    raise NotThere(_offset(made, path), doubt)


def _check(made: Outline, path: Sequence[Step], value: render.Value) -> None:
    try:
        render.check(value)
    except Refused as why:
        raise NotThere(_offset(made, path), str(why)) from None


def _offset(made: Outline, path: Sequence[Step]) -> int:
    try:
        return find(made, path)[-1].start
    except NotThere as why:
        return why.offset


def _paste(value: render.Value) -> str:
    """The text to write by hand; empty where there is none, or where it cannot be written."""
    style = Style("\n", 2, 2, " ", "", '"', flow=True)
    try:
        if isinstance(value, (Mapping, list)) and value:
            return render.block(value, 0, style)
        return "" if value is None else render.bracketed(value, style)
    except Refused:
        return ""
