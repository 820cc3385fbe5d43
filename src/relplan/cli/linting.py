"""What `relplan lint` makes of its options: which rules, which files, which format."""

import os
import sys
from typing import TYPE_CHECKING

from relplan.errors import WrongUse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relplan.diagnostics import Diagnostic, Severity
    from relplan.files.book import Loaded
    from relplan.reports.formats.listing import Listing
    from relplan.rules.choose import Wanted


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
    select: list[str] | None, ignore: list[str] | None, profile: str | None
) -> "Wanted":
    """The rules that the command line asks for; WrongUse names the word that means none."""
    from relplan.rules.catalogue import KNOWN
    from relplan.rules.choose import PROFILES, Wanted, why_unknown

    if profile not in (None, *PROFILES):
        raise WrongUse(f"--profile {profile!r}: write one of {', '.join(PROFILES)}")
    lists = []
    for option, values in (("--select", select), ("--ignore", ignore)):
        words = [word for value in values or () for word in value.replace(",", " ").split()]
        for word in words:
            if why := why_unknown(word, KNOWN):
                raise WrongUse(f"{option}: {why}")
        lists.append(words)
    named = next((one for one in PROFILES if one == profile), None)
    return Wanted(named, *lists)


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

    return Listing(
        found,
        loaded.documents,
        colour=_colour(),
        prefix=prefix(loaded.root) if form in FOR_HOSTS else "",
        manual=loaded.book.settings.lint.manual or MANUAL,
        files=files,
    )


def tell(said: "Listing", form: str, *, statistics: bool) -> None:
    """Print the findings, or how many there are of each rule and owner, and count them below."""
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
        print(f"relplan: {closing(said.found, len(said.files))}", file=sys.stderr)


def fails(found: "Sequence[Diagnostic]", least: "Severity") -> bool:
    """True when one of the findings is at least this grave."""
    from relplan.diagnostics import SEVERITIES

    return any(SEVERITIES.index(one.severity) <= SEVERITIES.index(least) for one in found)


def _colour() -> bool:
    """True on a terminal that wants colour; NO_COLOR, FORCE_COLOR and TERM=dumb are heeded."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
