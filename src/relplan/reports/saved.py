"""Where a pack is kept in the book: reviews/<id>/<date>.md."""

from pathlib import Path

from relplan.errors import Refused
from relplan.files.write import rewrite
from relplan.reports.pack.shape import Pack


def save_pack(root: Path, pack: Pack, text: str) -> str:
    """Write the pack into the book, all or nothing, and return its path relative to the book.

    A pack of the same day is replaced. Refused when a link would lead the file out of the book.
    """
    shown = f"reviews/{pack.id}/{pack.date}.md"
    path = root / shown
    if not path.resolve().is_relative_to(root.resolve()):
        raise Refused(f"{shown} leads out of the book; remove the link, or print without --save")
    rewrite(path, lambda _: text.encode("utf-8"), root)
    return shown
