"""`relplan judge`: what an initiative says."""

import sys
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from relplan.cli.complete import clients
from relplan.cli.options import BookOption, JsonOption, client_of, end, open_book, terminal_width
from relplan.errors import WrongUse

if TYPE_CHECKING:
    from relplan.files.book import Loaded
    from relplan.judgement.result import Initiative

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
_AT_ONCE = 64


@app.command(epilog='Example: relplan judge "Free workshop to open the door for the audit"')
def judge(
    said: Annotated[
        str | None,
        typer.Argument(
            metavar="[TEXT|CLIENT]",
            help="An initiative in quotes, or a client whose plan is judged; else the whole book.",
            autocompletion=clients,
        ),
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="How verdicts changed in git since that day.")
    ] = None,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help='Judge lines {"id","text"} from standard input.')
    ] = False,
    json: JsonOption = False,
    book: BookOption = None,
) -> None:
    """Judge one initiative, a client's plan, or the whole book: relationship, sales or vague.

    A verdict names the words that decided and which of the three tests hold (domain.md 1).
    """
    if jsonl:
        _lines()
    elif said is not None and not said.strip():
        raise WrongUse("nothing to judge: write an initiative in quotes, or a client's id")
    elif said and " " in said.strip():
        _text(said, json=json)
    elif since:
        _since(open_book(book), said, _day(since))
    else:
        _plans(open_book(book), said, json=json)


def _text(said: str, *, json: bool) -> None:
    from relplan.judgement.ideas import Situation, ideas_for
    from relplan.judgement.memory import judge_all
    from relplan.judgement.result import Initiative
    from relplan.reports import judgement as report

    [answer] = judge_all([Initiative(said)])
    if json:
        print(report.as_line(None, answer))
        return
    _note()
    ideas = ideas_for(Situation(said))
    columns = terminal_width()
    text = report.in_full(said, answer, ideas, underline=columns is not None, columns=columns)
    print(text, end="")


def _plans(loaded: "Loaded", said: str | None, *, json: bool) -> None:
    from relplan.analysis.verdicts import judged
    from relplan.reports import judgement as report

    book = loaded.book
    plans = {client: book.plans[client] for client in _clients(loaded, said)}
    found = judged(plans, book.settings)
    if not json:
        _note()
    for number, (client, rows) in enumerate(found.items()):
        if json:
            for one in rows:
                print(report.as_line(f"{client}/{one.goal}/{one.id}", one.judgement))
        else:
            if len(found) > 1:
                print(f"{chr(10) if number else ''}{book.plans[client].name}")
            print(report.as_table(rows, terminal_width()), end="")
    end(loaded, client=next(iter(found)) if said else "")


def _since(loaded: "Loaded", said: str | None, day: date) -> None:
    from relplan.analysis.verdicts import turns
    from relplan.files.history import history
    from relplan.files.versions import plans_since
    from relplan.reports import judgement as report

    for client in _clients(loaded, said):
        past = history(loaded.root, f"clients/{client}.yaml")
        if past.trouble:
            print(f"relplan: {past.trouble}", file=sys.stderr)
        versions, unread = plans_since(past, day)
        for line in unread:
            print(f"relplan: {line}", file=sys.stderr)
        found = turns(versions, loaded.book.settings, day)
        print(report.as_turns(loaded.book.plans[client].name, found), end="")


def _lines() -> None:
    from relplan.judgement.memory import judge_all
    from relplan.reports import judgement as report

    faults = 0
    lines = enumerate(sys.stdin.buffer, 1)
    while chunk := list(islice(lines, _AT_ONCE)):
        asked: list[tuple[Any, Initiative]] = []
        for number, raw in chunk:
            try:
                asked.extend(_asked(raw))
            except ValueError as error:
                faults += 1
                print(f"relplan: line {number}: {error}", file=sys.stderr)
        answers = judge_all([words for _, words in asked], remember=False)
        for (id_, _), answer in zip(asked, answers, strict=True):
            print(report.as_line(id_, answer), flush=True)
    if faults:
        raise typer.Exit(1)


def _asked(raw: bytes) -> Iterator[tuple[Any, "Initiative"]]:
    """The id and words of a line; nothing for an empty one; ValueError says what is wrong."""
    import json

    from relplan.judgement.result import Initiative

    if not raw.strip():
        return
    try:
        line = json.loads(raw)
    except (UnicodeDecodeError, RecursionError, json.JSONDecodeError):
        raise ValueError('not JSON; write one {"id": …, "text": …} a line') from None
    if (
        not isinstance(line, dict)
        or not isinstance(line.get("text"), str)
        or not line["text"].strip()
    ):
        raise ValueError('no `text`; write {"id": …, "text": …}')
    fields = {name: line[name] for name in ("invests", "learns", "illustrates") if line.get(name)}
    if not all(isinstance(one, str) for one in fields.values()):
        raise ValueError("`invests`, `learns` and `illustrates` are texts here, or left out")
    yield line.get("id"), Initiative(line["text"], **fields)


def _clients(loaded: "Loaded", said: str | None) -> list[str]:
    return [client_of(loaded, said, plans_only=True)] if said else list(loaded.book.plans)


def _day(since: str) -> date:
    from relplan.clock import civil_date

    try:
        return civil_date(since)
    except ValueError as error:
        raise WrongUse(f"--since: {error}") from None


def _note() -> None:
    """Say on stderr when only the word rules judge here."""
    from relplan.judgement import engine_note

    if note := engine_note():
        print(f"relplan: {note}", file=sys.stderr)
