"""`relplan export`: the book for spreadsheets, databases, address books and calendars."""

from pathlib import Path
from typing import Annotated

import typer

from relplan.cli.complete import clients, export_formats, members, tables
from relplan.cli.exporting import Redaction, Typed, check, deliver, source_of, written_as
from relplan.cli.options import BookOption, TodayOption, day, end, member_of, open_book

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command(
    epilog="Example: relplan export --out book.sqlite\n\n"
    "Example: relplan export --format csv --table people --bom --out people.csv\n\n"
    "Example: relplan export --format vcard --owner ben > ben.vcf\n\n"
    "Example: relplan export --redact --out shared.sqlite"
)
def export(
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="csv, json, jsonl, sqlite, vcard or ical; else what the name in --out ends with.",
            autocompletion=export_formats,
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Write to this file; for csv without --table to this folder."
        ),
    ] = None,
    table: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Only this table or view (csv, json, jsonl): people, touches, initiatives, due, …",
            autocompletion=tables,
        ),
    ] = None,
    client: Annotated[
        str | None,
        typer.Option(
            metavar="CLIENT", help="Only this client or prospect.", autocompletion=clients
        ),
    ] = None,
    owner: Annotated[
        str | None,
        typer.Option(
            metavar="MEMBER",
            help="Only whom this member keeps (vcard), what is theirs to do (ical).",
            autocompletion=members,
        ),
    ] = None,
    ahead: Annotated[
        str,
        typer.Option(metavar="TIME", help="How far the list of what is due looks ahead."),
    ] = "13w",
    notes: Annotated[
        bool, typer.Option("--notes", help="Put notes and interests on the cards too (vcard).")
    ] = False,
    separator: Annotated[
        str | None,
        typer.Option(metavar="SIGN", help="comma, semicolon or tab between cells (csv)."),
    ] = None,
    bom: Annotated[
        bool, typer.Option("--bom", help="Begin with the mark by which Excel knows UTF-8 (csv).")
    ] = False,
    raw: Annotated[
        bool,
        typer.Option(
            "--raw",
            help="Texts as they are, without the ' that keeps a spreadsheet from running them (csv).",
        ),
    ] = False,
    redact: Annotated[
        bool,
        typer.Option("--redact", help="For sharing: roles and numbers for names, and no texts."),
    ] = False,
    keep_texts: Annotated[
        bool,
        typer.Option("--keep-texts", help="With --redact: texts stay, names in them are replaced."),
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Replace the file when it is there already.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be written, write nothing.")
    ] = False,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Hand the book out: as tables for a spreadsheet or a database, as cards, as a calendar.

    The names of tables and columns stay: docs/export.md explains each. Nothing is written into
    the book's own folders, and no file is replaced without --force.
    """
    typed = Typed(written_as(form, out), out, tuple(table or ()), separator, bom, raw, owner, notes)
    check(typed)
    shared = Redaction(redact, keep_texts)
    loaded = open_book(book)
    asked_for = source_of(loaded, client, ahead, day(today))
    source, whose = shared.of(asked_for, member_of(loaded, owner) if owner else None)
    deliver(typed.asked(whose), typed, source, loaded.root, force=force, dry_run=dry_run)
    end(loaded, client=asked_for.client or "")
