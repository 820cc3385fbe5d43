"""The rules that there are where a command runs: relplan's own, and those that the book names."""

from pathlib import Path
from typing import TYPE_CHECKING

from relplan.cli.options import root_of
from relplan.errors import RelplanError

if TYPE_CHECKING:
    from relplan.rules.catalogue import Manual


def manual_here(book: Path | None) -> "Manual":
    """The pages of all rules; without a book, or with settings that cannot be read, relplan's own."""
    from relplan.rules.team import team

    return team(rules_named(book)).manual


def rules_named(book: Path | None) -> tuple[str, ...]:
    """The packages of rules that the book around here names."""
    from relplan.files.disk import SETTINGS
    from relplan.files.reading import read_some

    try:
        settings = read_some(root_of(book), [SETTINGS])[SETTINGS].value
    except RelplanError:
        return ()
    return settings.lint.rules if settings else ()
