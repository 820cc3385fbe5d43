"""The relationship map for Graphviz: node ids are our own, every text is quoted."""

from collections.abc import Iterator

from relplan.reports.map.chart import PALE, Box, Chart
from relplan.reports.safe import safe

LEGEND = (
    "M mentor, S supporter, N neutral, X sceptic, E opponent, ? not known; solid line: reports to;",
    "dotted arrow: to those who listen; thick frame: high influence, thin: low; double frame:",
    "decides or counts most; dashed frame: not met yet; after the arrow: who of ours keeps the tie",
)
_WEIGHTS = {"high": "3", "low": "0.5"}


def as_dot(chart: Chart) -> str:
    """The map as a directed graph, with the legend and the gaps as its caption."""
    nodes = {one.id: f"p{at}" for at, one in enumerate(chart.boxes, 1)}
    gaps = ["", "Gaps", *chart.gaps] if chart.gaps else []
    lines = [
        "digraph relationships {",
        f"  label={_left(f'{chart.client}: relationship map, {chart.day}', '', *LEGEND, *gaps)};",
        "  labelloc=b;",
        "  labeljust=l;",
        '  node [shape=box, fontname="Helvetica"];',
        *(f"  {nodes[one.id]} [{', '.join(_attributes(one))}];" for one in chart.boxes),
    ]
    for one, boss in chart.reports_to.items():
        lines.append(f"  {nodes[boss]} -> {nodes[one]} [dir=none];")
    for one, other in chart.influences:
        lines.append(f"  {nodes[one]} -> {nodes[other]} [style=dotted, constraint=false];")
    return "\n".join([*lines, "}"]) + "\n"


def escape(text: str) -> str:
    """The text for between quotes, shown as it is: neither an escape nor an entity is left in it."""
    line = safe(" ".join(text.split()))
    return line.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')


def _attributes(one: Box) -> Iterator[str]:
    parts = [f"{one.letter} · {one.name}", one.title, one.keeper and f"→ {one.keeper}"]
    style = "filled,dashed" if one.unmet else "filled"
    yield 'label="' + "\\n".join(escape(part) for part in parts if part) + '"'
    yield f'style="{style}", fillcolor="{PALE[one.letter]}"'
    if one.influence in _WEIGHTS:
        yield f"penwidth={_WEIGHTS[one.influence]}"
    if one.key:
        yield "peripheries=2"


def _left(*lines: str) -> str:
    """Lines of a caption, each from the left."""
    return '"' + "".join(escape(line) + "\\l" for line in lines) + '"'
