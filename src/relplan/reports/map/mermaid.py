"""The relationship map as Mermaid, which code hosts and wikis draw: node ids are our own."""

from collections.abc import Iterator, Mapping

from relplan.reports.map.chart import INK, PALE, STANCES, Box, Chart
from relplan.reports.safe import safe

LEGEND = (
    "M mentor · S supporter · N neutral · X sceptic · E opponent · ? not known"
    " — solid line: reports to; dotted arrow: to those who listen; thick frame: high influence,"
    " thin: low; double frame: decides or counts most; dashed frame: not met yet; after the arrow:"
    " who of ours keeps the tie"
)
_PLAIN = " .,'-/+·→"
_STYLES = {
    **{
        stance: f"fill:{PALE[letter]},color:{INK},stroke:{INK}"
        for stance, letter in STANCES.items()
        if stance
    },
    "high": "stroke-width:3px",
    "low": "stroke-width:0.5px",
    "unmet": "stroke-dasharray:5 5",
}


def as_mermaid(chart: Chart) -> str:
    """The map, and the legend and the gaps as comments under it."""
    gaps = ["Gaps", *map(label, chart.gaps)] if chart.gaps else []
    return drawing(chart) + "".join(f"%% {line}\n" for line in (LEGEND, *gaps))


def drawing(chart: Chart) -> str:
    """The map alone, for a page that has a legend and the gaps of its own."""
    nodes = {one.id: f"p{at}" for at, one in enumerate(chart.boxes, 1)}
    lines = ["flowchart TD", *(f"  {nodes[one.id]}{_shape(one)}" for one in chart.boxes)]
    lines += [f"  {nodes[boss]} --- {nodes[one]}" for one, boss in chart.reports_to.items()]
    lines += [f"  {nodes[one]} -.-> {nodes[other]}" for one, other in chart.influences]
    return "\n".join([*lines, *_classes(chart, nodes)]) + "\n"


def label(text: str) -> str:
    """The text for a quoted Mermaid label: every character that could be syntax as its number."""
    line = safe(" ".join(text.split()))
    return "".join(c if c.isalnum() or c in _PLAIN else f"#{ord(c)};" for c in line)


def _shape(one: Box) -> str:
    first = f"{one.letter} · {one.name}"
    parts = [first, *(part for part in (one.title,) if part)]
    if one.keeper:
        parts.append(f"→ {one.keeper}")
    text = "<br/>".join(label(part) for part in parts)
    return f'[["{text}"]]' if one.key else f'["{text}"]'


def _classes(chart: Chart, nodes: Mapping[str, str]) -> Iterator[str]:
    """Who is drawn how; a class that nobody has is left out."""
    for name, style in _STYLES.items():
        having = [nodes[one.id] for one in chart.boxes if name in _classes_of(one)]
        if having:
            yield f"  classDef {name} {style}"
            yield f"  class {','.join(having)} {name}"


def _classes_of(one: Box) -> tuple[str, ...]:
    return (one.stance, one.influence, "unmet" if one.unmet else "")
