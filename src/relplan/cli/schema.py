"""`relplan schema`: the JSON Schema of a kind of file."""

from typing import Annotated

import typer

from relplan.cli.complete_words import listed

KINDS = ("settings", "plan", "touches", "prospect", "campaign")
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(epilog="Example: relplan schema plan > plan.schema.json")
def schema(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help="settings, plan, touches, prospect or campaign.",
            autocompletion=listed("cli.schema", "KINDS"),
        ),
    ],
) -> None:
    """Print the JSON Schema (2020-12) of a kind of file, for editors and other tools."""
    from relplan.model.schema import schema_text

    print(schema_text(kind), end="")
