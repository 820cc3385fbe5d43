"""How many findings there are of each rule, and in whose clients' files."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from relplan.files.tree import Mapping, Scalar
from relplan.reports.formats.listing import Listing
from relplan.reports.layout import pad, width
from relplan.reports.safe import safe

NOBODY = "nobody"
SETTINGS = "the book"


class Count(NamedTuple):
    """How many findings something has; `about` says more of it."""

    number: int
    what: str
    about: str


def by_rule(listing: Listing) -> list[Count]:
    """The rules with their findings, the most first."""
    counted = Counter((one.code, one.name, one.severity) for one in listing.found)
    rows = [Count(n, code, f"{name} ({severity})") for (code, name, severity), n in counted.items()]
    return _in_order(rows)


def by_owner(listing: Listing) -> list[Count]:
    """Who answers for the files with findings, the most first."""
    counted = Counter(owner(one.path, listing) for one in listing.found)
    files = Counter(owner(path, listing) for path in {one.path for one in listing.found})
    rows = [
        Count(n, who, f"in {files[who]:,} {'file' if files[who] == 1 else 'files'}")
        for who, n in counted.items()
    ]
    return _in_order(rows)


def owner(path: str, listing: Listing) -> str:
    """The owner of the plan that a file belongs to, as it is written there."""
    folder, _, name = path.partition("/")
    if not name:
        return SETTINGS
    plans = ("clients", "prospects") if folder == "touches" else (folder,)
    for one in plans:
        document = listing.documents.get(f"{one}/{name}")
        root = document.root if document else None
        found = root.get("owner") if isinstance(root, Mapping) else None
        if isinstance(found, Scalar) and found.text:
            return found.text
    return NOBODY


def statistics(listing: Listing) -> str:
    """Both counts as two lists."""
    if not listing.found:
        return ""
    parts = (("BY RULE", by_rule(listing)), ("BY OWNER", by_owner(listing)))
    return "\n".join(f"{head}\n{_lines(rows)}" for head, rows in parts)


def statistics_json(listing: Listing) -> str:
    """Both counts as an object with `version`."""
    rules: list[dict[str, Any]] = [
        {"code": code, "count": number, "link": _link(code, listing)}
        for number, code, _ in by_rule(listing)
    ]
    owners = [{"owner": who, "count": number} for number, who, _ in by_owner(listing)]
    said = {"version": 1, "rules": rules, "owners": owners}
    return json.dumps(said, indent=2, sort_keys=True) + "\n"


def _link(code: str, listing: Listing) -> str:
    return next(listing.link(one) for one in listing.found if one.code == code)


def _in_order(rows: list[Count]) -> list[Count]:
    return sorted(rows, key=lambda one: (-one.number, one.what))


def _lines(rows: Sequence[Count]) -> str:
    numbers = [f"{one.number:,}" for one in rows]
    first = max(map(len, numbers))
    names = [safe(one.what) for one in rows]
    second = max(map(width, names))
    return "".join(
        f"{number.rjust(first)}  {pad(name, second)}  {safe(one.about)}\n"
        for number, name, one in zip(numbers, names, rows, strict=True)
    )
