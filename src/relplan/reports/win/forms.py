"""The formats of the way to a win by the name that `--format` takes."""

from collections.abc import Callable

from relplan.reports.win.as_json import as_json
from relplan.reports.win.mermaid import as_mermaid
from relplan.reports.win.svg import as_svg
from relplan.reports.win.terminal import as_plain
from relplan.reports.win.way import Way

FORMS: dict[str, Callable[[Way], str]] = {
    "terminal": as_plain,
    "mermaid": as_mermaid,
    "svg": as_svg,
    "json": as_json,
}
