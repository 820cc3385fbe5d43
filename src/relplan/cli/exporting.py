"""What `export` and `sql` share: what was typed, the source, and where the result goes."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from relplan.cli.options import client_of
from relplan.errors import WrongUse
from relplan.reports.csv_table import SEPARATORS, Form
from relplan.reports.safe import safe

if TYPE_CHECKING:
    from relplan.files.book import Loaded
    from relplan.reports.export.formats import Asked, Made
    from relplan.reports.export.source import Source

_TABLES = ("csv", "json", "jsonl")
_FOR = {
    "table": _TABLES,
    "separator": ("csv",),
    "bom": ("csv",),
    "raw": ("csv",),
    "owner": ("vcard", "ical"),
    "notes": ("vcard",),
}


class Typed(NamedTuple):
    """What was typed behind `export`, as far as it says how the result looks."""

    form: str
    out: Path | None
    table: tuple[str, ...]
    separator: str | None
    bom: bool
    raw: bool
    owner: str | None
    notes: bool

    def asked(self, owner: str | None) -> "Asked":
        """What the formats are asked for."""
        from relplan.reports.export.formats import Asked

        sign = SEPARATORS[self.separator or ","]
        return Asked(self.table, Form(sign, self.raw, self.bom), owner, self.notes)


class Redaction(NamedTuple):
    """Whether names are replaced, and whether texts stay all the same."""

    redact: bool
    keep_texts: bool

    def of(self, source: "Source", owner: str | None) -> "tuple[Source, str | None]":
        """What leaves the hands of whoever made it, and the member in it who was named."""
        source = source.for_others()
        if self.redact:
            return source.by_roles(owner, keep_texts=self.keep_texts)
        if self.keep_texts:
            raise WrongUse("--keep-texts says nothing without --redact; write both")
        return source, owner


def written_as(form: str | None, out: Path | None) -> str:
    """The format that is asked for, else the one that the file's name ends with."""
    from relplan.model.choices import listed, not_one_of
    from relplan.reports.export.formats import ENDINGS, FORMATS

    ending = ENDINGS.get(out.suffix.lower()) if out else None
    form = form or ending
    if form is None:
        named = f"{out.suffix} is" if out and out.suffix else "this names"
        raise WrongUse(f"{named} no format; write --format {listed(tuple(FORMATS))}")
    if form not in FORMATS:
        raise WrongUse(f"--format: {not_one_of(form, tuple(FORMATS))}")
    return form


def check(typed: Typed) -> None:
    """WrongUse for options that say nothing together, before anything is read."""
    from relplan.model.choices import listed
    from relplan.reports.export.formats import EVERY, VIEW_NAMES

    for name, forms in _FOR.items():
        if getattr(typed, name) and typed.form not in forms:
            raise WrongUse(
                f"--{name} says nothing with --format {typed.form}; it is for {listed(forms)}"
            )
    if typed.separator and typed.separator not in SEPARATORS:
        raise WrongUse(f"--separator {typed.separator!r}: write comma, semicolon or tab")
    for name in typed.table:
        if name not in (*EVERY, *VIEW_NAMES):
            from relplan.reports.export.query_faults import no_table

            raise WrongUse(f"--table: {no_table(name)}")
    if typed.form == "csv" and len(typed.table) != 1:
        _check_folder(typed)
    if typed.out is None and sys.stdout.isatty() and (typed.form == "sqlite" or typed.raw):
        raise WrongUse("this is nothing for a terminal; write it to a file with --out")


def _check_folder(typed: Typed) -> None:
    if typed.out is None or typed.out.suffix.lower() == ".csv":
        raise WrongUse(
            "csv holds one table a file; name one with --table, such as --table people,"
            " or a folder for all with --out"
        )


def source_of(loaded: "Loaded", client: str | None, ahead: str, today: date) -> "Source":
    """What is exported: the book, or one client of it."""
    from relplan.model.durations import duration
    from relplan.reports.export.source import Source

    try:
        until = duration(ahead).after(today)
    except ValueError as error:
        raise WrongUse(f"--ahead: {error}") from None
    return Source(loaded.book, today, until, client_of(loaded, client) if client else None)


def deliver(
    asked: "Asked", typed: Typed, source: "Source", root: Path, *, force: bool, dry_run: bool
) -> None:
    """Make it, and print it, or write it to the file or folder that was named."""
    from relplan.cli.progress import Progress
    from relplan.reports.export.formats import FORMATS

    with Progress("writing the export"):
        if typed.form == "csv" and len(asked.tables) != 1:
            made = _folder(asked, source)
        else:
            made = {"": FORMATS[typed.form](source, asked)}
    if typed.out is None:
        emit(made[""].content)
        return
    _write(typed.out, made, root, force=force, dry_run=dry_run)


def _folder(asked: "Asked", source: "Source") -> "dict[str, Made]":
    from relplan.reports.export.formats import EVERY, VIEW_NAMES, csv_table

    names = asked.tables or (*EVERY, *VIEW_NAMES)
    return {f"{one}.csv": csv_table(source, asked._replace(tables=(one,))) for one in names}


def _write(out: Path, made: "dict[str, Made]", root: Path, *, force: bool, dry_run: bool) -> None:
    """Look at every place first, so that nothing is written where one of them is taken."""
    from relplan.files.outside import check_outside, folder_outside, put_outside

    paths = {name: out / name if name else out for name in made}
    if "" not in made:
        folder_outside(out, root, dry_run=dry_run)
    for path in paths.values():
        if path.parent.is_dir() or not dry_run:
            check_outside(path, root, force=force)
    for name, one in made.items():
        if not dry_run:
            put_outside(paths[name], one.content, root, force=force)
        print(safe(f"{paths[name]}: {one.said}{', not written' if dry_run else ''}"))


def emit(content: bytes) -> None:
    """Put bytes on standard output: the encoding of a file is not that of the terminal."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
