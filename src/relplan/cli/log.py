"""`relplan log`: write down a touch, in one line of typing."""

from datetime import date, timedelta
from typing import Annotated, Any

import typer

from relplan.cli.complete import clients, members, people
from relplan.cli.options import BookOption, MeOption, TodayOption, asker, day, end, open_book
from relplan.errors import Refused, WrongUse
from relplan.reports.safe import safe

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(
    epilog='Example: relplan log acme jane raj -m "Worried about the new audit rules" --how lunch'
)
def log(
    client: Annotated[
        str,
        typer.Argument(
            metavar="CLIENT", help="Id, prefix or part of the name.", autocompletion=clients
        ),
    ],
    person: Annotated[
        list[str],
        typer.Argument(
            metavar="PERSON...", help="Who of theirs: id, prefix or part.", autocompletion=people
        ),
    ],
    note: Annotated[str | None, typer.Option("--note", "-m", help="What was said.")] = None,
    how: Annotated[str, typer.Option(help="call, email, meeting, lunch, visit, …")] = "call",
    by: Annotated[
        str | None, typer.Option(help="Who of ours; else --me.", autocompletion=members)
    ] = None,
    date_: Annotated[
        str | None, typer.Option("--date", help="The day, YYYY-MM-DD or yesterday; else today.")
    ] = None,
    learned: Annotated[str | None, typer.Option(help="What we now know about them.")] = None,
    unanswered: Annotated[
        bool, typer.Option("--unanswered", help="Nobody answered: it does not count as a touch.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print the line, write nothing.")
    ] = False,
    me: MeOption = None,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Append a touch to a client's log. People are found by id, prefix or part of their name."""
    from relplan.files.log import append
    from relplan.model import ids

    now = day(today)
    loaded = open_book(book)
    id_ = ids.find(client, loaded.book.names(), "client")
    plan = loaded.book.plans.get(id_) or loaded.book.prospects[id_]
    names = {one: their.name for one, their in plan.roles.items()}
    team = {one: ours.name for one, ours in loaded.book.settings.team.items()}
    member = ids.find(by, team, "member of the team") if by else None
    fields: dict[str, Any] = {
        "date": _day(date_, now).isoformat(),
        "with": list(
            dict.fromkeys(ids.find(one, names, f"person of {plan.name}") for one in person)
        ),
        "by": member or asker(me, loaded.root, loaded.book, required=True),
        "how": how,
        "answered": "false" if unanswered else None,
        "note": note,
        "learned": learned,
    }
    fields = {name: value for name, value in fields.items() if value is not None}
    _check(fields)
    line = append(loaded.root, id_, fields, dry_run=dry_run)
    print(safe(f"{line.path}:{line.line}: {line.text}"))
    end(loaded)


def _day(typed: str | None, today: date) -> date:
    from relplan.clock import civil_date

    words = {None: today, "today": today, "yesterday": today - timedelta(days=1)}
    try:
        found = words.get(typed) or civil_date(typed or "")
    except ValueError as error:
        raise WrongUse(f"--date: {error}") from None
    if found > today:
        raise WrongUse(f"--date: {found} is still to come; log it once it has happened")
    return found


def _check(fields: dict[str, Any]) -> None:
    """Refuse a line that would not read back as a touch, in the reader's own words."""
    from relplan.files import emit
    from relplan.files.document import document_of
    from relplan.files.validate import validate
    from relplan.model.touch import TOUCHES

    text = "- " + emit.flow(fields)
    document, troubles = document_of("this line", text.encode("utf-8"))
    _, faults = validate(document, TOUCHES)
    if found := [*troubles, *(one for one in faults if one.severity == "error")]:
        raise Refused("; ".join(one.message for one in found) + "; nothing was written")
