"""A plan for a program: version 1, stable keys, dates as YYYY-MM-DD."""

import json
from datetime import date
from typing import Any

from relplan.analysis.progress import Work
from relplan.analysis.touches import Contact
from relplan.reports.pack.source import Source


def as_json(made: Source) -> str:
    """What `show` shows, as JSON."""
    plan, review = made.plan, made.plan.review
    value = {
        "version": 1,
        "today": made.today.isoformat(),
        "id": made.id,
        "kind": made.kind,
        "name": plan.name,
        "owner": plan.owner,
        "priority": plan.priority,
        "status": plan.status,
        "since": _day(plan.since),
        "notes": plan.notes,
        "people": [_person(one) for one in made.facts.contacts],
        "strengths": _points(made, "strengths"),
        "weaknesses": _points(made, "weaknesses"),
        "goals": [
            {"id": id_, "goal": goal.goal, "by": _day(goal.by), "answers": list(goal.answers)}
            for id_, goal in getattr(plan, "goals", {}).items()
        ],
        "work": [_work(one) for one in made.facts.work],
        "promises": [
            {
                "what": one.given.what,
                "by": one.given.by.isoformat(),
                "ours": one.given.owner,
                "to": list(one.given.people),
                "state": one.state,
            }
            for one in made.facts.promised
        ],
        "campaigns": [
            {
                "campaign": one.campaign,
                "until": one.until.isoformat(),
                "deciders": one.deciders,
                "heard": one.heard,
                "open": one.open,
            }
            for one in made.selling
        ],
        "review": {"next": _day(review.next), "last": _day(made.last_review)},
    }
    return json.dumps(value, indent=2, sort_keys=True) + "\n"


def _person(one: Contact) -> dict[str, Any]:
    person = one.person
    return {
        "id": one.id,
        "name": person.name,
        "title": person.title,
        "role": person.role,
        "influence": person.influence,
        "stance": person.stance,
        "tie": person.tie,
        "wanted": person.wanted,
        "ours": person.ours,
        "cadence": str(one.cadence) if one.cadence else None,
        "last_touch": _day(one.last.date) if one.last else None,
        "due": _day(one.due.due) if one.due else None,
        "days_late": one.days_late if one.due else None,
        "unanswered": len(one.tries),
    }


def _points(made: Source, field: str) -> list[dict[str, Any]]:
    return [
        {"id": id_, "text": one.text, "evidence": one.evidence}
        for id_, one in getattr(made.plan, field, {}).items()
    ]


def _work(one: Work) -> dict[str, Any]:
    return {
        "id": one.id,
        "goal": one.goal,
        "what": one.what,
        "owner": one.owner,
        "by": _day(one.by),
        "status": one.status,
        "standing": one.standing,
        "days_late": one.days_late,
        "for": list(one.people),
        "touches": len(one.touches),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
