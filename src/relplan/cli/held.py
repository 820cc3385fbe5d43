"""What is typed of a review that was held, and its way into the plan: for `review --record`."""

import contextlib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from relplan.cli.lines import parted, typed_coming_day, typed_day
from relplan.cli.options import day, member_of, root_of, with_its_log
from relplan.cli.plans import whole_scene
from relplan.cli.typed_decisions import decision
from relplan.cli.writing import finish
from relplan.errors import WrongUse

if TYPE_CHECKING:
    from relplan.cli.plans import WholeScene
    from relplan.files.recording import Held


class Typed(NamedTuple):
    """The options of `review` that are for `--record`, as they were typed."""

    people: list[str]
    ours: list[str]
    decided: list[str]
    note: str | None
    date: str | None
    next: str | None

    def refuse(self) -> None:
        """WrongUse when one is given: without `--record` it would be lost."""
        if any(self):
            raise WrongUse(
                "--with, --ours, --decided, --note, --date and --next are for --record; say it too"
            )


class Where(NamedTuple):
    """The client and the book as they were typed, and what to do besides recording."""

    client: str
    book: Path | None
    today: str | None
    save_as: str | None
    """The format of the pack that is kept; None for no pack."""
    dry_run: bool


def record(where: Where, typed: Typed) -> None:
    """Write the review into the client's plan; with `save_as` also the pack that lay on the table."""
    from relplan.files.journal import alone
    from relplan.files.recording import record as recorded

    held_on = typed_day("--date", typed.date, day(where.today))
    with contextlib.nullcontext() if where.dry_run else alone(root_of(where.book)):
        here = whole_scene(where.client, parted(typed.people), where.book, where.today)
        held = _held(here, typed, held_on)
        draft = recorded(here.loaded, here.client, held)
        saved = ""
        if where.save_as:
            saved, content = _pack(here, held_on, where.save_as)
            draft.put_beside(saved, content)
        finish(draft, dry_run=where.dry_run)
    if saved and not where.dry_run:
        print(saved)


def _held(here: "WholeScene", typed: Typed, held_on: date) -> "Held":
    from relplan.analysis.next_review import next_review
    from relplan.files.recording import Held

    book = here.loaded.book
    team = {id_: member.name for id_, member in book.settings.team.items()}
    written: dict[str, Any] = {
        "with": here.people,
        "ours": list(dict.fromkeys(member_of(here.loaded, one) for one in parted(typed.ours))),
        "decided": [decision(one, team) for one in typed.decided],
        "note": typed.note,
    }
    written = {field: value for field, value in written.items() if value}
    if not written:
        raise WrongUse("who was there, or what came of it? Say --with, --ours, --decided or --note")
    coming = _next(typed.next, held_on)
    plan = book.everyone()[here.client]
    return Held(held_on, written, coming or next_review(plan, book.settings, held_on))


def _next(typed: str | None, held_on: date) -> date | None:
    if typed is None:
        return None
    coming = typed_coming_day("--next", typed, held_on)
    if coming <= held_on:
        raise WrongUse(f"--next: {coming} is not after {held_on}, when this one was held")
    return coming


def _pack(here: "WholeScene", held_on: date, form: str) -> tuple[str, bytes]:
    """The path and the bytes of the pack as it was on that day, before anything is recorded."""
    from relplan.reports.press import ENDINGS, Press
    from relplan.reports.saved import place_in_book

    client = with_its_log(here.loaded, here.client)
    place = place_in_book(client, held_on.isoformat(), ENDINGS[form])
    return place, Press(here.loaded, held_on, [client]).pack(client, form)
