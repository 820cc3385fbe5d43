"""The command line: a table of commands, each imported only when it runs."""

import contextlib
import errno
import importlib
import keyword
import os
import signal
import sys
from collections.abc import Iterator
from typing import Annotated, Any, cast

import typer
import typer.core
import typer.main

from relplan import STOPPED, __version__
from relplan.errors import RelplanError
from relplan.reports.safe import safe

COMMANDS: dict[str, str] = {
    "due": "Whom to contact today and why, what is promised, what falls due.",
    "log": "Write down a touch: who, how, and what was said.",
    "promise": "What we said we would do: list it, make one, keep one.",
    "snooze": "Hide a person from the list until a day.",
    "done": "An initiative was done: when, and what came of it.",
    "drop": "An initiative will not be done, and why.",
    "add": "Begin a person, strength, weakness, goal or initiative in a plan.",
    "set": "Set one value of a plan, and change no other byte.",
    "show": "One client on one screen: people, ties, goals, what is due.",
    "map": "Who reports to whom there, how they stand, and who of ours keeps the tie.",
    "win": "The way to a prospect's win: its chain, its dates, its weakest link.",
    "team": "Who carries what, and what would hang in the air if somebody left.",
    "guide": "What is expected of a member at their tier, and how they stand.",
    "repair": "Mend a damaged relationship, a step at a time.",
    "review": "Render the pack for a client's review meeting.",
    "campaign": "Propositions taken to a cohort: who has heard them, what they said.",
    "site": "The whole book as pages for a browser: by priority, by owner, with a search.",
    "changes": "What changed in plans since a day or their last review, from git.",
    "judge": "Does an initiative build the relationship, or does it only sell?",
    "ideas": "Ways to invest in a client, chosen for the plan.",
    "lint": "Check the book: can it be read, and is it a relationship plan?",
    "fmt": "Tidy the files, as far as the team opted into it.",
    "rule": "What a rule means, why it is there, and what to write instead.",
    "leave": "A person of theirs left: what hangs on them, and who comes instead.",
    "hand-over": "Give what a member answers for to a colleague.",
    "rename": "Give another id to a client, a member, a person, a goal … wherever it is mentioned.",
    "import": "Take people from vCards and tables, and past meetings from calendars.",
    "new": "Start a client's or a prospect's plan, or a campaign.",
    "init": "Start a book in a folder.",
    "git": "Let git merge plans by id, and show whose lines changed.",
    "export": "Hand the book out: CSV, JSON, SQLite, vCard, iCalendar.",
    "sql": "Ask the book a question in SQL.",
    "help": "A page of the manual: the format, what is due, how it is judged, git, …",
    "schema": "Print the JSON Schema of a kind of file, for editors.",
    "lsp": "The server that an editor starts: findings as you type, completion, renaming.",
}
"""Each command with the line that `relplan --help` shows, in the order of a day's work."""


_OF_ALL = ("install_completion", "show_completion")
"""What typer gives to every command, and what belongs to all of them together."""


class Commands(typer.core.TyperGroup):
    """The group of all commands; a command's module is `relplan.cli.<name>`, with `_` for `-`, or behind a keyword."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        # Names only, so that a mistyped command is compared with all of them.
        self.commands = cast("Any", dict.fromkeys(COMMANDS))

    def list_commands(self, _ctx: Any) -> list[str]:
        """The commands in the order of the table."""
        return list(COMMANDS)

    def get_command(self, _ctx: Any, cmd_name: str) -> Any:
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        name += "_" if keyword.iskeyword(name) else ""
        module = importlib.import_module(f"relplan.cli.{name}")
        found = typer.main.get_command(module.app)
        found.name = cmd_name
        found.params = [one for one in found.params if one.name not in _OF_ALL]
        return found

    def format_commands(self, _ctx: Any, formatter: Any) -> None:
        """The list of commands, from the table: no module is imported for it."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: Any) -> Any:
        """Run the command; every foreseen failure becomes one line and an exit code here."""
        try:
            try:
                return super().invoke(ctx)
            finally:
                # Now, while a reader that is gone or a full disk can still be told apart.
                sys.stdout.flush()
        except RelplanError as error:
            print(f"relplan: {safe(str(error), one_line=False)}", file=sys.stderr)
            raise typer.Exit(error.exit_code) from None
        except (KeyboardInterrupt, typer.Abort):  # the second one: at a question
            print(STOPPED, file=sys.stderr)
            raise typer.Exit(130) from None
        except BrokenPipeError:
            # The reader (`head`) has had enough: that is no failure, and no traceback.
            _close_stdout()
            raise typer.Exit(0) from None


app = typer.Typer(
    cls=Commands,
    name="relplan",
    help="Relationship plans as plain text: judged, kept on time, reviewed.",
    epilog="In the morning: relplan due. After a call: relplan log CLIENT PERSON -m NOTE.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"relplan {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[  # noqa: ARG001 -- its callback does it
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
    no_cache: Annotated[
        bool,
        typer.Option(
            "--no-cache", help="Read every file anew, and keep nothing for the next time."
        ),
    ] = False,
) -> None:
    if no_cache:
        os.environ["RELPLAN_NO_CACHE"] = "1"


def run() -> None:
    """Run the command line on this process's arguments and exit."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal that cannot show a character shows its number; it never stops the list.
            stream.reconfigure(errors="backslashreplace")
    with _remembered_stops() as stops:
        try:
            app(prog_name="relplan")
        except Exception as error:  # noqa: BLE001 -- the one place where a defect becomes a line
            if stops:  # pydantic makes an error of its own of a Ctrl-C in its work
                raise KeyboardInterrupt from None
            sys.exit(_failure(error))


@contextlib.contextmanager
def _remembered_stops() -> Iterator[list[int]]:
    """Let Ctrl-C do what it does, and note in the list that it came."""
    stops: list[int] = []

    def stop(number: int, _frame: object) -> None:
        stops.append(number)
        raise KeyboardInterrupt

    before = signal.getsignal(signal.SIGINT)
    if before is signal.default_int_handler:  # else whoever started relplan wants it ignored
        signal.signal(signal.SIGINT, stop)
    try:
        yield stops
    finally:
        signal.signal(signal.SIGINT, before)


def _failure(error: Exception) -> int:
    """Say in one line what nobody foresaw: a full disk below the result, or a defect."""
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EIO):
        _close_stdout()
        print(f"relplan: the result could not be written ({error.strerror})", file=sys.stderr)
        return 3
    return _defect(error)


def _close_stdout() -> None:
    """What is still in the buffer goes nowhere: Python would complain of it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _defect(error: Exception) -> int:
    """Say in one line that relplan has a defect, and where what is needed to mend it is."""
    try:
        where = f"report it with {_defect_log(error)}"
    except OSError:
        where = "report what you typed; no log could be written"
    print(
        f"relplan: a defect of relplan itself ({type(error).__name__}); nothing of yours is wrong."
        f" Please {where}",
        file=sys.stderr,
    )
    return 70


def _defect_log(error: Exception) -> str:
    """Write what is needed to mend a defect of relplan to a log, without any plan text."""
    import tempfile
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{frame.filename}:{frame.lineno} in {frame.name}\n" for frame in frames]
    with tempfile.NamedTemporaryFile(
        "w", prefix="relplan-defect-", suffix=".log", delete=False, encoding="utf-8"
    ) as log:
        log.write(f"relplan {__version__}, Python {sys.version.split()[0]}\n")
        log.writelines(lines)
        log.write(f"{type(error).__name__}\n")
    return log.name
