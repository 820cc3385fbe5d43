"""The table of merges, tests/files/merge/cases.yaml, as records."""

from pathlib import Path
from typing import NamedTuple

import yaml

TABLE = Path(__file__).parent / "files" / "merge" / "cases.yaml"


class Case(NamedTuple):
    """A merge: three texts, what must come of them, and how many conflicts."""

    name: str
    path: str
    base: str
    ours: str
    theirs: str
    merged: str
    conflicts: int
    doubt: str


def cases():
    """Every merge of the table."""
    table = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return [_case(name, one, table["base"]) for name, one in table["cases"].items()]


def _case(name, one, common):
    base = one.get("base", common)
    texts = [_edited(base, one[side]) for side in ("ours", "theirs", "merged")]
    stem = "".join(letter if letter.isalnum() else "-" for letter in name.lower())
    path = one.get("file", f"{one.get('folder', 'clients')}/{stem}.yaml")
    return Case(name, path, base, *texts, one.get("conflicts", 0), one.get("doubt", ""))


def _edited(base, edits):
    if isinstance(edits, str):
        return edits
    for old, new in edits.items():
        assert base.count(old) == 1, f"{old!r} stands {base.count(old)} times in the base"
        base = base.replace(old, new)
    return base
