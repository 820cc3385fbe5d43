"""The files that come with relplan: skeletons for `new`, the templates of packs, and the manual.

They live in the top-level folders templates/ and docs/ of the project, and inside the package in a
wheel; an editable install has only the first.
"""

from pathlib import Path

from relplan.errors import RelplanError

_PACKAGE = Path(__file__).parent.parent


def templates() -> Path:
    """The folder of the packaged templates."""
    return _folder("templates", "relplan's own templates are missing; install relplan again")


def template(name: str) -> str:
    """The text of a packaged template, by its path below templates/."""
    return (templates() / name).read_text(encoding="utf-8")


def docs() -> Path:
    """The folder of the manual's pages."""
    return _folder("docs", "relplan's own manual is missing; install relplan again")


def doc(name: str) -> str:
    """The text of a page of the manual, by its name in docs/."""
    return (docs() / name).read_text(encoding="utf-8")


def _folder(name: str, missing: str) -> Path:
    inside = _PACKAGE / name
    beside = _PACKAGE.parent.parent / name
    if inside.is_dir():
        return inside
    if (beside.parent / "pyproject.toml").is_file() and beside.is_dir():
        return beside
    raise RelplanError(missing)
