"""Tidying of one text: proven to say the same and to be tidy afterwards, or refused."""

from collections.abc import Sequence
from typing import NamedTuple

from relplan.errors import Refused
from relplan.files.edit.outline import outline
from relplan.files.edit.proof import Unproven
from relplan.files.edit.refused import NotThere
from relplan.files.parse import parse
from relplan.files.tidy.indent import indented
from relplan.files.tidy.order import Wanted, ordered
from relplan.files.tidy.proof import prove
from relplan.files.tree import Lines, Path

_MARK = "\ufeff"


class TidyRefused(Refused):
    """A text that was left as it is: why, and at which line."""

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(f"line {line}: {reason}")
        self.reason = reason
        self.line = line


class Wish(NamedTuple):
    """What is to be tidied in a text."""

    order: Wanted
    """The order of the keys of the mapping at a path; empty to leave it alone."""
    step: int | None
    """The columns of a level of indentation; None to leave it alone."""


def nothing(_path: Path) -> Sequence[str]:
    """The order of keys that leaves every mapping alone."""
    return ()


def tidy(text: str, wish: Wish) -> str:
    """The tidy text, the same where it is tidy already; TidyRefused where it cannot be proven.

    Other than its order and its indentation nothing of it changes: no value, quote or comment, no
    break of a line. A tidy text stays as it is.
    """
    mark, bare = (_MARK, text[1:]) if text.startswith(_MARK) else ("", text)
    _refuse_unread(bare)
    try:
        new = _tidied(bare, wish)
        if new != bare:
            prove(bare, new)
            _settled(new, wish)
    except NotThere as why:
        raise TidyRefused(why.reason, Lines(bare).place(min(why.offset, len(bare)))[0]) from None
    except Unproven as why:
        raise TidyRefused(str(why), _first_difference(Lines(bare), Lines(new))) from None
    return mark + new


def _refuse_unread(text: str) -> None:
    """Refuse what relplan does not read, such as an anchor: it means more than its own lines say."""
    for trouble in parse(text)[1]:
        raise TidyRefused(trouble.message, Lines(text).place(min(trouble.offset, len(text)))[0])


def _settled(new: str, wish: Wish) -> None:
    if _tidied(new, wish) != new:
        raise Unproven("what is tidy would change again the next time")


def _tidied(text: str, wish: Wish) -> str:
    new = ordered(outline(text), wish.order)
    return new if wish.step is None else indented(outline(new), wish.step)


def _first_difference(old: Lines, new: Lines) -> int:
    """The first line that would change."""
    numbers = range(1, len(old) + 1)
    return next((number for number in numbers if old.line(number) != new.line(number)), 1)
