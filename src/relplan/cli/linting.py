"""What `relplan lint` makes of its options: which rules, which files, which format."""

import os
import sys
from typing import TYPE_CHECKING

from relplan.errors import WrongUse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from relplan.cli.lint_run import Asked
    from relplan.diagnostics import Diagnostic, Severity
    from relplan.files.book import Loaded
    from relplan.reports.formats.listing import Listing
    from relplan.rules.choose import Known, Wanted


def chosen_format(typed: str | None, *, statistics: bool) -> str:
    """The format that was asked for; else full on a terminal, and concise on a pipe."""
    from relplan.reports.formats import FORMATS

    form = typed or ("full" if sys.stdout.isatty() else "concise")
    if form not in FORMATS:
        raise WrongUse(f"--output-format {form!r}: write one of {', '.join(FORMATS)}")
    if statistics and form not in ("concise", "full", "json"):
        raise WrongUse(
            f"--statistics has no form {form!r}; leave --output-format out, or write json"
        )
    return form


def chosen_severity(typed: str | None) -> "Severity":
    """The least grave findings by which the command fails; all of them when nothing is said."""
    from relplan.diagnostics import SEVERITIES

    found = next((one for one in SEVERITIES if one == (typed or "advice")), None)
    if found is None:
        raise WrongUse(f"--fail-on {typed!r}: write one of {', '.join(SEVERITIES)}")
    return found


def chosen_rules(
    select: list[str] | None,
    ignore: list[str] | None,
    profile: str | None,
    known: "Sequence[Known]",
) -> "Wanted":
    """The rules that the command line asks for; WrongUse names the word that means none."""
    from relplan.rules.choose import PROFILES, Wanted, why_unknown

    if profile not in (None, *PROFILES):
        raise WrongUse(f"--profile {profile!r}: write one of {', '.join(PROFILES)}")
    lists = []
    for option, values in (("--select", select), ("--ignore", ignore)):
        words = [word for value in values or () for word in value.replace(",", " ").split()]
        for word in words:
            if why := why_unknown(word, known):
                raise WrongUse(f"{option}: {why}")
        lists.append(words)
    named = next((one for one in PROFILES if one == profile), None)
    return Wanted(named, lists[0], lists[1])


def chosen_mode(modes: "Mapping[str, bool]") -> str:
    """The option that does more than to show, if there is one; WrongUse when there are two."""
    chosen = [option for option, wanted in modes.items() if wanted]
    if len(chosen) > 1:
        raise WrongUse(f"{chosen[0]} and {chosen[1]}: one of them at a time")
    return chosen[0] if chosen else ""


def refuse_confusion(asked: "Asked") -> None:
    """WrongUse when options do not go together."""
    if asked.mode == "--write-baseline":
        if asked.baseline is None:
            raise WrongUse("--write-baseline: name the file with --baseline FILE")
        if asked.paths or asked.since is not None:
            other = "--since" if asked.since is not None else "paths"
            raise WrongUse(f"--write-baseline keeps out what the whole book has; leave out {other}")
    if asked.reason is not None and asked.mode != "--add-ignores":
        raise WrongUse("--reason goes with --add-ignores")
    if asked.diff and asked.mode in ("", "--watch"):
        raise WrongUse(
            "--diff shows what --fix, --unsafe-fixes, --add-ignores or --write-baseline would change;"
            " give one of them"
        )


def looked_at(named: set[str] | None, loaded: "Loaded") -> list[str]:
    """The files of the book that were named, or all of them."""
    if named is None:
        named = {*loaded.documents, *(one.path for one in loaded.diagnostics)}
    return sorted(named)


def listing(
    found: "Sequence[Diagnostic]", files: "Sequence[str]", loaded: "Loaded", form: str
) -> "Listing":
    """The findings with all that their format needs."""
    from relplan.files.git import prefix
    from relplan.reports.diagnostics import MANUAL
    from relplan.reports.formats import FOR_HOSTS
    from relplan.reports.formats.listing import Listing
    from relplan.rules.team import team

    return Listing(
        found,
        loaded.documents,
        colour=_colour(),
        prefix=prefix(loaded.root) if form in FOR_HOSTS else "",
        manual=loaded.book.settings.lint.manual or MANUAL,
        files=files,
        rules=team(loaded.book.settings.lint.rules).manual,
    )


def tell(said: "Listing", form: str, *, statistics: bool, old: int = 0) -> None:
    """Print the findings, or how many there are of each rule and owner, and count them below.

    `old` is how many more there are that are no news.
    """
    from relplan.reports.diagnostics import closing
    from relplan.reports.formats import DOCUMENTS, FORMATS
    from relplan.reports.formats.statistics import statistics as counted
    from relplan.reports.formats.statistics import statistics_json

    if statistics:
        print((statistics_json if form == "json" else counted)(said), end="")
    elif said.found or form in DOCUMENTS:
        print(FORMATS[form](said), end="")
    if said.found:
        sys.stdout.flush()  # the findings first, also where both go to one file
        parts = [closing(said.found, len(said.files)), *_mended(said.found)]
        if old:
            parts.append(f"{old:,} {'older one is' if old == 1 else 'older ones are'} not shown")
        print(f"relplan: {'; '.join(parts)}", file=sys.stderr)


def _mended(found: "Sequence[Diagnostic]") -> "Iterator[str]":
    """How many of the findings one other word mends."""
    sure = sum(one.instead is not None and one.instead.sure for one in found)
    guessed = sum(one.instead is not None for one in found) - sure
    if sure:
        yield f"--fix mends {sure:,}" + (f", --unsafe-fixes {guessed:,} more" if guessed else "")
    elif guessed:
        yield f"--unsafe-fixes mends {guessed:,}"


def fails(found: "Sequence[Diagnostic]", least: "Severity | None") -> bool:
    """True when one of the findings is at least this grave; never when nothing is."""
    from relplan.diagnostics import SEVERITIES

    return least is not None and any(
        SEVERITIES.index(one.severity) <= SEVERITIES.index(least) for one in found
    )


def _colour() -> bool:
    """True on a terminal that wants colour; NO_COLOR, FORCE_COLOR and TERM=dumb are heeded."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
