"""An id renamed through the whole book, as edits of its texts and moves of its files."""

from typing import NamedTuple

from relplan.errors import Refused
from relplan.files.rename import rename
from relplan.lsp.desk import Desk
from relplan.lsp.edits import Edit, edits_of
from relplan.lsp.things import Found, thing_at


class Renamed(NamedTuple):
    """What an editor does to rename something."""

    edits: list[Edit]
    moves: list[tuple[str, str]]
    """From which path to which a file goes, after the edits."""


def renamable(desk: Desk, path: str, offset: int) -> Found:
    """The id at an offset; Refused where there is none."""
    found = thing_at(desk.loaded, path, offset)
    if found is None:
        raise Refused("no id of this book stands here; put the cursor on one")
    return found


def renamed(desk: Desk, path: str, offset: int, new: str) -> Renamed:
    """What gives the id at an offset the name `new` everywhere; Refused or WrongUse says why not."""
    draft = rename(desk.loaded, renamable(desk, path, offset).thing, new)
    return Renamed(edits_of(draft), draft.moved)
