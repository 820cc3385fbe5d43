"""The formats of findings by the name that `--output-format` takes."""

from collections.abc import Callable

from relplan.reports import diagnostics
from relplan.reports.formats.as_json import as_json, as_lines
from relplan.reports.formats.comment import comment
from relplan.reports.formats.github import github
from relplan.reports.formats.gitlab import gitlab
from relplan.reports.formats.junit import junit
from relplan.reports.formats.listing import Listing
from relplan.reports.formats.sarif import sarif


def concise(listing: Listing) -> str:
    """One line a finding."""
    return diagnostics.concise(listing.found, listing.documents, listing.colour)


def full(listing: Listing) -> str:
    """Each finding with the line it stands on, marked below, and where to read more."""
    return diagnostics.full(listing.found, listing.documents, listing.colour, listing.manual)


FORMATS: dict[str, Callable[[Listing], str]] = {
    "concise": concise,
    "full": full,
    "json": as_json,
    "jsonl": as_lines,
    "sarif": sarif,
    "github": github,
    "gitlab": gitlab,
    "junit": junit,
    "markdown": comment,
}
DOCUMENTS = frozenset(["json", "sarif", "gitlab", "junit", "markdown"])
"""The formats that are a whole document, and so are printed without a finding too."""
FOR_HOSTS = frozenset(["sarif", "github", "gitlab", "junit", "markdown"])
"""The formats in which a file's path begins at the root of the repository."""
