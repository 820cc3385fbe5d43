"""`relplan rule`: the manual of the rules."""

from typing import Annotated

import typer

from relplan.cli.complete_words import rules
from relplan.cli.options import BookOption, JsonOption, terminal_width
from relplan.errors import WrongUse

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(epilog="Example: relplan rule RP203")
def rule(
    code: Annotated[
        str | None,
        typer.Argument(metavar="[RULE]", help="A code or a name.", autocompletion=rules),
    ] = None,
    json: JsonOption = False,
    book: BookOption = None,
) -> None:
    """What a rule means, why it is there, and what to write instead; without RULE the list."""
    from relplan.cli.manual_here import manual_here
    from relplan.reports import manual
    from relplan.rules.choose import meant, why_unknown

    manual_ = manual_here(book)
    pages = manual_.pages
    if code is not None:
        if why := why_unknown(code, manual_.known):
            raise WrongUse(why)
        pages = tuple(manual_.page(one) for one in meant([code], manual_.known))
    if json:
        print(manual.as_json(pages), end="")
    elif len(pages) == 1 and code is not None:
        print(manual.as_page(pages[0], terminal_width()), end="")
    else:
        print(manual.as_list(pages), end="")
