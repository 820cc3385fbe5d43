"""`relplan import`: people from vCards and tables into a plan, past meetings into its log."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from relplan.cli.complete import clients
from relplan.cli.options import BookOption, MeOption, TodayOption
from relplan.errors import WrongUse

if TYPE_CHECKING:
    from relplan.cli.plans import Work

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(
    epilog="Example: relplan import acme contacts.vcf --dry-run. Then: relplan import acme contacts.vcf --yes"
)
def import_(
    client: Annotated[
        str,
        typer.Argument(
            metavar="CLIENT",
            help="Id, prefix or part of the name; prospects too.",
            autocompletion=clients,
        ),
    ],
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="vCards (.vcf), tables (.csv), calendars (.ics)."),
    ],
    only: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHO",
            help="Only these: new, changed, or a part of a name; may be repeated.",
        ),
    ] = None,
    company: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Only people of organisations called so.")
    ] = None,
    is_: Annotated[
        list[str] | None,
        typer.Option(
            "--is", metavar="LINE=PERSON", help="Who an ambiguous one is: 12=jane, or 12=new."
        ),
    ] = None,
    map_: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="HEADER=FIELD", help="What a column holds: 'Mail=email'."),
    ] = None,
    into_notes: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHAT", help="Put what has no place into the notes: 'street address', website."
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Meetings since this day; else of the last 13 weeks."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Write without asking.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print the preview, write nothing.")
    ] = False,
    me: MeOption = None,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Take people from other programs' files into a plan, and past meetings into its log.

    First comes a preview: who is new, changed, the same; who cannot be told apart; what cannot be
    read or has no place in a plan. Whoever is ambiguous is asked about, never guessed.
    """
    from relplan.cli.importing import Wishes, meetings, people
    from relplan.cli.plans import work
    from relplan.files.contacts.reading import foreign_of

    if yes and dry_run:
        raise WrongUse("--dry-run writes nothing; leave --yes or --dry-run out")
    here = work(client, book, today, plans_only=False)
    found = [foreign_of(one) for one in files]
    wishes = Wishes(
        tuple(only or ()), company, _pairs(is_, "--is"), _mapping(here, map_),
        tuple(into_notes or ()), since, me, yes, dry_run,
    )  # fmt: skip
    calendars = [one for one in found if one.kind == "calendar"]
    if calendars and len(calendars) < len(found):
        raise WrongUse("people and meetings are imported one after the other; name one kind")
    raise typer.Exit((meetings if calendars else people)(here, found, wishes))


def _mapping(here: "Work", typed: Sequence[str] | None) -> Mapping[str, str]:
    return {**here.loaded.book.settings.import_.columns, **_pairs(typed, "--map")}


def _pairs(typed: Sequence[str] | None, option: str) -> dict[str, str]:
    """What was typed as `A=b`, by A."""
    found = {}
    for one in typed or ():
        left, sign, right = one.rpartition("=")
        if not sign or not left.strip() or not right.strip():
            raise WrongUse(f"{option}: {one!r} has two parts, such as {_EXAMPLE[option]}")
        found[left.strip()] = right.strip()
    return found


_EXAMPLE = {"--is": "12=jane", "--map": '"Mail=email"'}
