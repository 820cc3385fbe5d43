"""Paths typed on the command line, as files of a book."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from relplan.errors import WrongUse

if TYPE_CHECKING:
    from relplan.files.book import Loaded


def around(paths: list[Path] | None) -> Path | None:
    """Where to look for the book when only files are named: at the first of them."""
    if not paths or os.environ.get("RELPLAN_BOOK"):
        return None
    return paths[0] if paths[0].is_dir() else paths[0].parent


def shown_files(paths: list[Path] | None, loaded: "Loaded") -> set[str] | None:
    """The files of the book that the paths name; None for all of them."""
    if not paths:
        return None
    shown: set[str] = set()
    known = {*loaded.documents, *(one.path for one in loaded.diagnostics)}
    for path in paths:
        places = (path, loaded.root / path)
        inside = [_relative(place, loaded.root) for place in places if os.path.lexists(place)]
        fits = {
            one
            for name in inside
            for one in known
            if name in ("", one) or one.startswith(f"{name}/")
        }
        if not fits:
            raise WrongUse(f"{path} is no file or folder of the book in {loaded.root}")
        shown |= fits
    return shown


def _relative(path: Path, root: Path) -> str:
    full = path.parent.resolve() / path.name
    if full in (root, *root.parents) or path.resolve() == root:
        return ""
    return full.relative_to(root).as_posix() if full.is_relative_to(root) else "//"
