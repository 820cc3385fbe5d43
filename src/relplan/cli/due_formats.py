"""The forms in which `relplan due` prints its list, and where their remarks go."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from relplan.errors import WrongUse

if TYPE_CHECKING:
    from relplan.analysis.due import DueList
    from relplan.reports.due_explain import Explained


class Shown(NamedTuple):
    """A list to print: whose it is, and where its inputs are found when they are asked for."""

    due: "DueList"
    firm: str
    owner_name: str | None = None
    explained: "Explained | None" = None


def chosen(form: str | None, *, json: bool, explain: bool) -> str:
    """The format that is asked for, else a table on a terminal and plain text in a pipe."""
    if json and form not in (None, "json"):
        raise WrongUse(f"--json and --format {form}: write one of the two")
    form = "json" if json else form or ("table" if sys.stdout.isatty() else "plain")
    if form not in FORMATS:
        raise WrongUse(f"--format {form!r}: write one of {', '.join(FORMATS)}")
    if explain and form not in _EXPLAIN:
        raise WrongUse(f"--explain has no place in {form}; write one of {', '.join(_EXPLAIN)}")
    return form


def print_as(form: str, shown: Shown) -> None:
    """Print the list; what a spreadsheet or a calendar has no place for goes to stderr."""
    FORMATS[form](shown)
    if form in ("csv", "ics"):
        from relplan.reports.due_closing import closing, remarks
        from relplan.reports.safe import safe

        sys.stdout.flush()  # the result first, also where both go to one file
        for line in remarks(shown.due) if shown.due.items else closing(shown.due):
            print(f"relplan: {safe(line)}", file=sys.stderr)


def _table(shown: Shown) -> None:
    from relplan.reports.due_table import print_due
    from relplan.reports.screen import console

    if shown.explained:
        print_due(shown.due, console(), shown.owner_name, shown.explained.lines)
    else:
        print_due(shown.due, console(), shown.owner_name)


def _plain(shown: Shown) -> None:
    from relplan.reports.due import as_plain

    if shown.explained:
        print(as_plain(shown.due, shown.owner_name, shown.explained.lines), end="")
    else:
        print(as_plain(shown.due, shown.owner_name), end="")


def _json(shown: Shown) -> None:
    from relplan.reports.due_json import as_json

    print(as_json(shown.due, shown.explained.places if shown.explained else None), end="")


def _csv(shown: Shown) -> None:
    from relplan.reports.due_csv import due_as_csv

    print(due_as_csv(shown.due), end="")


def _markdown(shown: Shown) -> None:
    from relplan.reports.due_markdown import as_markdown

    print(as_markdown(shown.due, shown.owner_name), end="")


def _ics(shown: Shown) -> None:
    from relplan.reports.due_calendar import as_calendar

    # Bytes: a calendar is UTF-8 with its own line ends, whatever the terminal's are.
    sys.stdout.flush()
    sys.stdout.buffer.write(as_calendar(shown.due, shown.firm, shown.owner_name))
    sys.stdout.buffer.flush()


FORMATS: dict[str, Callable[[Shown], None]] = {
    "table": _table,
    "plain": _plain,
    "json": _json,
    "csv": _csv,
    "markdown": _markdown,
    "ics": _ics,
}
_EXPLAIN = ("table", "plain", "json")
