"""Where packs are kept: in the book under reviews/, or in any folder, never over anything else."""

from collections.abc import Iterable
from pathlib import Path

from relplan.errors import Refused
from relplan.files.write import current, rewrite
from relplan.reports.html import MARK as IN_HTML
from relplan.reports.pdf import MARK as IN_PDF
from relplan.reports.review import MARK as IN_MARKDOWN

SUMMARY = "_team"
"""The name of the summary where packs have a client's id: no id begins so, a client may be `team`."""
_PDF = b"%PDF-"


def place_in_book(id_: str, date: str, ending: str) -> str:
    """The path of a pack in the book."""
    return f"reviews/{id_}/{date}.{ending}"


def save_pack(root: Path, shown: str, content: bytes) -> str:
    """Write the pack into the book, all or nothing, and return its path relative to the book.

    A pack of the same day is replaced. Refused when a link would lead the file out of the book.
    """
    path = root / shown
    if not path.resolve().is_relative_to(root.resolve()):
        raise Refused(f"{shown} leads out of the book; remove the link, or print without --save")
    rewrite(path, lambda _: content, root)
    return shown


def refuse_foreign(places: Iterable[str]) -> None:
    """Refused, before anything is written, when a file of these paths is no pack of relplan's."""
    foreign = [place for place in places if not _may_go(Path(place))]
    if foreign:
        more = f" and {len(foreign) - 1} more are" if len(foreign) > 1 else " is"
        raise Refused(
            f"{foreign[0]}{more} there and not written by relplan; move it away, or name another"
            " folder with --out; nothing was written"
        )


def put_out(place: str, content: bytes) -> None:
    """Write the pack to this path; its folder is made when it is missing."""
    path = Path(place)
    rewrite(path, lambda _: content, path.parent)


def _may_go(path: Path) -> bool:
    """True where nothing is, and for what is a pack by its own words."""
    try:
        old = None if path.is_symlink() else current(path)
    except NotADirectoryError:
        raise Refused(f"--out: {path.parent} is no folder; nothing was written") from None
    if path.is_symlink():
        return False
    if old is None:
        return True
    if path.suffix == ".pdf":
        return old.startswith(_PDF) and IN_PDF in old
    if path.suffix == ".html":
        return IN_HTML.encode() in old
    return IN_MARKDOWN.encode() in old
