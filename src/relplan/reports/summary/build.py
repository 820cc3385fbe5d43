"""A book and a day to the partners' page: the gravest first, and never more than fits."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from relplan.analysis.load import team
from relplan.analysis.state import count
from relplan.clock import spoken, weekday
from relplan.reports.change_words import Words, sentence
from relplan.reports.changes import sectioned
from relplan.reports.summary import members, rows
from relplan.reports.summary.looked import Looked
from relplan.reports.summary.shape import NewsRow, Question, Summary
from relplan.reports.summary.words import paragraph

if TYPE_CHECKING:
    from relplan.model.book import Book

T = TypeVar("T")
QUESTIONS, SILENT, NEWS, SENTENCES, CLIENTS = 12, 12, 12, 3, 40
"""How much of each a page takes; what does not fit is counted."""
_MADE = (
    (
        "Overdue is counted against each person's cadence, late against the dates in the plans, and"
        " a promise is broken when its day is past and no later line says “kept”."
    ),
    (
        "Silent are people who decide or count most: overdue, or without a cadence and not heard of"
        " for 180 days; nobody in a breathing period."
    ),
    "Each client is compared with its state at its own last review.",
)


class Asked(NamedTuple):
    """The day, the owner whose clients were asked for (None is everybody), and what is missing."""

    today: date
    owner: str | None = None
    unread: Sequence[str] = ()
    """The files that could not be read, as the page names them."""


def build(book: "Book", asked: Asked, looked: Sequence[Looked]) -> Summary:
    """The summary of these clients; `looked` may stand in any order."""
    found = sorted(looked, key=lambda one: one.gravity)
    questions = _in_turns(
        [[Question(one.made.plan.name, what) for what in one.questions] for one in found]
    )
    silent = _in_turns([list(rows.silent(one)) for one in found])
    news = [row for one in found if (row := _news(one))]
    waiting = [one for one in found if one.waits]
    calm = [one for one in found if not one.waits]
    name = book.settings.team[asked.owner].name if asked.owner else ""
    load = team(book, asked.today)
    return Summary(
        firm=book.settings.firm,
        whose=f"{name}'s clients" if name else "All clients",
        date=asked.today.isoformat(),
        day=f"{weekday(asked.today)} {spoken(asked.today, asked.today)} {asked.today.year}",
        paragraph=paragraph(found, asked.today),
        questions=tuple(questions[:QUESTIONS]),
        more_questions=_more(questions, QUESTIONS, "question stands", "questions stand"),
        damaged=tuple(rows.damaged(one) for one in found if one.damaged),
        silent=tuple(silent[:SILENT]),
        more_silent=_more(silent, SILENT, "person stands", "people stand"),
        news=tuple(news[:NEWS]),
        more_news=_more(news, NEWS, "client's news stand", "clients' news stand"),
        clients=tuple(rows.client(one) for one in waiting[:CLIENTS]),
        calm=_calm(waiting, calm),
        members=tuple(members.rows(book, load, asked.owner)),
        settle=tuple(members.settle(book, load)) if not asked.owner else (),
        sources=(*_MADE, *(f"Not read, and not counted: {one}." for one in asked.unread)),
    )


def _in_turns(rows: Sequence[Sequence[T]]) -> list[T]:
    """The first of every client, then the second ones: no client takes the whole page."""
    turns: Iterator[Sequence[T | None]] = zip_longest(*rows)
    return [one for turn in turns for one in turn if one is not None]


def _news(one: Looked) -> NewsRow | None:
    words = Words(one.made.facts.names, one.made.today)
    told = [
        sentence(change, words)
        for section, changes in sectioned(one.compared.changes)
        if section != "findings"
        for change in changes
    ]
    if not told:
        return None
    rest = len(told) - SENTENCES
    return NewsRow(
        client=one.made.plan.name,
        since=f"since {one.made.day(one.made.begin)}",
        news=tuple(told[:SENTENCES]),
        more=f"and {rest} more" if rest > 0 else "",
    )


def _more(all_: Sequence[object], most: int, one: str, many: str) -> str:
    rest = len(all_) - most
    return f"{rest} more {one if rest == 1 else many} in the packs." if rest > 0 else ""


def _calm(waiting: Sequence[Looked], calm: Sequence[Looked]) -> str:
    said = []
    if len(waiting) > CLIENTS:
        said.append(f"{len(waiting) - CLIENTS} more have something that waits.")
    if calm:
        names = ", ".join(one.made.plan.name for one in calm[:CLIENTS])
        rest = f" and {len(calm) - CLIENTS} more" if len(calm) > CLIENTS else ""
        said.append(f"Nothing waits at {count(len(calm), 'client')}: {names}{rest}.")
    return " ".join(said)
