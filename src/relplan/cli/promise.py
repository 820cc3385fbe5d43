"""`relplan promise`: what we said we would do: list it, make one, keep one."""

import sys
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from relplan.cli.complete import members, promised, ways
from relplan.cli.lines import (
    kept_promise,
    member,
    scene,
    spoken_day,
    typed_coming_day,
    typed_day,
    write_line,
)
from relplan.cli.options import (
    BookOption,
    JsonOption,
    MeOption,
    TodayOption,
    client_of,
    day,
    end,
    open_book,
    with_its_log,
)
from relplan.errors import WrongUse

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


class _Line(NamedTuple):
    """What the options say of the line to write, and where."""

    date: str | None
    how: str | None
    note: str | None
    by: str | None
    dry_run: bool
    book: Path | None
    today: str | None


@app.command(
    epilog='Example: relplan promise acme jane "send the benchmark" --by fri;'
    " later: relplan promise kept acme benchmark"
)
def promise(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CLIENT] [PERSON WHAT] | kept CLIENT [WORDS]",
            help="List what is open, of all or one client; promise WHAT; or keep one.",
            autocompletion=promised,
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day by which it is kept: fri, 2w, 12 dec, …"),
    ] = None,
    date_: Annotated[
        str | None,
        typer.Option("--date", help="The day of the promise or its keeping; else today."),
    ] = None,
    how: Annotated[
        str | None, typer.Option(help="call, email, meeting, …", autocompletion=ways)
    ] = None,
    note: Annotated[str | None, typer.Option("--note", "-m", help="What was said.")] = None,
    ours: Annotated[
        str | None,
        typer.Option("--ours", help="Who of ours; else --me.", autocompletion=members),
    ] = None,
    json: JsonOption = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print the line, write nothing.")
    ] = False,
    me: MeOption = None,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """List the open promises, make one, or keep one; each of the two is a line in the log.

    A promise is made in a touch and kept in one: both lines count as being in touch.
    """
    said = words or []
    line = _Line(date_, how, note, ours or me, dry_run, book, today)
    if by is not None and (len(said) < 2 or said[0] == "kept"):
        raise WrongUse(
            "--by is the day of a new promise: relplan promise CLIENT PERSON WHAT --by DATE"
        )
    if said[:1] == ["kept"]:
        _keep(said[1:], line)
    elif len(said) > 1:
        _make(said, by, line)
    else:
        _print(said, line, json=json)


def _make(said: list[str], by: str | None, line: _Line) -> None:
    if len(said) < 3 or by is None:
        raise WrongUse(
            "a promise has a person, its words and a day: relplan promise CLIENT PERSON WHAT --by DATE"
        )
    here = scene(said[0], [said[1]], line.book, line.today)
    made = typed_day("--date", line.date, here.today)
    due = typed_coming_day("--by", by, here.today)
    what = " ".join(said[2:])
    fields = {
        "date": made.isoformat(),
        "with": here.people,
        "by": member(here, None, line.by),
        "how": line.how,
        "note": line.note,
        "promise": {"what": what, "by": due.isoformat()},
    }
    write_line(here, fields, dry_run=line.dry_run)
    print(f"relplan: to be kept by {spoken_day(due, here.today)}", file=sys.stderr)


def _keep(said: list[str], line: _Line) -> None:
    if not said:
        raise WrongUse("whose promise? Write: relplan promise kept CLIENT [WORDS]")
    here = scene(said[0], [], line.book, line.today)
    on = typed_day("--date", line.date, here.today)
    given = kept_promise(here, " ".join(said[1:]), "WORDS", on)
    fields = {
        "date": on.isoformat(),
        "with": list(given.people),
        "by": member(here, None, line.by),
        "how": line.how,
        "note": line.note,
        "kept": given.what,
    }
    write_line(here, fields, dry_run=line.dry_run)


def _print(said: list[str], line: _Line, *, json: bool) -> None:
    from relplan.analysis.promises import owed
    from relplan.reports import promises as report

    now = day(line.today)
    loaded = open_book(line.book)
    client = with_its_log(loaded, client_of(loaded, said[0])) if said else ""
    found = owed(loaded.book, now, client)
    print(report.as_json(found, now) if json else report.as_list(found, now), end="")
    end(loaded, client=client)
