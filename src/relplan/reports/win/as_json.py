"""The way to a win for a program: version 1, stable keys, dates as YYYY-MM-DD, every line of the file."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

from relplan.analysis.chain import Link
from relplan.analysis.weakest import pull
from relplan.reports.win import words
from relplan.reports.win.way import Way


def as_json(way: Way) -> str:
    """What `win` shows, as JSON."""
    prospect, table, worst = way.prospect, way.table, way.weakest
    value = {
        "version": 1,
        "today": way.today.isoformat(),
        "id": way.id,
        "path": way.document.path,
        "name": prospect.name,
        "status": prospect.status,
        "owner": prospect.owner,
        "voice": prospect.voice,
        "core_team": list(prospect.core_team),
        "win": {
            "what": way.win.what,
            "by": way.win.by.isoformat(),
            "sponsor": way.win.sponsor,
            "line": way.line("win"),
        },
        "steps": [_step(one, way) for one in way.chain.links],
        "weakest": worst.step if worst else None,
        "dates": {
            "verdict": table.verdict,
            "expected": table.win.expected.isoformat(),
            "working_days_left": table.left,
            "longest": table.longest,
            "troubles": [
                {
                    "kind": one.kind,
                    "step": one.step or None,
                    "other": one.other or None,
                    "days": one.days,
                    "said": words.trouble(one, way),
                    "line": way.line(*(("steps", one.step, "by") if one.step else ("win", "by"))),
                }
                for one in table.troubles
            ],
        },
        "ours": [
            {
                "id": id_,
                "name": one.name,
                "title": one.title,
                "force": one.force,
                "influence": one.influence,
                "motive": one.motive,
                "answer": one.answer,
                "steps": [link.id for link in way.chain.links if id_ in link.step.people],
                "line": way.line("ours", id_),
            }
            for id_, one in prospect.ours.items()
        ],
        "homework": _homework(way),
        "metrics": _metrics(way),
    }
    return json.dumps(value, indent=2, sort_keys=True) + "\n"


def _step(link: Link, way: Way) -> dict[str, Any]:
    step, slot = link.step, way.table.slots.get(link.id)
    weight = next((one for one in way.weights if one.step == link.id), None)
    return {
        "id": link.id,
        "what": step.what,
        "stage": step.stage,
        "by": _day(step.by),
        "done": _day(step.done),
        "value": step.value,
        "needs": list(link.needs),
        "standing": link.standing,
        "loose": link.loose,
        "people": [
            {
                "id": one.id,
                "name": one.name,
                "side": one.side,
                "force": one.force,
                "influence": one.influence or None,
                "pull": pull(one),
                "left": not one.here,
            }
            for one in link.people
        ],
        "working_days": slot.room if slot and step.by else None,
        "expected": _day(slot.expected) if slot else None,
        "points": weight.points if weight else 0,
        "reasons": [
            {
                "kind": one.kind,
                "points": one.points,
                "said": words.reason(one),
                "line": way.line(*one.at),
            }
            for one in (weight.reasons if weight else ())
        ],
        "line": way.line("steps", link.id),
    }


def _homework(way: Way) -> list[dict[str, Any]]:
    return [
        {
            "topic": one.name,
            "sources": one.sources,
            "outside_sales_talks": one.outside,
            "newest": _day(one.newest),
            "oldest": _day(one.oldest),
            "for": list(one.steps),
            "entries": [{"id": id_, "line": way.line("homework", id_)} for id_ in one.entries],
        }
        for one in way.topics
    ]


def _metrics(way: Way) -> list[dict[str, Any]]:
    found = []
    for id_, one in way.prospect.metrics.items():
        trend = way.trends[id_]
        found.append(
            {
                "id": id_,
                "what": one.what,
                "target": _number(one.target),
                "actual": _number(one.actual),
                "trend": trend.direction or None,
                "first": _number(trend.first.actual) if trend.first else None,
                "since": _day(trend.first.day) if trend.first else None,
                "changed": _day(trend.changed),
                "line": way.line("metrics", id_),
            }
        )
    return found


def _number(value: Decimal | None) -> int | float | None:
    """The number as a program expects it: whole where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
