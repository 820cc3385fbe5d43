"""The proof of an edit: libyaml on the whole text, ruamel.yaml on the lines that changed."""

from collections.abc import Sequence
from typing import NamedTuple

from relplan.files.edit.outline import Mark, Outline, outline
from relplan.files.edit.refused import NotThere
from relplan.files.edit.render import Meant, Wanted
from relplan.files.edit.second import disagrees


class Splice(NamedTuple):
    """One edit: new text for `start` to `end`, which turns the events `first` to `last` into `marks`."""

    start: int
    end: int
    text: str
    first: int
    last: int
    marks: Sequence[Meant]
    removes: bool = False
    """True when comments of the removed entry go with it; else every comment stays."""
    stretches: Sequence[tuple[int, int]] = ()
    """Where the new text differs, when that is in several places: each is shown by itself."""


class Unproven(Exception):  # never shown: the next layout is tried, or the edit refused
    """The new text would not say what was meant."""


def prove(made: Outline, splice: Splice) -> str:
    """The new text; Unproven unless both parsers read the old one with just this change in it."""
    old = made.text
    new = old[: splice.start] + splice.text + old[splice.end :]
    behind = len(old) - splice.end
    if new[: splice.start] != old[: splice.start] or new[len(new) - behind :] != old[splice.end :]:
        raise Unproven("text outside of the change would change")
    if not splice.removes:
        _keep_comments(made, splice)
    try:
        after = outline(new)
    except NotThere as why:
        raise Unproven(str(why)) from None
    if not _as_meant(made.marks, after.marks, splice):
        raise Unproven("the file would say something else than was asked for")
    for start, end in splice.stretches or [(splice.start, splice.start + len(splice.text))]:
        if doubt := disagrees(after, start, end):
            raise Unproven(doubt)
    return new


def _keep_comments(made: Outline, splice: Splice) -> None:
    for one in made.comments(splice.start, splice.end, splice.first, splice.last):
        if one not in splice.text:
            raise Unproven(f"the comment `{one}` inside of what is replaced would be lost")


def _as_meant(before: list[Mark], after: list[Mark], splice: Splice) -> bool:
    """True when the events are the old ones with the wanted ones in the place of the changed.

    Events rather than loaded values: they keep what loading hides or chokes on, such as repeated
    keys, aliases, unknown tags, and whether a scalar is plain.
    """
    there = splice.first + len(splice.marks)
    if after[: splice.first] != before[: splice.first] or after[there:] != before[splice.last :]:
        return False
    for said, meant in zip(after[splice.first : there], splice.marks, strict=True):
        if not (meant.fits(said) if isinstance(meant, Wanted) else said == meant):
            return False
    return True
