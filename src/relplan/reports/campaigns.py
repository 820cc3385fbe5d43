"""Campaigns as text: all of them in a list, or one on a screen; JSON for programs."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from relplan.analysis.feedback import versions
from relplan.analysis.standing import Standing
from relplan.analysis.state import count
from relplan.clock import spoken
from relplan.reports.safe import safe
from relplan.reports.sections import Line, Section, text

if TYPE_CHECKING:
    from relplan.model.book import Book
    from relplan.model.campaign import Pitch

_ROOM = 12
_EMPTY = "no campaign yet; start one with: relplan new campaign"


def listing(
    found: Sequence[Standing], book: "Book", today: date, columns: int | None = None
) -> list[Section]:
    """Every campaign with what there is to know before one is opened."""
    if not found:
        return [Section("", (Line(_EMPTY),))]
    return [Section("", tuple(_summary(one, book, today, columns))) for one in found]


def page(one: Standing, book: "Book", today: date, columns: int | None = None) -> list[Section]:
    """One campaign with everybody in it."""
    parts = (
        ("", _summary(one, book, today, columns)),
        ("RESISTANCE", _resistance(one, columns)),
        ("COHORT", _cohort(one, book, columns)),
        ("PITCHES", _pitches(one, book, today, columns)),
        ("VERSIONS", _versions(one, today, columns)),
    )
    found = [Section(heading, tuple(lines)) for heading, lines in parts]
    return [section for section in found if section.lines]


def person_at(pitch: "Pitch", book: "Book") -> tuple[str, str]:
    """Whom a pitch was made to, and at which client, by name; foreign text."""
    plan = book.everyone().get(pitch.at)
    person = plan.roles.get(pitch.to) if plan else None
    return person.name if person else pitch.to, plan.name if plan else pitch.at


def run_of(one: Standing, today: date) -> str:
    """When the campaign runs, in words."""
    runs = one.campaign.runs
    if runs is None:
        return "not planned yet: say when under `runs:`"
    first, last = spoken(runs.from_, today), spoken(runs.to, today)
    return {
        "to come": f"to come: {first} to {last}",
        "running": f"running until {last}, since {first}",
        "over": f"over since {last}",
    }[one.stage]


def _summary(one: Standing, book: "Book", today: date, columns: int | None) -> Iterator[Line]:
    owner = book.settings.team.get(one.campaign.owner or "")
    whose = f", in the care of {safe(owner.name)}" if owner else ""
    yield Line(f"{one.id}: {run_of(one, today)}{whose}")
    yield from text(safe(one.campaign.proposition), columns)
    for name, said in _facts(one, today):
        yield from text(said, columns, indent=2 + _ROOM, lead=name.ljust(_ROOM))


def _facts(one: Standing, today: date) -> Iterator[tuple[str, str]]:
    campaign, rate = one.campaign, one.rate
    if campaign.promise:
        yield "promise", safe(campaign.promise)
    departments = count(len(campaign.executives), "department")
    yield "executives", f"{', '.join(map(safe, one.executives)) or 'nobody'} ({departments})"
    known = len(campaign.resistance)
    yield "resistance", f"{one.met} of {known} answered" if known else "none is known"
    kinds = [member.kind for member in one.members]
    sizes = [
        count(kinds.count("clients"), "client"),
        count(kinds.count("prospects"), "prospect"),
    ]
    what = f": {safe(campaign.cohort.what)}" if campaign.cohort.what else ""
    yield "cohort", ", ".join(size for size in sizes if not size.startswith("0")) + what or "nobody"
    deciders = count(len(one.targets.people), "decision maker")
    yield "pitched", f"{count(rate.heard, 'person', 'people')}; {one.targets.heard} of {deciders}"
    yield "accepted", f"{rate.accepted} of {rate.answered} who answered; {one.open} open"
    last = max(campaign.versions, default=None)
    learned = count(len(campaign.versions), "version")
    since = f", the last on {spoken(last, today)}" if last else ""
    yield "learned", f"{count(one.feedbacks, 'feedback')}, {learned} since{since}"


def _resistance(one: Standing, columns: int | None) -> Iterator[Line]:
    for id_, each in one.campaign.resistance.items():
        who = f"{safe(each.who)}: " if each.who else ""
        mark = "· " if each.answer else "! "
        yield from text(f"{who}{safe(each.what)} ({id_})", columns, lead=mark)
        answer = safe(each.answer) if each.answer else "nothing answers it yet"
        yield from text(answer, columns, indent=4, tone="quiet")


def _cohort(one: Standing, book: "Book", columns: int | None) -> Iterator[Line]:
    names = book.names()
    for member in one.members:
        how = "by the rule" if member.at is None else "listed"
        yield from text(
            f"{safe(names.get(member.id, member.id))} ({member.id}, {how})", columns, lead="· "
        )


def _pitches(one: Standing, book: "Book", today: date, columns: int | None) -> Iterator[Line]:
    for pitch in sorted(one.campaign.pitches, key=lambda each: each.date):
        who, client = map(safe, person_at(pitch, book))
        said = f": {safe(pitch.feedback)}" if pitch.feedback else ""
        head = f"{spoken(pitch.date, today)}, {pitch.by} to {who}, {client}: {pitch.outcome}"
        yield from text(f"{head}{said}", columns, lead="· ")


def _versions(one: Standing, today: date, columns: int | None) -> Iterator[Line]:
    for day, said in versions(one.campaign)[1:]:
        if day:
            yield from text(f"{spoken(day, today)}: {safe(said)}", columns, lead="· ")


def as_json(found: Sequence[Standing], today: date) -> str:
    """The campaigns for a program."""
    value = {
        "version": 1,
        "today": today.isoformat(),
        "campaigns": [fields(one) for one in found],
    }
    return json.dumps(value, indent=2, sort_keys=True) + "\n"


def fields(one: Standing) -> dict[str, Any]:
    """A campaign under the names that every answer for programs uses."""
    campaign, runs = one.campaign, one.campaign.runs
    return {
        "id": one.id,
        "proposition": campaign.proposition,
        "promise": campaign.promise,
        "owner": campaign.owner,
        "stage": one.stage,
        "runs": {"from": runs.from_.isoformat(), "to": runs.to.isoformat()} if runs else None,
        "executives": dict(campaign.executives),
        "resistance": {
            id_: {"who": each.who, "what": each.what, "answer": each.answer}
            for id_, each in campaign.resistance.items()
        },
        "cohort": {
            "is": campaign.cohort.what,
            "members": [
                {"id": member.id, "kind": member.kind, "listed": member.at is not None}
                for member in one.members
            ],
        },
        "deciders": len(one.targets.people),
        "deciders_pitched": one.targets.heard,
        "pitched": one.rate.heard,
        "answered": one.rate.answered,
        "accepted": one.rate.accepted,
        "open": one.open,
        "feedbacks": one.feedbacks,
        "pitches": [pitch_fields(each) for each in campaign.pitches],
        "versions": {day.isoformat(): said for day, said in sorted(campaign.versions.items())},
    }


def pitch_fields(pitch: "Pitch") -> dict[str, Any]:
    """A pitch under the names of the file."""
    return {
        "date": pitch.date.isoformat(),
        "at": pitch.at,
        "to": pitch.to,
        "by": pitch.by,
        "outcome": pitch.outcome,
        "feedback": pitch.feedback,
    }
