"""The relationship map as a tree of lines, for a terminal and for a pipe."""

from collections.abc import Iterator

from relplan.reports.layout import width, wrap
from relplan.reports.map.chart import Box, Chart, names_of
from relplan.reports.map.tree import Forest, forest
from relplan.reports.map.words import facts, listeners
from relplan.reports.safe import safe
from relplan.reports.sections import Line, Section, plain
from relplan.reports.sections import text as _text

LEGEND = (
    "M mentor · S supporter · N neutral · X sceptic · E opponent · ? not known"
    " · ★ decides or counts most · → who of ours keeps the tie · ⋯▸ who listens to them"
)
_ROOM = 24


def sections(chart: Chart, columns: int | None = None) -> list[Section]:
    """The map in sections; wrapped to `columns` for a terminal, unwrapped and uncut without."""
    trees = forest([one.id for one in chart.boxes], chart.reports_to)
    head = f"{safe(chart.client)} ({chart.id}): relationship map, {chart.day}"
    nobody = [Line("  nobody is written down; add them under `roles`", "quiet")]
    parts = (
        ("", list(_text(head, columns, indent=0))),
        ("WHO REPORTS TO WHOM", list(_tree(chart, trees, columns))),
        ("NO REPORTING LINE", list(_loose(chart, trees, columns))),
        ("PEOPLE", [] if chart.boxes else nobody),
        ("GAPS", [one for gap in chart.gaps for one in _text(safe(gap), columns, lead="- ")]),
        ("", list(_text(LEGEND, columns, indent=0, tone="quiet")) if chart.boxes else []),
    )
    found = [Section(heading, tuple(lines)) for heading, lines in parts]
    return [one for one in found if one.lines]


def as_plain(chart: Chart) -> str:
    """The map for a pipe: nothing cut, no colour."""
    return plain(sections(chart))


def _tree(chart: Chart, trees: Forest, columns: int | None) -> Iterator[Line]:
    boxes = {one.id: one for one in chart.boxes}
    heard = listeners(chart)
    todo = [(one, "  ", "  ") for one in reversed(trees.roots)]
    while todo:
        one, first, more = todo.pop()
        below = trees.children[one]
        said = _said(boxes[one], heard.get(one, ""), _circle(one, chart, trees))
        yield from _wrapped(said, (first, more + ("│ " if below else "  ")), columns, boxes[one])
        for child in reversed(below):
            last = child == below[-1]
            todo.append(
                (child, more + ("└─ " if last else "├─ "), more + ("   " if last else "│  "))
            )


def _loose(chart: Chart, trees: Forest, columns: int | None) -> Iterator[Line]:
    heard = listeners(chart)
    for one in chart.boxes:
        if one.id in trees.loose:
            said = _said(one, heard.get(one.id, ""), _circle(one.id, chart, trees))
            yield from _wrapped(said, ("  ", "    "), columns, one)


def _circle(one: str, chart: Chart, trees: Forest) -> str:
    above = dict(trees.back).get(one)
    return f"reports to {names_of(chart, [above])}, in a circle" if above else ""


def _said(one: Box, heard: str, circle: str) -> str:
    star = " ★" if one.key else ""
    parts = [f"{one.letter} {one.name}{star}", *facts(one), heard and f"⋯▸ {heard}", circle]
    return safe(" · ".join(part for part in parts if part))


def _wrapped(said: str, fronts: tuple[str, str], columns: int | None, one: Box) -> Iterator[Line]:
    """The text behind its branch; where the tree is too deep for the width, its left is cut."""
    first, more = fronts
    if columns is None:
        yield Line(first + said, one.stance)
        return
    most = max(4, columns - _ROOM)
    first, more = (front if width(front) <= most else "…" + front[1 - most :] for front in fronts)
    lines = wrap(said, columns - width(more))
    yield Line(first + lines[0], one.stance)
    for line in lines[1:]:
        yield Line(more + line, one.stance)
