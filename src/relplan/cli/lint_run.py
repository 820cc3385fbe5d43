"""`relplan lint` at work: what is found, what is old, what is mended or silenced."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from relplan.cli import linting
from relplan.cli.paths import shown_files
from relplan.cli.progress import Progress
from relplan.cli.writing import show_diff
from relplan.files.book import load
from relplan.files.write import rewrite
from relplan.reports.difference import unified
from relplan.reports.safe import safe

if TYPE_CHECKING:
    from relplan.diagnostics import Diagnostic, Severity
    from relplan.files.book import Loaded
    from relplan.rules.choose import Wanted


@dataclass(frozen=True)
class Asked:
    """What the command line asks of lint."""

    wanted: "Wanted"
    today: date
    form: str
    statistics: bool = False
    least: "Severity | None" = "advice"
    """The least grave finding that makes the exit code 1; None is for no finding."""
    paths: list[Path] | None = None
    baseline: Path | None = None
    since: str | None = None
    mode: str = ""
    """The option that does more than to show; empty where there is none."""
    reason: str | None = None
    diff: bool = False


class Checked(NamedTuple):
    """What was found: all of it, and what is shown of it in the files that were looked at."""

    loaded: "Loaded"
    every: "Sequence[Diagnostic]"
    found: "Sequence[Diagnostic]"
    files: Sequence[str]
    old: int
    """How many findings of these files are not shown, because they are no news."""
    gone: int
    """How many findings the baseline keeps out that are there no more."""


def check(asked: Asked, loaded: "Loaded") -> Checked:
    """Run the rules over the whole book, and leave out what is old and what is elsewhere."""
    files = linting.looked_at(shown_files(asked.paths, loaded), loaded)
    every = _all(asked, loaded)
    fresh, gone = _fresh(asked, loaded, every)
    here = [one for one in every if one.path in files]
    found = [one for one in here if one in fresh]
    return Checked(loaded, every, found, files, len(here) - len(found), gone)


def _all(asked: Asked, loaded: "Loaded") -> "list[Diagnostic]":
    """Everything that the rules say of the book."""
    from relplan.rules.runner import lint

    with Progress("checking the book") as tell:
        return lint(loaded, asked.today, asked.wanted, tell=tell)


def _fresh(
    asked: Asked, loaded: "Loaded", every: "Sequence[Diagnostic]"
) -> "tuple[set[Diagnostic], int]":
    """The findings that are news, and how many of the baseline's are gone."""
    from relplan.files.past import book_before
    from relplan.rules.baseline import identities, new_ones, read_baseline

    fresh, gone = set(every), 0
    if asked.since is not None:
        past = book_before(loaded, asked.since)
        before = identities(_all(asked, past), past.documents)
        fresh &= set(new_ones(every, loaded.documents, before))
    if asked.baseline is not None:
        kept = read_baseline(asked.baseline)
        errors = {one for one in every if one.severity == "error"}
        fresh &= {*new_ones(every, loaded.documents, kept), *errors}
        gone = len(kept - identities(every, loaded.documents)) if asked.wanted.is_empty else 0
    return fresh, gone


def tell(asked: Asked, checked: Checked) -> None:
    """Print what is shown in the format that was asked for, and what there is to know beside it."""
    said = linting.listing(checked.found, checked.files, checked.loaded, asked.form)
    linting.tell(said, asked.form, statistics=asked.statistics, old=checked.old)
    if checked.gone:
        are = "finding is" if checked.gone == 1 else "findings are"
        _say(
            f"{checked.gone:,} {are} there no more that {asked.baseline} keeps out;"
            " --write-baseline takes them out of it"
        )


def work(asked: Asked, loaded: "Loaded") -> int:
    """Check, do what the mode asks for, tell what is left; returns the exit code.

    With `diff` the change is only shown, and the code is 1 when there is one.
    """
    if asked.mode == "--write-baseline":
        changed = _write_baseline(asked, loaded)
        checked = None if asked.diff else check(asked, loaded)
    else:
        checked = check(asked, loaded)
        changed = bool(asked.mode) and _change(asked, checked)
        if changed and not asked.diff:
            checked = check(asked, load(loaded.root))
    if asked.diff or checked is None:
        return int(changed)
    tell(asked, checked)
    return int(linting.fails(checked.found, asked.least))


def _write_baseline(asked: Asked, loaded: "Loaded") -> bool:
    """Keep all that is found out from now on; True when the file changes by it."""
    from relplan.rules.baseline import baseline_text

    path = asked.baseline
    assert path is not None
    every = _all(asked, loaded)
    text = baseline_text(every, loaded.documents)
    old = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    if asked.diff:
        print(unified(path.name, old or None, text), end="")
    else:
        rewrite(path, lambda _: text.encode(), path.resolve().parent)
        kept = sum(one.severity != "error" for one in every)
        _say(f"{path} keeps {_number(kept, 'finding')} out from now on")
    return text != old


def _change(asked: Asked, checked: Checked) -> bool:
    """Mend or silence what is shown; True when files change by it."""
    from relplan.files.draft import Draft
    from relplan.files.tidy.plans import tidy_in
    from relplan.rules.fixing import mend
    from relplan.rules.ignoring import add_ignores

    draft, documents, tidied = Draft(checked.loaded), checked.loaded.documents, 0
    if asked.mode == "--add-ignores":
        left = add_ignores(draft, checked.found, documents, asked.reason or "")
        number, did = len(checked.found) - len(left), "silenced"
    else:
        unsafe = asked.mode == "--unsafe-fixes"
        number, did = len(mend(draft, checked.found, documents, unsafe=unsafe)), "mended"
        tidied = tidy_in(draft, checked.files, checked.loaded.book.settings.fmt)
    files = len(draft.changes())
    if asked.diff:
        show_diff(draft)
        return files > 0
    if files:
        draft.write()
    _say(_done(number, did, files, tidied))
    return files > 0


def _done(number: int, did: str, files: int, tidied: int) -> str:
    """What was mended or silenced, in how many files, and how many of them were tidied."""
    if not files:
        return f"nothing is {did}"
    order = f"{_number(tidied, 'file')} tidied as fmt asks" if tidied else ""
    words = f"{_number(number, 'finding')} {did} in {_number(files, 'file')}" if number else ""
    return ", ".join(filter(None, (words, order)))


def _number(count: int, what: str) -> str:
    return f"{count:,} {what if count == 1 else what + 's'}"


def _say(what: str) -> None:
    sys.stdout.flush()
    print(f"relplan: {safe(what)}", file=sys.stderr)
