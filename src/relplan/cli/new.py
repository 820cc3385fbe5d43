"""`relplan new`: start a plan, or a campaign, from a skeleton."""

from typing import Annotated

import typer

from relplan.cli.complete import members, words_for
from relplan.cli.new_campaign import campaign
from relplan.cli.new_prospect import prospect
from relplan.cli.options import BookOption, MeOption, TodayOption, asker, day, open_book

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    help="Start a client's or a prospect's plan, or a campaign.",
)


app.command(
    epilog='Example: relplan new campaign "We hold the stock and you pay on use" --executive ops=Dana'
    ' --executive it=Lee --resists Dana --resistance "cash is tied up" --answer "two pilots first"'
    " --where tags=plants --from 2027-01-11 --to 2027-03-26"
)(campaign)


@app.callback()
def _new() -> None:
    pass


@app.command(epilog='Example: relplan new client "Acme Manufacturing plc" --id acme --priority A')
def client(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The client's full name.")],
    id_: Annotated[
        str | None, typer.Option("--id", help="The file's name; else made from the client's name.")
    ] = None,
    owner: Annotated[
        str | None,
        typer.Option(help="Who of ours answers for them; else you.", autocompletion=members),
    ] = None,
    priority: Annotated[
        str, typer.Option(help="A, B or C.", autocompletion=words_for("Priority"))
    ] = "B",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print the plan, write nothing.")
    ] = False,
    me: MeOption = None,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Start a client's plan: a file that reads at once, with every part explained in place."""
    from relplan.errors import WrongUse
    from relplan.files import start, write
    from relplan.model import ids
    from relplan.model.choices import PRIORITIES
    from relplan.reports.safe import safe

    if priority not in PRIORITIES:
        raise WrongUse(f"--priority: {priority!r} is none of {', '.join(PRIORITIES)}")
    now = day(today)
    loaded = open_book(book)
    settings = loaded.book.settings
    team = {one: member.name for one, member in settings.team.items()}
    whose = (
        ids.find(owner, team, "member of the team")
        if owner
        else asker(me, loaded.root, loaded.book)
    )
    name = " ".join(name.split())
    if not name:
        raise WrongUse('what is the client called? Write: relplan new client "Their full name"')
    new = start.new_id(id_, name, start.taken_ids(loaded.root))
    text = start.client_text(
        start.NewClient(name, whose, priority, now, settings.review.after(now))
    )
    if dry_run:
        print(safe(text, one_line=False), end="")
        return
    write.create(loaded.root / "clients" / f"{new}.yaml", text, loaded.root)
    print(f"clients/{new}.yaml: begun; open it in your editor and write down who their people are")
    print(f"next: relplan lint clients/{new}.yaml")


app.command(
    epilog='Example: relplan new prospect "Contoso Foods" --win "They ask us" --by 2027-09-30'
)(prospect)
