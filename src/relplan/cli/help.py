"""`relplan help`: the pages of the manual."""

import sys
from typing import Annotated, Any

import typer

from relplan.cli.complete_words import topics
from relplan.errors import WrongUse

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(
    "help", epilog="Example: relplan help due; as a manual page: relplan help --man | man -l -"
)
def help_(
    ctx: typer.Context,
    topic: Annotated[
        str | None,
        typer.Argument(metavar="[TOPIC]", help="A topic or a command.", autocompletion=topics),
    ] = None,
    man: Annotated[bool, typer.Option("--man", help="Print the manual page for man.")] = False,
) -> None:
    """Show a page of the manual: format, due, judge, git, lint, exit-codes, …; else the list.

    On a terminal it is wrapped and laid out; in a pipe it is the Markdown that it is written in. A
    command without a page shows its --help.
    """
    from relplan.reports import topics as manual

    if man:
        if topic is not None:
            raise WrongUse("--man prints the one manual page; leave the topic out")
        print(manual.man(), end="")
    elif topic is None:
        print(manual.listed(), end="")
    elif (command := _command(ctx, topic)) and not manual.has_page(topic):
        print(command)
    elif sys.stdout.isatty():
        manual.show(manual.page(topic))
    else:
        print(manual.page(topic), end="")


def _command(ctx: typer.Context, topic: str) -> str:
    """The help of the command of that name; empty where there is none."""
    group: Any = ctx.find_root().command
    found = group.get_command(ctx, topic)
    if found is None:
        return ""
    own = found.make_context(topic, [], parent=ctx.find_root(), resilient_parsing=True)
    return str(found.get_help(own))
