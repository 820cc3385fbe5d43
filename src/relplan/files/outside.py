"""Files that are handed out of the book: written whole, beside nothing of the book's own."""

from pathlib import Path

from relplan.errors import Refused
from relplan.files.book import FOLDERS
from relplan.files.disk import SETTINGS
from relplan.files.write import rewrite

OWN = (*FOLDERS, "templates", "reviews", SETTINGS)
"""What belongs to the book itself in its folder."""


def check_outside(path: Path, root: Path, *, force: bool) -> None:
    """Refused when a file may not be written there: it is the book's, or something is there."""
    if path.is_symlink():
        raise Refused(f"{path} is a link; name the file that it leads to")
    _refuse_own(path, root)
    if not path.parent.is_dir():
        raise Refused(f"there is no folder {path.parent}; make it first, or name another")
    if path.is_dir():
        raise Refused(f"{path} is a folder; name a file in it")
    if path.exists() and not force:
        raise Refused(f"{path} is there already; add --force to replace it, or name another")


def folder_outside(path: Path, root: Path, *, dry_run: bool) -> None:
    """Make the folder where there is none; Refused for the book's own ones."""
    _refuse_own(path, root)
    if path.resolve() == root.resolve():
        raise Refused(f"{path} is the book itself; name a folder of its own for so many files")
    if path.exists() and not path.is_dir():
        raise Refused(f"{path} is a file; name a folder")
    if not path.parent.is_dir():
        raise Refused(f"there is no folder {path.parent}; make it first, or name another")
    if not dry_run:
        try:
            path.mkdir(exist_ok=True)
        except OSError as error:
            raise Refused(f"{path} could not be made ({error.strerror})") from None


def _refuse_own(path: Path, root: Path) -> None:
    try:
        full = path.resolve()
    except (OSError, RuntimeError):  # RuntimeError is what Python before 3.13 says of a link loop
        raise Refused(f"{path} is a link that leads back to itself") from None
    if full.is_relative_to(root.resolve()):
        inside = full.relative_to(root.resolve()).parts
        first = inside[0].lower() if inside else ""
        if first in OWN or first.startswith("."):
            raise Refused(f"{path} lies in the book's own {inside[0]}; write it to another place")


def put_outside(path: Path, content: bytes, root: Path, *, force: bool) -> None:
    """Write the file at once or not at all; one that is there is replaced only with `force`."""
    check_outside(path, root, force=force)

    def whole(old: bytes | None) -> bytes:
        if old is not None and not force:
            raise Refused(f"{path} is there already; add --force to replace it, or name another")
        return content

    rewrite(path, whole, path.resolve().parent)
