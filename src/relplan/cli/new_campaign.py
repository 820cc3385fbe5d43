"""`relplan new campaign`: a proposition with its three requirements, asked for or given."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from relplan.cli.complete import clients, members
from relplan.cli.new_campaign_said import Said, cohort_of, executives_of, resistance_of, runs_of
from relplan.cli.options import BookOption, MeOption, TodayOption, asker, day, member_of, open_book

if TYPE_CHECKING:
    from relplan.files.book import Loaded


def campaign(
    proposition: Annotated[
        str | None, typer.Argument(metavar="PROPOSITION", help="What we offer, in one sentence.")
    ] = None,
    id_: Annotated[
        str | None, typer.Option("--id", help="The file's name; else made from the words.")
    ] = None,
    promise: Annotated[str | None, typer.Option(help="What the client gains by it.")] = None,
    owner: Annotated[
        str | None,
        typer.Option(help="Who of ours answers for it; else you.", autocompletion=members),
    ] = None,
    executive: Annotated[
        list[str] | None,
        typer.Option(
            metavar="DEPARTMENT=NAME", help="Who stands behind it; of two departments or more."
        ),
    ] = None,
    resistance: Annotated[
        str | None, typer.Option(help="What somebody of ours holds against it.")
    ] = None,
    resists: Annotated[str | None, typer.Option(metavar="NAME", help="Who that is.")] = None,
    answer: Annotated[str | None, typer.Option(help="What answers the resistance.")] = None,
    is_: Annotated[
        str | None, typer.Option("--is", help="What they have in common to whom it goes.")
    ] = None,
    for_: Annotated[
        list[str] | None,
        typer.Option(
            "--for", metavar="CLIENT", help="A client or prospect, as a,b.", autocompletion=clients
        ),
    ] = None,
    where: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIELD=WORDS",
            help="A rule over the book: priority=A,B, tags=plants, owner=ben, of=clients, …",
        ),
    ] = None,
    begins: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="Its first day.")
    ] = None,
    ends: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Its last day.")] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print the campaign, write nothing.")
    ] = False,
    me: MeOption = None,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Start a campaign: executives of two departments, resistance with its answer, a cohort.

    On a terminal you are asked for what you leave out; elsewhere every part is an option.
    """
    from relplan.files.start import new_id, taken_ids
    from relplan.files.start_campaign import NewCampaign, campaign_text
    from relplan.model import ids

    now = day(today)
    loaded = open_book(book)
    said = Said(
        proposition, executive or [], (resists, resistance, answer), is_, for_ or [], where or []
    ).complete()
    whose = member_of(loaded, owner) if owner else asker(me, loaded.root, loaded.book)
    taken = taken_ids(loaded.root, ("campaigns",))
    new = new_id(id_ if id_ is not None else ids.id_of_words(said.what), said.what, taken)
    text = campaign_text(
        NewCampaign(
            new,
            said.what,
            promise,
            whose,
            executives_of(said, loaded),
            resistance_of(said),
            cohort_of(said, loaded),
            runs_of(begins, ends, now),
        )
    )
    _write(loaded, new, text, dry_run=dry_run)


def _write(loaded: "Loaded", new: str, text: str, *, dry_run: bool) -> None:
    """Prove that the book reads with the new campaign, then print or write it, and to whom it goes."""
    from relplan.analysis.cohort import cohort
    from relplan.analysis.state import count
    from relplan.cli.options import tell_notes
    from relplan.files.draft import Draft
    from relplan.reports.safe import safe

    draft = Draft(loaded)
    draft.put(f"campaigns/{new}.yaml", text)
    after: Any = draft.checked().book
    found = cohort(after.campaigns[new], after)
    if dry_run:
        print(safe(text, one_line=False), end="")
    else:
        draft.write()
        print(f"campaigns/{new}.yaml: begun")
        print(f"next: relplan campaign targets {new}")
    size = count(len(found), "client or prospect", "clients and prospects")
    tell_notes([f"its cohort is {size} today"])
