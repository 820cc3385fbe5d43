"""What the map says of each person in words: for the terminal and for those who do not see it."""

from collections.abc import Sequence

from relplan.reports.map.chart import Box, Chart, names_of

UNMET = {"told": "not met, only told of", "assumed": "assumed, not heard"}


def listeners(chart: Chart) -> dict[str, str]:
    """Who listens to whom: names by the id of the one who is listened to."""
    found: dict[str, list[str]] = {}
    for one, other in chart.influences:
        found.setdefault(one, []).append(other)
    return {one: names_of(chart, others) for one, others in found.items()}


def facts(one: Box) -> list[str]:
    """What is known of the person besides name and stance, shortest first."""
    return [
        part
        for part in (
            one.title,
            f"{one.influence} influence" if one.influence else "",
            f"→ {one.keeper}" if one.keeper else "nobody of ours",
            UNMET.get(one.unmet, ""),
        )
        if part
    ]


def sentences(chart: Chart) -> Sequence[str]:
    """The whole map in words, one sentence a person."""
    heard = listeners(chart)
    names = {one.id: one.name for one in chart.boxes}
    found = []
    for one in chart.boxes:
        boss = chart.reports_to.get(one.id)
        parts = [
            one.title,
            one.stance or "stance not known",
            "decides or counts most" if one.key else "",
            f"{one.influence} influence" if one.influence else "",
            f"reports to {names[boss]}" if boss else "",
            f"listened to by {heard[one.id]}" if one.id in heard else "",
            f"{one.keeper} of ours keeps the tie" if one.keeper else "nobody of ours keeps the tie",
            UNMET.get(one.unmet, ""),
        ]
        found.append(f"{one.name}: {'; '.join(part for part in parts if part)}.")
    return found
