"""`relplan repair`: the way back from a damaged relationship, a step at a time."""

from typing import Annotated, Any

import typer

from relplan.cli import mending
from relplan.cli.complete import members, own_clients
from relplan.cli.options import (
    BookOption,
    JsonOption,
    TodayOption,
    client_of,
    day,
    end,
    member_of,
    open_book,
    with_its_log,
)
from relplan.cli.pages import print_page
from relplan.cli.writing import DryRunOption
from relplan.errors import Refused

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    add_completion=False,
    help="Mend a damaged relationship: finish, breathe, break the ice, ask, go forward.",
    epilog="Example: relplan repair show calder",
)
ClientArgument = Annotated[
    str, typer.Argument(metavar="CLIENT", help="Id or name.", autocompletion=own_clients)
]
FaultOption = Annotated[
    list[str] | None,
    typer.Option("--fault", help="What we did wrong, in plain words; once for each."),
]


@app.command(
    epilog="Example: relplan repair start acme --what 'The audit report was late'"
    " --fault 'We promised May and sent it in June' --lead amara"
)
def start(
    client: ClientArgument,
    what: Annotated[str | None, typer.Option(help="What happened, in a sentence.")] = None,
    fault: FaultOption = None,
    lead: Annotated[
        str | None,
        typer.Option(
            metavar="MEMBER", help="Who leads it; else the owner.", autocompletion=members
        ),
    ] = None,
    date_: Annotated[
        str | None, typer.Option("--date", help="The day on which it begins; else today.")
    ] = None,
    dry_run: DryRunOption = False,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Begin the repair: what happened, our faults, who leads. The client is `damaged` from now on.

    On a terminal you are asked for what is missing.
    """
    from relplan.cli.lines import typed_day
    from relplan.cli.plans import end_work, work
    from relplan.files.repairing import begin

    here = work(client, book, today)
    plan = here.loaded.book.plans.get(here.client)
    if plan is not None and plan.repair is not None and not plan.repair.ended:
        raise Refused(
            f"{here.client} is in repair already, at `{plan.repair.step}`; see relplan repair show"
            f" {here.client}; nothing was changed"
        )
    what, faults = mending.asked(what, fault)
    began = typed_day("--date", date_, here.today)
    written: dict[str, Any] = {
        "began": began.isoformat(),
        "what": what,
        "lead": member_of(here.loaded, lead) if lead else None,
        "our_faults": faults,
        "step": "finish",
    }
    begin(here.draft, here.path, {field: value for field, value in written.items() if value})
    mending.refuse_blame(here)
    end_work(here, dry_run=dry_run)
    mending.tell_old(plan, here.today)
    mending.tell_next(here)


@app.command(
    "next",
    epilog="Example: relplan repair next acme --corrected 'Report handed over, fee returned'",
)
def next_(
    client: ClientArgument,
    corrected: Annotated[
        str | None, typer.Option(help="At finish: what was finished and put right.")
    ] = None,
    fault: FaultOption = None,
    until: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The last day of the breathing period; else two weeks."),
    ] = None,
    answer: Annotated[
        str | None, typer.Option(help="At ask: what they say we could have done differently.")
    ] = None,
    dry_run: DryRunOption = False,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Take the step that the repair is at, if what it asks for is there, and go on to the next one.

    finish: the wrong is corrected and no promise is broken. breathe: the time is over. break-ice: a
    humble touch is logged. ask: their answer is written. forward: the usual rhythm is kept; then the
    client is active again.
    """
    from relplan.cli.plans import end_work, work
    from relplan.files.repairing import fill, leave_step

    here = work(client, book, today)
    step = mending.step_of(here)
    mending.refuse_at(step, {"--corrected": corrected, "--until": until, "--answer": answer})
    fill(here.draft, here.path, {"corrected": corrected, "answer": answer})
    fill(here.draft, here.path, {"until": mending.peace(here, step, until)})
    mending.add_faults(here, fault or [])
    to = mending.next_step(here, step)
    leave_step(here.draft, here.path, step, here.today, to)
    end_work(here, dry_run=dry_run)
    mending.tell_next(here)


@app.command(epilog="Example: relplan repair show calder")
def show(
    client: ClientArgument,
    json: JsonOption = False,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """One repair: the track, what to own, what to leave out, and what is next."""
    from relplan.reports import repair as report

    now = day(today)
    loaded = open_book(book)
    id_ = with_its_log(loaded, client_of(loaded, client, plans_only=True))
    found = mending.told(loaded, id_, now)
    if found is None:
        raise Refused(
            f"{id_} is not under repair; begin one with: relplan repair start {id_} --what …"
            " --fault …"
        )
    if json:
        print(report.as_json([found], now), end="")
    else:
        print_page(lambda columns: report.page(found, columns))
    end(loaded, client=id_)


@app.command("list", epilog="Example: relplan repair list")
def list_(json: JsonOption = False, book: BookOption = None, today: TodayOption = None) -> None:
    """Every repair that goes on, and what it waits for."""
    from relplan.reports import repair as report

    now = day(today)
    loaded = open_book(book)
    every = [
        mending.told(loaded, id_, now) for id_ in loaded.book.plans if loaded.book.has_log(id_)
    ]
    found = [one for one in every if one is not None and not one.scene.repair.ended]
    if json:
        print(report.as_json(found, now), end="")
    else:
        print_page(lambda columns: report.listing(found, columns))
    end(loaded)
