"""How often a proposition is accepted, as text: shares with their intervals, small ones called so."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from relplan.analysis.score import SMALL, Rate, Row, Score
from relplan.analysis.state import count
from relplan.clock import spoken
from relplan.reports.layout import table
from relplan.reports.safe import safe
from relplan.reports.sections import Line, Section, text

_METHOD = (
    "a person counts once, by the last answer; later is an answer, open is none · the interval is"
    f" Wilson's, at 95 per cent; fewer than {SMALL} answers are small"
)


def page(id_: str, found: Score, today: date, columns: int | None = None) -> list[Section]:
    """The share of all, of each version and of each kind of client, and what they do not tell."""
    named = [Row(_version(day, today), rate) for day, rate in found.versions]
    return [
        Section("", (Line(f"{id_}: {sentence(found.total)}"),)),
        Section("BY VERSION", tuple(Line(f"  {line}") for line in _rows(named))),
        *(
            [Section("BY KIND OF CLIENT", tuple(Line(f"  {line}") for line in _rows(found.kinds)))]
            if found.kinds
            else []
        ),
        Section("HOW SURE THAT IS", tuple(_remarks(found, columns))),
    ]


def sentence(rate: Rate) -> str:
    """A rate in words."""
    people = count(rate.heard, "person", "people")
    if not rate.heard:
        return "nobody has heard it yet"
    if not rate.answered:
        return f"nobody has answered, of {people} who heard it"
    low, high = rate.interval
    small = ", a small sample" if rate.is_small else ""
    return (
        f"{rate.accepted} of {rate.answered} who answered accepted it, {_percent(rate.share or 0)}"
        f" (between {_percent(low)} and {_percent(high)}{small}); {people} heard it"
    )


def _version(day: date | None, today: date) -> str:
    return "as it began" if day is None else f"since {spoken(day, today)}"


def _rows(found: Sequence[Row]) -> list[str]:
    rows = [
        (
            safe(one.name),
            str(one.rate.heard),
            str(one.rate.answered),
            str(one.rate.accepted),
            _share(one.rate),
            "small" if one.rate.answered and one.rate.is_small else "",
        )
        for one in found
    ]
    return table(rows, ("", "heard", "answered", "accepted", "share", ""))


def _share(rate: Rate) -> str:
    if rate.share is None:
        return "no answer yet"
    low, high = rate.interval
    return f"{_percent(rate.share)} ({_percent(low)} to {_percent(high)})"


def _percent(share: float) -> str:
    return f"{share:.0%}"


def _remarks(found: Score, columns: int | None) -> Iterator[Line]:
    compared = sum(bool(rate.answered) for _, rate in found.versions)
    if compared > 1:
        said = (
            "a version does better than another beyond what chance explains"
            if found.tells_versions_apart
            else "the intervals of the versions overlap: these numbers do not say which is better"
        )
        yield from text(said, columns)
    yield from text(_METHOD, columns, tone="quiet")


def as_json(id_: str, found: Score, today: date) -> str:
    """The score for a program; shares between 0 and 1."""
    value = {
        "version": 1,
        "today": today.isoformat(),
        "campaign": id_,
        "method": "Wilson's interval for a share, at 95 per cent",
        "total": _fields(found.total),
        "versions": [
            {"date": day.isoformat() if day else None, **_fields(rate)}
            for day, rate in found.versions
        ],
        "kinds": [{"kind": one.name, **_fields(one.rate)} for one in found.kinds],
        "tells_versions_apart": found.tells_versions_apart,
    }
    return json.dumps(value, indent=2, sort_keys=True) + "\n"


def _fields(rate: Rate) -> dict[str, Any]:
    low, high = rate.interval
    return {
        "heard": rate.heard,
        "answered": rate.answered,
        "accepted": rate.accepted,
        "share": None if rate.share is None else round(rate.share, 4),
        "low": round(low, 4),
        "high": round(high, 4),
        "small": rate.is_small,
    }
