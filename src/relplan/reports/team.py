"""The team's load: a table where it fits, else a few lines a member; then what is to settle."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from relplan.analysis import effort
from relplan.analysis.load import Load, Team
from relplan.analysis.state import count
from relplan.clock import MONTHS, weekday
from relplan.model.book import Book
from relplan.reports.layout import table, width
from relplan.reports.safe import safe
from relplan.reports.sections import Line, Section, text

HEADERS = (
    " ",
    "member",
    "tier",
    "list",
    "clients",
    "lunches",
    "spent",
    "left",
    "hours",
    "overdue",
    "promises",
)
LEGEND = (
    "list: people kept, of those the tier means · clients: owned, by priority · lunches, money,"
    " unpaid hours and promises (kept in time, of those that fell due): since 1 January"
)


def sections(book: Book, team: Team, columns: int | None = None) -> list[Section]:
    """The page; in the width of a terminal, unwrapped and uncut without one."""
    day = f"{weekday(team.today)} {team.today.day} {MONTHS[team.today.month - 1]} {team.today.year}"
    head = f"{safe(book.settings.firm)}, {count(len(team.loads), 'member')}, {day}"
    settle = tuple(line for one in unsettled(book, team) for line in text(one, columns, lead="! "))
    return [
        Section("", tuple(text(head, columns, indent=0))),
        Section("", tuple(_loads(book, team, columns))),
        *_effort(team, columns),
        *([Section("TO SETTLE", settle)] if settle else []),
    ]


def unsettled(book: Book, team: Team) -> list[str]:
    """What no member's line shows: sentences, the gravest first."""
    names = {id_: f"{safe(one.name)}" for id_, one in book.settings.team.items()}
    return [
        *_of_the_gone(team, names),
        *_of_clients(book, team),
        *_of_members(team, names),
        *_of_the_firm(team, names),
    ]


def cells(load: Load, book: Book) -> list[str]:
    """A member's line, cell by cell, in the order of the headers."""
    member, tier = book.settings.team[load.member], load.tier
    return [
        "!" if grave(load) else " ",
        f"{safe(member.name)} ({load.member})",
        member.tier,
        _of(len(load.kept), tier.contacts if tier else None),
        priorities(load.owns),
        _of(load.lunches, tier.lunches if tier else None),
        money(load.money.by_currency) or "0",
        left(load),
        f"{load.hours:f}",
        str(load.overdue),
        _of(load.word.kept, load.word.all) if load.word.all else "",
    ]


def facts(
    row: Sequence[str], columns: int | None, indent: int = 0, tone: str = ""
) -> Iterator[Line]:
    """A member's cells from the list on, named; a line breaks between two of them."""
    cells = list(zip(HEADERS, row, strict=True))[3:]
    named = [f"{name} {cell}" for name, cell in cells if cell]
    line = ""
    for one in named:
        longer = f"{line} · {one}" if line else one
        if line and columns is not None and width(longer) + indent > columns:
            yield Line(" " * indent + line, tone)
            longer = one
        line = longer
    yield Line(" " * indent + line, tone)


def grave(load: Load) -> bool:
    """True when the list is too long or the budget overspent."""
    return bool(load.over) or (load.money.left or 0) < 0


def left(load: Load) -> str:
    """What is left of the budget; empty where the tier has none."""
    budget, rest = load.money.budget, load.money.left
    if budget is None or rest is None:
        return ""
    return f"over by {-rest:f} {budget.currency}" if rest < 0 else f"{rest:f} {budget.currency}"


def money(by_currency: tuple[tuple[str, Decimal], ...]) -> str:
    """Amounts in each currency, since none is ever converted."""
    return " + ".join(f"{amount:f} {currency}" for currency, amount in by_currency)


def priorities(owned: Mapping[str, int]) -> str:
    """`1 A, 2 B`."""
    return ", ".join(f"{owned[one]} {one}" for one in ("A", "B", "C") if owned.get(one))


def _loads(book: Book, team: Team, columns: int | None) -> Iterator[Line]:
    rows = [cells(one, book) for one in team.loads]
    tones = ["late" if grave(one) else "" for one in team.loads]
    if not rows:
        yield from text("nobody is in the team; add them under `team:` of relplan.yaml", columns)
        return
    lines = table(rows, HEADERS)
    if columns is None or max(map(width, lines)) <= columns:
        head, *lines = lines
        yield Line(head)
        yield from (Line(line, tone) for line, tone in zip(lines, tones, strict=True))
    else:
        for row, tone in zip(rows, tones, strict=True):
            yield from text(f"{row[1]}, {row[2]}", columns, lead=f"{row[0]} ", tone=tone)
            yield from facts(row, columns, indent=4)
    yield from text(LEGEND, columns, indent=0, tone="quiet")


_ONLY = {
    effort.RELATIONSHIPS: "relationships: no prospect was met and no proposition put to anybody;"
    " see relplan new prospect, relplan new campaign",
    effort.PROSPECTS: "prospects: no client of ours was met for their own sake; see relplan due",
    effort.CAMPAIGNS: "campaigns: nobody was met for their own sake; see relplan due",
    effort.REPAIR: "repair: who never complained hears nothing of us; see relplan due",
}
"""What a firm lacks that does one thing only (domain.md 3 to 5)."""


def _effort(team: Team, columns: int | None) -> Iterator[Section]:
    """A line of where the touches of the last year went; none where there were none."""
    every = team.effort.touches
    if not every:
        return
    parts = [
        f"{one.kind} {one.touches} ({round(one.touches * 100 / every)} %{_unpaid(one)})"
        for one in team.effort.parts
    ]
    lead = f"{count(every, 'touch', 'touches')} in the last year: "
    yield Section("EFFORT", tuple(text(lead + " · ".join(parts), columns)))


def _unpaid(one: effort.Part) -> str:
    return f", {one.hours:f} unpaid hours" if one.hours else ""


def _of(number: int, most: int | None) -> str:
    return str(number) if most is None else f"{number} of {most}"


def _of_the_gone(team: Team, names: dict[str, str]) -> Iterator[str]:
    for member, things in team.gone:
        many = f"{count(things, 'thing')} {'is' if things == 1 else 'are'}"
        yield (
            f"{names[member]} left, and {many} still in their charge:"
            f' relplan team --what-if "leaves {member}"'
        )


def _of_clients(book: Book, team: Team) -> Iterator[str]:
    everyone = book.everyone()
    for id_ in team.ownerless:
        yield f"{safe(everyone[id_].name)} ({id_}) has no owner"
    if team.all_a:
        every = sum(team.priorities.values())
        yield f"{team.priorities['A']} of {every} active clients are of priority A"


def _of_members(team: Team, names: dict[str, str]) -> Iterator[str]:
    for load in team.loads:
        if load.over:
            yield f"{names[load.member]}'s list is {count(load.over, 'person', 'people')} too long"
        if load.money.budget and (load.money.left or 0) < 0:
            yield f"{names[load.member]}'s budget of {load.money.budget} is overspent: {left(load)}"
    for member, number in team.lonely:
        yield f"{names[member]} is staff and keeps {count(number, 'peer') if number else 'no peers'}"


def _of_the_firm(team: Team, names: dict[str, str]) -> Iterator[str]:
    if team.effort.only:
        yield f"every touch of the last year was for {_ONLY[team.effort.only]}"
    if team.leaning:
        many = f"{len(team.leaning.clients)} of {team.leaning.of} clients"
        yield f"without {names[team.leaning.member]}, {many} have no real tie with us"
