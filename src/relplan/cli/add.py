"""`relplan add`: a new person, strength, weakness, goal or initiative in a plan."""

import sys
from collections.abc import Mapping
from typing import Annotated

import typer

from relplan.cli.add_person import person
from relplan.cli.adding import begin, needed, referred
from relplan.cli.complete import goals, members, people, weaknesses, words_for
from relplan.cli.options import BookOption, ClientArgument, TodayOption, terminal_width
from relplan.cli.plans import Work, end_work, work
from relplan.cli.writing import DryRunOption
from relplan.errors import WrongUse

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    help="Begin a person, a strength, a weakness, a goal or an initiative in a plan.",
    epilog='Example: relplan add person acme "Jane Porter" --title CFO --role decision-maker',
)
IdOption = Annotated[str | None, typer.Option("--id", help="Its id; else made from the words.")]
EvidenceOption = Annotated[str | None, typer.Option(help="What shows it.")]
app.command(
    epilog='Example: relplan add person acme "Jane Porter" --title CFO --role decision-maker'
)(person)


@app.command(epilog='Example: relplan add strength acme "The audit team is called first"')
def strength(
    client: ClientArgument,
    text: Annotated[
        str | None, typer.Argument(metavar="TEXT", help="What is good, as they would say it.")
    ] = None,
    id_: IdOption = None,
    evidence: EvidenceOption = None,
    dry_run: DryRunOption = False,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Add something that is good in the relationship."""
    here = work(client, book, today)
    said = needed(text, "TEXT", "what is good in the relationship, as the client would say it?")
    begin(here, ("strengths",), id_, {"text": said, "evidence": evidence})
    end_work(here, dry_run=dry_run)


@app.command(epilog='Example: relplan add weakness acme "Nobody of ours knows a plant manager"')
def weakness(
    client: ClientArgument,
    text: Annotated[
        str | None, typer.Argument(metavar="TEXT", help="What is missing or wrong.")
    ] = None,
    id_: IdOption = None,
    evidence: EvidenceOption = None,
    dry_run: DryRunOption = False,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Add something that is missing or wrong; a goal answers it."""
    here = work(client, book, today)
    said = needed(text, "TEXT", "what is missing or wrong in the relationship?")
    begin(here, ("weaknesses",), id_, {"text": said, "evidence": evidence})
    end_work(here, dry_run=dry_run)


@app.command(
    epilog='Example: relplan add goal acme "The plants call us first" --answers no-plant-tie'
)
def goal(
    client: ClientArgument,
    goal: Annotated[
        str | None,
        typer.Argument(metavar="GOAL", help="What will be true, as the client would notice it."),
    ] = None,
    id_: IdOption = None,
    answers: Annotated[
        str | None,
        typer.Option(
            metavar="WEAKNESS", help="Which it answers, as a,b.", autocompletion=weaknesses
        ),
    ] = None,
    by: Annotated[str | None, typer.Option(metavar="DATE", help="By when: 2027-06-30, 6m.")] = None,
    measure: Annotated[str | None, typer.Option(help="What is counted.")] = None,
    target: Annotated[str | None, typer.Option(help="The count at which it is met.")] = None,
    actual: Annotated[str | None, typer.Option(help="The count today.")] = None,
    dry_run: DryRunOption = False,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Add where the relationship shall be."""
    if measure is None and (target or actual):
        raise WrongUse("--target and --actual count something; say what with --measure")
    here = work(client, book, today)
    said = needed(goal, "GOAL", "what will be true, as the client would notice it?")
    fields = {"goal": said, "answers": referred(here, "weakness", answers), "by": by}
    counted = {"measure.what": measure, "measure.target": target, "measure.actual": actual}
    begin(here, ("goals",), id_, {**fields, **counted})
    end_work(here, dry_run=dry_run)


@app.command(
    epilog='Example: relplan add initiative acme "Half-day close clinic at each plant, unpaid"'
    " --goal plants-call-us --owner ben --by 2026-12-18 --for raj"
)
def initiative(
    client: ClientArgument,
    what: Annotated[
        str | None, typer.Argument(metavar="WHAT", help="What will be done, in enough detail.")
    ] = None,
    goal: Annotated[
        str | None,
        typer.Option(
            metavar="GOAL", help="The goal it serves; else the only one.", autocompletion=goals
        ),
    ] = None,
    id_: IdOption = None,
    owner: Annotated[
        str | None,
        typer.Option(metavar="MEMBER", help="Who of ours does it.", autocompletion=members),
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="DATE", help="By when: 2026-12-18, next fri, 6w.")
    ] = None,
    for_: Annotated[
        str | None,
        typer.Option(
            "--for", metavar="PERSON", help="Who of theirs, as raj,jane.", autocompletion=people
        ),
    ] = None,
    invests: Annotated[str | None, typer.Option(help="What we give, unpaid.")] = None,
    learns: Annotated[str | None, typer.Option(help="What we come to know about them.")] = None,
    illustrates: Annotated[str | None, typer.Option(help="What they see or keep.")] = None,
    status: Annotated[
        str | None,
        typer.Option(
            help="planned, doing, done, dropped.", autocompletion=words_for("InitiativeStatus")
        ),
    ] = None,
    hours: Annotated[str | None, typer.Option(help="The unpaid hours it will take.")] = None,
    dry_run: DryRunOption = False,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Add what somebody will do for them; it is judged.

    The verdict is a colleague's opinion, told on standard error: the line is written all the same.
    """
    here = work(client, book, today)
    said = needed(what, "WHAT", "what will be done for them, in enough detail to be done?")
    section = ("goals", _goal(here, goal), "initiatives")
    tests = {"invests": invests, "learns": learns, "illustrates": illustrates}
    people_ = referred(here, "person", for_)
    fields = {"what": said, "owner": referred(here, "member", owner), "by": by, "for": people_}
    begin(here, section, id_, {**fields, **tests, "status": status, "hours": hours})
    end_work(here, dry_run=dry_run)
    _judge(here, {"what": said, **tests})


def _goal(here: Work, typed: str | None) -> str:
    """The goal that was typed, else the plan's only one."""
    known = list(here.names.goals)
    if typed is None and len(known) == 1:
        return known[0]
    if not known:
        typed = None
    listed = ", ".join(known) or "none yet; begin one with: relplan add goal"
    found = referred(here, "goal", needed(typed, "--goal", f"which goal does it serve? ({listed})"))
    return str(found)


def _judge(here: Work, said: Mapping[str, str | None]) -> None:
    """Tell what the words say, on stderr: it is a colleague's opinion and no condition."""
    from relplan.analysis.verdicts import team_words
    from relplan.judgement.memory import judge_all
    from relplan.judgement.result import Initiative
    from relplan.reports.judgement import in_full

    what, invests, learns, illustrates = said.values()
    work_ = here.written(("current_work",)) or ()
    paid = (work_,) if isinstance(work_, str) else tuple(work_)
    words = Initiative(what or "", invests, learns, illustrates, paid)
    [answer] = judge_all([words], team_words(here.loaded.book.settings))
    text = in_full(what or "", answer, (), underline=False, columns=terminal_width())
    print(text, end="", file=sys.stderr)
