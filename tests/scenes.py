"""Books for tests, built in memory from short dicts through the model, so that they cannot lie."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from relplan.analysis.contacts import Log, in_force
from relplan.analysis.due import DueList, Wanted, due
from relplan.analysis.working_days import WorkingDays
from relplan.model.book import Book
from relplan.model.campaign import Campaign
from relplan.model.person import Person
from relplan.model.plan import Plan
from relplan.model.prospect import Prospect
from relplan.model.settings import Settings
from relplan.model.touch import Touch, touch

TODAY = date(2026, 11, 25)
"""A Wednesday."""
TEAM = {
    "amara": {"name": "Amara Okafor", "tier": "principal", "email": "amara@hartwell.example"},
    "ben": {"name": "Ben Archer", "tier": "senior", "email": "ben@hartwell.example"},
}
EVERY_DAY = "mon-sun"
Fields = Mapping[str, Any]


def plan(**fields: Any) -> Plan:
    """A client's plan; what is not given is Acme's, of priority A, in Amara's care."""
    return Plan.model_validate({"client": "Acme", "owner": "amara", "priority": "A", **fields})


def jane(**fields: Any) -> dict[str, Any]:
    """The fields of Jane Porter, whom we know since long ago."""
    return {"name": "Jane Porter", "since": "2020-01-01", **fields}


def touches(*lines: Fields) -> tuple[Touch, ...]:
    """Lines of a log; with Jane and by Amara where nothing else is said."""
    return tuple(touch({"with": "jane", "by": "amara", **line}) for line in lines)


def book(
    plans: Mapping[str, Fields] | None = None,
    logs: Mapping[str, Sequence[Fields]] | None = None,
    *,
    prospects: Mapping[str, Fields] | None = None,
    campaigns: Mapping[str, Fields] | None = None,
    **settings: Any,
) -> Book:
    """A book of these plans and logs; other words are settings. Every day is a working day."""
    shape = {"firm": "Hartwell", "team": TEAM, "calendar": {"working_days": EVERY_DAY}, **settings}
    return Book(
        settings=Settings.model_validate(shape),
        plans={id_: plan(**fields) for id_, fields in (plans or {}).items()},
        prospects={k: Prospect.model_validate(v) for k, v in (prospects or {}).items()},
        campaigns={k: Campaign.model_validate(v) for k, v in (campaigns or {}).items()},
        touches={id_: touches(*lines) for id_, lines in (logs or {}).items()},
    )


def acme(person: Fields | None = None, *lines: Fields, settings: Fields | None = None) -> Book:
    """A book of one client with one person, Jane, and these lines in the log."""
    who = jane(**(person or {}))
    return book({"acme": {"roles": {"jane": who}}}, {"acme": lines}, **(settings or {}))


def listed(of: Book, today: date = TODAY, until: date | None = None, **wanted: Any) -> DueList:
    """The morning list, of everybody, until that day."""
    return due(of, today, Wanted(until or today, **wanted))


def kinds(of: Book, today: date = TODAY, until: date | None = None, **wanted: Any) -> list[str]:
    """What is listed: the kinds of all reasons, in the order of the list."""
    found = listed(of, today, until, **wanted)
    return [reason.kind for item in found.items for reason in item.reasons]


def person(**fields: Any) -> Person:
    """Jane as a person of the model."""
    return Person.model_validate(jane(**fields))


def log(*lines: Fields, today: date = TODAY, days: WorkingDays | None = None) -> Log:
    """Lines in force as the analysis gets them; every day is a working day."""
    return Log(in_force(touches(*lines)), today, days or WorkingDays(tuple(range(7))))


SETTINGS = """\
firm: Hartwell
team:
  amara: {name: Amara Okafor, email: amara@hartwell.example, tier: principal}
  ben: {name: Ben Archer, email: ben@hartwell.example, tier: senior}
"""
ACME = """\
client: Acme Manufacturing plc
owner: amara
priority: A
review: {next: 2027-01-12}
roles:
  jane: {name: Jane Porter, since: 2024-01-01, interests: [sailing], phone: "0113 4960"}
  raj: {name: Raj Patel, since: 2024-01-01, ours: ben, cadence: 26w}
goals:
  g1: {goal: The plants call us first, initiatives: {close-clinic: {what: Close clinic at each plant, by: 2027-03-01, owner: ben}}}
"""
ACME_LOG = """\
- {date: 2026-10-12, with: [jane], by: amara, how: lunch, note: Worried about the new rules}
- {date: 2026-11-10, with: [raj], by: ben, how: call}
"""


def write_book(root: Path, **files: str) -> Path:
    """A book on disk: Hartwell with Acme; other files by name, `clients__x` for clients/x.yaml."""
    texts = {"relplan": SETTINGS, "clients__acme": ACME, "touches__acme": ACME_LOG, **files}
    for name, text in texts.items():
        path = root / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root
