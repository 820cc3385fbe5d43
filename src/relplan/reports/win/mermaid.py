"""The way to a win as Mermaid: today above, the win below; node ids are our own."""

from collections.abc import Iterator

from relplan.analysis.state import count
from relplan.reports.map.chart import INK
from relplan.reports.map.mermaid import label
from relplan.reports.win import words
from relplan.reports.win.way import Way

_STYLES = {
    "taken": f"fill:#eeeeee,color:{INK},stroke:{INK}",
    "late": f"fill:#fbe6c8,color:{INK},stroke:{INK},stroke-dasharray:5 5",
    "weakest": f"fill:#f8d4d0,color:{INK},stroke:{INK},stroke-width:4px",
}


def as_mermaid(way: Way) -> str:
    """The chain as a flowchart, with the sentences about it as comments under it."""
    nodes = {one.id: f"s{at}" for at, one in enumerate(way.chain.links, 1)}
    lines = ["flowchart TD", f'  today(["{label(f"today, {way.day(way.today)}")}"])']
    lines += [f'  {nodes[one.id]}["{_said(one.id, way)}"]' for one in way.chain.links]
    win = (f"{way.day(way.win.by)} · the win", way.win.what)
    lines.append(f'  win(["{"<br/>".join(map(label, win))}"])')
    lines += [f"  {a} --> {b}" for a, b in edges(way, nodes)]
    told = (words.weakest(way), words.verdict(way), words.LEGEND)
    return "\n".join([*lines, *_classes(way, nodes), *(f"%% {one}" for one in told)]) + "\n"


def edges(way: Way, nodes: dict[str, str]) -> Iterator[tuple[str, str]]:
    """From what comes before to what needs it, today before all and the win after all."""
    for link in way.chain.links:
        for need in link.needs or ("",):
            yield nodes.get(need, "today"), nodes[link.id]
    for id_ in way.chain.last:
        yield nodes[id_], "win"
    if not way.chain.links:
        yield "today", "win"


def _said(id_: str, way: Way) -> str:
    link = way.links[id_]
    step = link.step
    day = step.done if link.standing == "taken" else step.by
    worst = way.weakest
    parts = [
        f"{words.STANDINGS[link.standing]} {way.day(day) if day else 'no day'} · {id_}",
        step.what,
    ]
    parts += [words.person(one) for one in link.people]
    if worst and worst.step == id_:
        parts.append(f"the weakest link, {count(worst.points, 'point')}")
    return "<br/>".join(map(label, parts))


def _classes(way: Way, nodes: dict[str, str]) -> Iterator[str]:
    worst = way.weakest
    weak = worst.step if worst else ""
    having = {
        name: [nodes[one.id] for one in way.chain.links if one.standing == name and one.id != weak]
        for name in ("taken", "late")
    }
    having["weakest"] = [nodes[weak]] if weak else []
    for name, found in having.items():
        if found:
            yield f"  classDef {name} {_STYLES[name]}"
            yield f"  class {','.join(found)} {name}"
