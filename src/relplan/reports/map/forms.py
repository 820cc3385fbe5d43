"""The formats of the map by the name that `--format` takes."""

from collections.abc import Callable

from relplan.reports.map.chart import Chart
from relplan.reports.map.dot import as_dot
from relplan.reports.map.mermaid import as_mermaid
from relplan.reports.map.svg import as_svg
from relplan.reports.map.terminal import as_plain

FORMS: dict[str, Callable[[Chart], str]] = {
    "terminal": as_plain,
    "mermaid": as_mermaid,
    "svg": as_svg,
    "dot": as_dot,
}
