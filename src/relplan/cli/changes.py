"""`relplan changes`: what changed in plans since a day, a commit, or the last review."""

import re
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from relplan.cli.complete import clients, members
from relplan.cli.options import (
    BookOption,
    JsonOption,
    TodayOption,
    client_of,
    day,
    end,
    open_book,
    tell_notes,
    terminal_width,
    with_its_log,
)
from relplan.errors import WrongUse

if TYPE_CHECKING:
    from relplan.files.book import Loaded
    from relplan.rules.comparison import Since

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(epilog="Example: relplan changes acme --since 2026-10-01")
def changes(
    client: Annotated[
        str | None,
        typer.Argument(
            metavar="[CLIENT]", help="Id or name; else the whole book.", autocompletion=clients
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DAY|COMMIT", help="From that day on, or since a commit; else last-review."
        ),
    ] = None,
    owner: Annotated[
        str | None,
        typer.Option(metavar="MEMBER", help="Only this member's clients.", autocompletion=members),
    ] = None,
    json: JsonOption = False,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """What changed in a plan, or in all of them, in words: from git, the log and the rules.

    Since each client's last review, or for as long as a review's rhythm where none was held.
    """
    from relplan.model import ids
    from relplan.reports import changes as report
    from relplan.reports.change_words import Words
    from relplan.rules.comparison import compare

    now = day(today)
    loaded = open_book(book)
    team = {id_: member.name for id_, member in loaded.book.settings.team.items()}
    whose = ids.find(owner, team, "member of the team") if owner else None
    only = with_its_log(loaded, client_of(loaded, client)) if client else None
    everyone = loaded.book.everyone()
    asked = [only] if only else [id_ for id_, one in everyone.items() if whose in (None, one.owner)]
    begin = _since(loaded, since, now)
    found = compare(loaded, now, asked, begin, whole=not (only or whose))
    words = Words(team, now)
    if json:
        print(report.as_json(found, words), end="")
    else:
        print(report.as_plain(found, begin, words, terminal_width()), end="")
    tell_notes(found.notes)
    end(loaded, client=only or "")


def _since(loaded: "Loaded", typed: str | None, today: date) -> "Since":
    """The day or the commit that was typed; a day is meant where it can be one."""
    from relplan.cli.typed_dates import past_day
    from relplan.files.trails import commit_of
    from relplan.rules.comparison import Since

    if typed in (None, "last-review"):
        return Since()
    assert typed is not None
    try:
        return Since(day=past_day(typed, today))
    except ValueError as error:
        if commit := commit_of(loaded.root, typed):
            return Since(commit=commit, named=typed)
        if re.match(r"\d{1,4}[-/.]", typed):
            raise WrongUse(f"--since: {error}") from None
    raise WrongUse(
        f"--since: `{typed[:40]}` is neither a day nor a commit here; write last-review, 2026-11-03,"
        " 2 weeks ago, or a commit, tag or branch of git"
    )
