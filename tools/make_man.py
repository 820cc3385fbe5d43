"""Write docs/relplan.1, the manual page for man, from the commands and docs/: python tools/make_man.py."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer.main

from relplan import __version__
from relplan.cli.app import COMMANDS, app
from relplan.reports.topics import topics

ROOT = Path(__file__).parent.parent
PATH = ROOT / "docs" / "relplan.1"
_ROW = re.compile(r"^\| (.+?) \| (.+?) \|$", re.MULTILINE)


def man_page() -> str:
    """The whole page."""
    os.environ["COLUMNS"] = "80"
    group: Any = typer.main.get_command(app)
    top = group.make_context("relplan", [], resilient_parsing=True)
    lines = [
        r".\" Written by tools/make_man.py; do not edit.",
        f'.TH RELPLAN 1 "" "relplan {__version__}" "relplan manual"',
        ".SH NAME",
        r"relplan \- " + roff(str(group.help).rstrip(".")),
        ".SH SYNOPSIS",
        ".B relplan\n.RI [ OPTIONS ]\n.I COMMAND\n.RI [ ARGUMENTS ]",
        ".SH DESCRIPTION",
        roff(
            "A book is a folder with relplan.yaml, in git: one YAML file for each client, its log beside"
            " it. relplan checks the files, lists whom to contact and why, and renders the review."
        ),
        ".PP",
        roff(str(group.epilog)),
        ".SH OPTIONS",
        *_options(top),
        ".SH COMMANDS",
    ]
    for name in COMMANDS:
        lines += _command(group.get_command(top, name), name, top)
    lines += [".SH EXIT STATUS", *_table("exit-codes.md")]
    lines += [".SH ENVIRONMENT", *_table("environment.md")]
    lines += [".SH TOPICS", roff("Each is printed by relplan help TOPIC."), *_topics()]
    return "\n".join(lines) + "\n"


def _command(command: Any, name: str, above: Any) -> Iterator[str]:
    context = command.make_context(name, [], parent=above, resilient_parsing=True)
    usage = " ".join(command.collect_usage_pieces(context))
    yield f".SS relplan {roff(name)}"
    if inner := getattr(command, "commands", {}):
        yield from _texts(command)
        for sub, one in inner.items():
            yield from _command(one, sub, context)
        return
    path = context.command_path.removeprefix("relplan ")
    yield f".B relplan {roff(path)}\n{roff(usage)}"
    yield from _texts(command)
    yield from _options(context)


def _texts(command: Any) -> Iterator[str]:
    for text in (command.help, command.epilog):
        for part in re.split(r"\n\s*\n", text or ""):
            yield ".PP\n" + roff(" ".join(part.split()))


def _options(context: Any) -> Iterator[str]:
    inside = context.parent is not None
    for one in context.command.get_params(context):
        if inside and one.name == "help":  # every command has it, and it is told once
            continue
        if record := one.get_help_record(context):
            yield ".TP\n.B " + roff(record[0]) + "\n" + roff(record[1])


def _table(page: str) -> Iterator[str]:
    """The rows of a page's table, without its head."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    for key, said in _ROW.findall(text)[2:]:
        yield f".TP\n.B {roff(key)}\n{roff(said)}"


def _topics() -> Iterator[str]:
    for name, title in topics().items():
        yield f".TP\n.B {roff(name)}\n{roff(title)}"


def roff(text: str) -> str:
    """The text as roff shows it: nothing in it is a request or an escape."""
    plain = text.replace("`", "").replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq")
    return re.sub(r"^(?=[.])", r"\\&", plain.strip(), flags=re.MULTILINE)


if __name__ == "__main__":
    PATH.write_text(man_page(), encoding="utf-8")
