"""What a campaign has heard, as text: by version and outcome, with the words that come back."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from relplan.analysis.feedback import Heard, Recurring, heard, recurring, since_last
from relplan.analysis.state import count
from relplan.clock import spoken
from relplan.reports.campaigns import person_at, pitch_fields
from relplan.reports.safe import safe
from relplan.reports.sections import Line, Section, text

if TYPE_CHECKING:
    from relplan.model.book import Book
    from relplan.model.campaign import Campaign

_MOST = 8


def page(id_: str, book: "Book", today: date, columns: int | None = None) -> list[Section]:
    """Each version with what was said of it, the words that more than one used, what to do next."""
    campaign = book.campaigns[id_]
    found = [
        Section(_heading(one, today), tuple(_said(one, book, today, columns)))
        for one in heard(campaign)
    ]
    again = tuple(_recurring(recurring(campaign.pitches), book, columns))
    parts = [*found, Section("SAID BY MORE THAN ONE", again)] if again else found
    return [*parts, Section("", tuple(_next(id_, campaign, columns)))]


def _heading(one: Heard, today: date) -> str:
    return "AS IT BEGAN" if one.version is None else f"SINCE {spoken(one.version, today).upper()}"


def _said(one: Heard, book: "Book", today: date, columns: int | None) -> Iterator[Line]:
    yield from text(safe(one.text), columns, tone="quiet")
    for group in one.answers:
        yield Line(f"  {group.outcome}")
        for pitch in group.said:
            who, client = map(safe, person_at(pitch, book))
            day = spoken(pitch.date, today)
            said = f"{who}, {client}, {day}: {safe(pitch.feedback or '')}"
            yield from text(said, columns, indent=6, lead="- ")
    if not one.answers:
        yield Line("  nothing was said of it yet", "quiet")


def _recurring(found: Sequence[Recurring], book: "Book", columns: int | None) -> Iterator[Line]:
    everyone = book.everyone()
    for one in found[:_MOST]:
        names = []
        for client, person in one.people:
            plan = everyone.get(client)
            known = plan.roles.get(person) if plan else None
            names.append(safe(known.name if known else person))
        yield from text(f"{safe(one.word)}: {', '.join(names)}", columns, lead="· ")


def _next(id_: str, campaign: "Campaign", columns: int | None) -> Iterator[Line]:
    new = len(since_last(campaign))
    if not new:
        yield Line(
            "every feedback is older than the last version"
            if campaign.versions
            else "no feedback yet"
        )
        return
    since = " since the last version" if campaign.versions else ""
    said = f"{count(new, 'feedback')}{since}; once the proposition is better for it, write how:"
    yield from text(said, columns, indent=0)
    yield Line(f'  relplan campaign learn {id_} --version "WHAT IS NEW"')


def as_json(id_: str, campaign: "Campaign", today: date) -> str:
    """What was heard, for a program."""
    value = {
        "version": 1,
        "today": today.isoformat(),
        "campaign": id_,
        "versions": [_fields(one) for one in heard(campaign)],
        "recurring": [
            {"word": one.word, "people": [[*each] for each in one.people]}
            for one in recurring(campaign.pitches)
        ],
        "since_last_version": len(since_last(campaign)),
    }
    return json.dumps(value, indent=2, sort_keys=True) + "\n"


def _fields(one: Heard) -> dict[str, Any]:
    return {
        "date": one.version.isoformat() if one.version else None,
        "text": one.text,
        "feedback": {
            group.outcome: [pitch_fields(each) for each in group.said] for group in one.answers
        },
    }
