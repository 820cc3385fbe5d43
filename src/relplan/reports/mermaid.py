"""The relationship map as Mermaid: who reports to whom, who listens to whom, and how they stand."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from relplan.analysis.contacts import is_here, is_key
from relplan.reports.safe import safe

if TYPE_CHECKING:
    from relplan.model.person import Person
    from relplan.model.plan import Plan
    from relplan.model.prospect import Prospect

STANCES: Mapping[str | None, str] = {
    "mentor": "M",
    "supporter": "S",
    "neutral": "N",
    "sceptic": "X",
    "opponent": "E",
    None: "?",
}
"""The letter of each stance: a map must be read in grey print too."""

LEGEND = (
    "M mentor · S supporter · N neutral · X sceptic · E opponent · ? not known"
    " — solid line: reports to; dotted: listens to; double frame: decides or counts most;"
    " dashed frame: not met yet; after the arrow: who of ours keeps the tie"
)
_PLAIN = " .,'-/+·→"


def relationship_map(plan: "Plan | Prospect", names: Mapping[str, str], today: date) -> str:
    """The map of those who have not left; `names` are ours by id. Node ids are our own."""
    here = {id_: one for id_, one in plan.roles.items() if is_here(one, today)}
    nodes = {id_: f"p{at}" for at, id_ in enumerate(here, 1)}
    lines = ["flowchart TD"]
    for id_, person in here.items():
        lines.append(f"  {nodes[id_]}{_shape(person, _label_of(person, names))}")
    lines += list(_edges(here, nodes))
    unmet = [nodes[id_] for id_, one in here.items() if one.known_by in ("told", "assumed")]
    if unmet:
        lines.append("  classDef unmet stroke-dasharray: 5 5")
        lines.append(f"  class {','.join(unmet)} unmet")
    return "\n".join(lines) + "\n"


def label(text: str) -> str:
    """The text for a quoted Mermaid label: every character that could be syntax as its number."""
    line = safe(" ".join(text.split()))
    return "".join(c if c.isalnum() or c in _PLAIN else f"#{ord(c)};" for c in line)


def _label_of(person: "Person", names: Mapping[str, str]) -> str:
    first = f"{STANCES[person.stance]} · {person.name}"
    parts = [first, *(one for one in (person.title,) if one)]
    if person.ours:
        parts.append(f"→ {names.get(person.ours, person.ours)}")
    return "<br/>".join(label(part) for part in parts)


def _shape(person: "Person", text: str) -> str:
    return f'[["{text}"]]' if is_key(person) else f'["{text}"]'


def _edges(here: Mapping[str, "Person"], nodes: Mapping[str, str]) -> Iterator[str]:
    for id_, person in here.items():
        if person.reports_to and person.reports_to in nodes:
            yield f"  {nodes[person.reports_to]} --- {nodes[id_]}"
    for id_, person in here.items():
        for other in person.influences:
            if other in nodes:
                yield f"  {nodes[id_]} -.-> {nodes[other]}"
