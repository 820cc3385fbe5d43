"""What a relationship map shows, whatever the format: people, lines, and what is missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from relplan.analysis.contacts import is_here, is_key
from relplan.clock import spoken

if TYPE_CHECKING:
    from relplan.model.person import Person
    from relplan.reports.pack.source import Source

STANCES: Mapping[str | None, str] = {
    "mentor": "M",
    "supporter": "S",
    "neutral": "N",
    "sceptic": "X",
    "opponent": "E",
    None: "?",
}
"""The letter of each stance: a map must be read in grey print too."""
COLOURS: Mapping[str, tuple[str, str]] = {
    "M": ("#14632f", "#ffffff"),
    "S": ("#1f5fa8", "#ffffff"),
    "N": ("#5f6368", "#ffffff"),
    "X": ("#8f5000", "#ffffff"),
    "E": ("#a3201a", "#ffffff"),
    "?": ("#ffffff", "#222222"),
}
"""Ground and ink of each letter; the ink is read on the ground, also when both are grey."""
PALE: Mapping[str, str] = {
    "M": "#d3efdc",
    "S": "#d8e8fa",
    "N": "#eeeeee",
    "X": "#fbe6c8",
    "E": "#f8d4d0",
    "?": "#ffffff",
}
"""The same colours for a whole box, on which dark frames and letters are seen in print."""
INK = "#222222"


@dataclass(frozen=True)
class Box:
    """One person of theirs as the map shows them; an absent text is empty."""

    id: str
    name: str
    title: str
    stance: str
    influence: str
    keeper: str
    """Who of ours keeps the tie, by name."""
    key: bool
    unmet: str
    """`told` or `assumed` when nobody of ours met them."""

    @property
    def letter(self) -> str:
        """The letter of the stance."""
        return STANCES[self.stance or None]


@dataclass(frozen=True)
class Chart:
    """The map of one client or prospect on one day."""

    client: str
    id: str
    day: str
    boxes: tuple[Box, ...]
    """Those who have not left, in the order of the plan."""
    reports_to: Mapping[str, str]
    """Who reports to whom, both on the map."""
    influences: tuple[tuple[str, str], ...]
    """Who is listened to, and by whom."""
    gaps: tuple[str, ...]
    """What is missing between them and us, as sentences."""


def chart(made: "Source") -> Chart:
    """The map of the client or prospect, of those who have not left."""
    here = {id_: one for id_, one in made.plan.roles.items() if is_here(one, made.today)}
    return Chart(
        client=made.plan.name,
        id=made.id,
        day=f"{spoken(made.today, made.today)} {made.today.year}",
        boxes=tuple(_box(id_, one, made) for id_, one in here.items()),
        reports_to={
            id_: one.reports_to
            for id_, one in here.items()
            if one.reports_to in here and one.reports_to
        },
        influences=tuple(
            (id_, other)
            for id_, one in here.items()
            for other in dict.fromkeys(one.influences)
            if other in here
        ),
        gaps=tuple(as_sentence(gap.what) for gap in made.facts.coverage.gaps),
    )


def as_sentence(text: str) -> str:
    """The text with a capital in front and a full stop behind."""
    return text[:1].upper() + text[1:] + "."


def names_of(chart: Chart, ids: Iterable[str]) -> str:
    """People of the map by name, with commas."""
    names = {one.id: one.name for one in chart.boxes}
    return ", ".join(names[id_] for id_ in ids)


def _box(id_: str, person: "Person", made: "Source") -> Box:
    return Box(
        id=id_,
        name=person.name,
        title=person.title or "",
        stance=person.stance or "",
        influence=person.influence or "",
        keeper=made.member(person.ours) if person.ours else "",
        key=is_key(person),
        unmet=person.known_by if person.known_by in ("told", "assumed") else "",
    )
