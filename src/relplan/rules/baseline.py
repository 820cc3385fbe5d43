"""Findings that are old news: kept in a file, or those of an earlier state of the book."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from relplan.diagnostics import Diagnostic
from relplan.errors import WrongUse
from relplan.files.disk import Unreadable, read_bytes
from relplan.files.document import Document
from relplan.rules.identity import Identity, identified

Known = frozenset[Identity]
_VERSION = 1
_MOST = 64 * 1_048_576
"""Bytes: a line a finding, for a book of many thousand plans."""


def identities(found: Iterable[Diagnostic], documents: Mapping[str, Document]) -> Known:
    """What there is to know of these findings, to know them again."""
    return frozenset(known for _, known in identified(found, documents))


def new_ones(
    found: Iterable[Diagnostic], documents: Mapping[str, Document], known: Collection[Identity]
) -> list[Diagnostic]:
    """The findings that are not known yet, in the order given."""
    return [one for one, identity in identified(found, documents) if identity not in known]


def baseline_text(found: Iterable[Diagnostic], documents: Mapping[str, Document]) -> str:
    """The file that keeps these findings out, one a line; errors are never kept out."""
    rows = sorted(known for one, known in identified(found, documents) if one.severity != "error")
    lines = (
        json.dumps({"path": one.path, "code": one.code, "item": one.item}, ensure_ascii=False)
        for one in rows
    )
    inner = "".join(f"\n  {line}," for line in lines).removesuffix(",")
    return f'{{"version": {_VERSION}, "findings": [{inner}\n]}}\n'


def read_baseline(path: Path) -> Known:
    """What such a file keeps out; WrongUse when there is none, or it is none."""
    try:
        folder = path.parent.resolve()
        said = json.loads(read_bytes(folder / path.name, folder, _MOST))
        return _known(said["findings"] if said["version"] == _VERSION else None)
    except Unreadable as why:
        if not path.exists():
            raise WrongUse(
                f"--baseline {path}: there is no such file; make it with --write-baseline"
            ) from None
        raise WrongUse(f"--baseline {path}: {why}") from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise WrongUse(
            f"--baseline {path}: this is no baseline that relplan wrote; make it anew with"
            " --write-baseline"
        ) from None


def _known(rows: Any) -> Known:
    counted: Counter[tuple[str, str, str]] = Counter()
    found = []
    for row in rows:
        key = (str(row["path"]), str(row["code"]), str(row["item"]))
        counted[key] += 1
        found.append(Identity(*key, counted[key]))
    return frozenset(found)
