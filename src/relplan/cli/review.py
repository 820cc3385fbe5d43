"""`relplan review`: the pack for a client's review meeting."""

from typing import Annotated

import typer

from relplan.cli.complete import clients
from relplan.cli.options import (
    BookOption,
    TodayOption,
    client_of,
    day,
    end,
    open_book,
    tell_notes,
    with_its_log,
)

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(epilog="Example: relplan review acme --save")
def review(
    client: Annotated[
        str, typer.Argument(metavar="CLIENT", help="Id or name.", autocompletion=clients)
    ],
    save: Annotated[
        bool, typer.Option("--save", help="Write it to reviews/CLIENT/DATE.md in the book.")
    ] = False,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Render the pack for a client's review meeting, as Markdown.

    The state and what is to decide; what changed; people and gaps; goals and initiatives; touches
    and promises; what we put in; findings; the next quarter. Same book and date, same pack.
    """
    from relplan.reports.pack import build
    from relplan.reports.review import as_markdown
    from relplan.reports.saved import save_pack
    from relplan.rules.comparison import Since, compare
    from relplan.rules.runner import lint

    now = day(today)
    loaded = open_book(book)
    id_ = with_its_log(loaded, client_of(loaded, client))
    past = compare(loaded, now, [id_], Since())
    pack = build(loaded.book, id_, now, lint(loaded, now), past.clients[0])
    text = as_markdown(pack, loaded.root)
    if save:
        print(save_pack(loaded.root, pack, text))
    else:
        print(text, end="")
    if pack.changes.compared:  # else the pack itself says that there is nothing to compare with
        tell_notes(past.notes)
    end(loaded)
