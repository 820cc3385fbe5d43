"""`relplan add person`: somebody of the client's, with the part they play."""

from typing import Annotated

import typer

from relplan.cli.adding import begin, needed, referred
from relplan.cli.complete import clients, members, people, words_for
from relplan.cli.options import BookOption, TodayOption
from relplan.cli.plans import end_work, work
from relplan.cli.writing import DryRunOption


def person(
    client: Annotated[
        str,
        typer.Argument(
            metavar="CLIENT",
            help="Id, prefix or part of the name; prospects too.",
            autocompletion=clients,
        ),
    ],
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="Their name, as they write it.")
    ] = None,
    id_: Annotated[
        str | None, typer.Option("--id", help="Their id; else made from the name.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="Their job title.")] = None,
    department: Annotated[str | None, typer.Option(help="Where they work.")] = None,
    role: Annotated[
        str | None,
        typer.Option(help="decision-maker, approver, user, …", autocompletion=words_for("Role")),
    ] = None,
    level: Annotated[
        str | None,
        typer.Option(help="executive, senior, manager, staff.", autocompletion=words_for("Level")),
    ] = None,
    influence: Annotated[
        str | None, typer.Option(help="high, medium, low.", autocompletion=words_for("Influence"))
    ] = None,
    stance: Annotated[
        str | None,
        typer.Option(help="mentor, supporter, neutral, …", autocompletion=words_for("Stance")),
    ] = None,
    reports_to: Annotated[
        str | None,
        typer.Option(metavar="PERSON", help="Whom they report to.", autocompletion=people),
    ] = None,
    influences: Annotated[
        str | None,
        typer.Option(metavar="PERSON", help="Who listens, as raj,jane.", autocompletion=people),
    ] = None,
    ours: Annotated[
        str | None,
        typer.Option(metavar="MEMBER", help="Who of ours keeps the tie.", autocompletion=members),
    ] = None,
    tie: Annotated[
        str | None,
        typer.Option(help="none, vendor, credible, …", autocompletion=words_for("Tie")),
    ] = None,
    wanted: Annotated[
        str | None,
        typer.Option(help="How strong the tie shall be.", autocompletion=words_for("Tie")),
    ] = None,
    cadence: Annotated[
        str | None, typer.Option(help="How often: 6w, quarterly, never; else by priority.")
    ] = None,
    email: Annotated[str | None, typer.Option(help="Their e-mail address.")] = None,
    phone: Annotated[str | None, typer.Option(help="Their number, as it is dialled.")] = None,
    birthday: Annotated[str | None, typer.Option(help="MM-DD, or with the year.")] = None,
    interests: Annotated[str | None, typer.Option(help="As sailing,chess.")] = None,
    notes: Annotated[str | None, typer.Option(help="What to know before calling.")] = None,
    private: Annotated[
        bool, typer.Option("--private", help="Keep them out of packs, pages and exports.")
    ] = False,
    external: Annotated[
        bool, typer.Option("--external", help="They work elsewhere but count here.")
    ] = False,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Since when we know them.")
    ] = None,
    known_by: Annotated[
        str | None,
        typer.Option(help="met, told, assumed.", autocompletion=words_for("KnownBy")),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="When these facts were last known right.")
    ] = None,
    dry_run: DryRunOption = False,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Add somebody of the client's, or of a prospect's."""
    here = work(client, book, today, plans_only=False)
    fields = {
        "name": needed(name, "NAME", "what are they called?"),
        "title": title,
        "department": department,
        "role": role,
        "level": level,
        "influence": influence,
        "stance": stance,
        "reports_to": referred(here, "person", reports_to),
        "influences": referred(here, "person", influences),
        "ours": referred(here, "member", ours),
        "tie": tie,
        "wanted": wanted,
        "cadence": cadence,
        "email": email,
        "phone": phone,
        "birthday": birthday,
        "interests": interests,
        "notes": notes,
        "external": "true" if external else None,
        "private": "true" if private else None,
        "since": since,
        "known_by": known_by,
        "as_of": as_of,
    }
    begin(here, ("roles",), id_, fields)
    end_work(here, dry_run=dry_run)
