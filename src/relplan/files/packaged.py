"""The files that come with relplan: skeletons for `new` and the templates of packs.

They live in the top-level folder templates/ of the project and in relplan/templates of a wheel; an
editable install has only the first.
"""

from pathlib import Path

from relplan.errors import RelplanError

_PACKAGE = Path(__file__).parent.parent


def templates() -> Path:
    """The folder of the packaged templates."""
    inside = _PACKAGE / "templates"
    beside = _PACKAGE.parent.parent / "templates"
    if inside.is_dir():
        return inside
    if (beside.parent / "pyproject.toml").is_file() and beside.is_dir():
        return beside
    raise RelplanError("relplan's own templates are missing; install relplan again")


def template(name: str) -> str:
    """The text of a packaged template, by its path below templates/."""
    return (templates() / name).read_text(encoding="utf-8")
