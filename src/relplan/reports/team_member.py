"""One member's page: what is in their charge; and if they leave, who is nearest to each of it."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from relplan.analysis.charge import Charge
from relplan.analysis.departure import Departure, Handed, Nearness
from relplan.analysis.load import Load
from relplan.analysis.state import count
from relplan.clock import spoken
from relplan.model.book import Book
from relplan.model.choices import TIES
from relplan.reports.safe import safe
from relplan.reports.sections import Line, Section, text
from relplan.reports.team import LEGEND, cells, facts, grave

HEADINGS = {
    "client": "CLIENTS OWNED",
    "prospect": "PROSPECTS OWNED",
    "voice": "VOICE AT C-LEVEL",
    "repair": "REPAIRS LED",
    "campaign": "CAMPAIGNS",
    "tie": "TIES",
    "promise": "PROMISES",
    "planned touch": "PLANNED TOUCHES",
    "initiative": "INITIATIVES",
    "review": "REVIEWS",
    "decision": "DECISIONS",
    "step": "STEPS",
    "pitch": "PITCHES STILL OPEN",
    "cover": "COVERS FOR",
}
_NOUNS = {
    "client": ("client", "clients"),
    "prospect": ("prospect", "prospects"),
    "voice": ("voice at C-level", "voices at C-level"),
    "repair": ("repair", "repairs"),
    "campaign": ("campaign", "campaigns"),
    "tie": ("tie", "ties"),
    "promise": ("promise", "promises"),
    "planned touch": ("planned touch", "planned touches"),
    "initiative": ("initiative", "initiatives"),
    "review": ("review", "reviews"),
    "decision": ("decision", "decisions"),
    "step": ("step", "steps"),
    "pitch": ("pitch", "pitches"),
    "cover": ("cover", "covers"),
}


class View(NamedTuple):
    """What every line of a page needs: the book, the day, and the width of a terminal."""

    book: Book
    today: date
    columns: int | None = None


def member_sections(view: View, load: Load, charges: Sequence[Charge]) -> list[Section]:
    """A member's load and everything in their charge."""
    book, columns = view.book, view.columns
    member = book.settings.team[load.member]
    row = cells(load, book)
    parts = (member.tier, member.department, member.title)
    head = (
        Line(row[1]),
        *text(" · ".join(safe(one) for one in parts if one), columns, indent=0, tone="quiet"),
        *facts(row, columns, tone="late" if grave(load) else ""),
        *text(LEGEND, columns, indent=0, tone="quiet"),
    )
    return [Section("", head), *_grouped([Handed(one, None) for one in charges], view)]


def departure_sections(view: View, found: Departure) -> list[Section]:
    """What would hang in the air, who is nearest to each of it, and what it does to the lists."""
    columns = view.columns
    begin = _begin(view, found.member)
    if not found.handed:
        said = f"{begin}: nothing is in their charge"
        return [Section("", tuple(text(said, columns, indent=0)))]
    kinds = groupby(found.handed, key=lambda one: one.charge.kind)
    counts = ", ".join(count(len(list(group)), *_NOUNS[kind]) for kind, group in kinds)
    hang = "hangs" if len(found.handed) == 1 else "hang"
    head = [
        *text(f"{begin}: {counts} {hang} in the air", columns, indent=0),
        *text(_WHO_IS_NEAREST, columns, indent=0, tone="quiet"),
    ]
    rooms = tuple(_rooms(found))
    return [
        Section("", tuple(head)),
        *_grouped(found.handed, view, proposing=True),
        *([Section("LISTS AFTERWARDS", rooms)] if rooms else []),
    ]


def _begin(view: View, member: str) -> str:
    one = view.book.settings.team[member]
    if one.left and one.left <= view.today:
        return f"{safe(one.name)} left on {spoken(one.left, view.today)}"
    return f"if {safe(one.name)} leaves"


def why(near: Nearness) -> str:
    """What makes this member the nearest."""
    if near.with_people:
        return f"{count(near.with_people, 'touch', 'touches')} with them in the last year"
    if near.best_tie:
        return f"keeps a tie there ({TIES[near.best_tie]})"
    if near.with_client:
        return f"{count(near.with_client, 'touch', 'touches')} there in the last year"
    return "named in the plan" if near.named else "nobody else knows them; has most room"


_WHO_IS_NEAREST = (
    "→ who is nearest: most touches with the person in the last year, then the strongest tie with"
    " the client, then most room on the list"
)


def _grouped(handed: Sequence[Handed], view: View, *, proposing: bool = False) -> Iterator[Section]:
    for kind, group in groupby(handed, key=lambda one: one.charge.kind):
        lines = [line for one in group for line in _lines(one, view, proposing=proposing)]
        yield Section(HEADINGS[kind], tuple(lines))


def _lines(one: Handed, view: View, *, proposing: bool) -> Iterator[Line]:
    known = one.to is not None and one.to.known
    lead, tone = ("! ", "late") if proposing and not known else ("· ", "")
    columns = view.columns
    yield from text(_said(one.charge, view), columns, lead=lead, tone=tone)
    if proposing and one.to:
        yield from text(f"→ {one.to.member}: {why(one.to)}", columns, indent=4, tone="quiet")
        if one.instead:
            said = f"or, with room on the list, {one.instead.member}: {why(one.instead)}"
            yield from text(said, columns, indent=6, tone="quiet")
    elif proposing:
        yield from text("→ nobody is left to take it", columns, indent=4, tone="late")


def _said(one: Charge, view: View) -> str:
    plan = view.book.everyone().get(one.at)
    names = [plan.roles[who].name for who in one.people if who in plan.roles] if plan else []
    if one.kind == "tie":
        said = f"{one.name}: {one.what}"
    elif one.kind in ("client", "prospect", "voice", "repair", "campaign"):
        said = f"{one.name} ({one.at})"
    elif one.kind == "pitch":
        said = f"{one.name}, {', '.join(names) or ', '.join(one.people)}: {one.what}"
    else:
        beside = "with" if one.kind == "planned touch" else "for"
        whom = f", {beside} {', '.join(names)}" if names and one.kind != "step" else ""
        said = f"{one.name}{whom}{': ' if one.what else ''}{one.what}"
    at = "on" if one.kind == "planned touch" else "by"
    by = f" ({at} {spoken(one.by, view.today)})" if one.by else ""
    return safe(said) + by


def _rooms(found: Departure) -> Iterator[Line]:
    for one in found.rooms:
        full = one.after > one.most
        said = f"{one.member}: {one.before}, then {one.after} of {one.most}"
        yield Line(f"{'! ' if full else '· '}{said}", "late" if full else "")
