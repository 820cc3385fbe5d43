"""The one way by which foreign text enters CSV: a spreadsheet shows it and never runs it."""

import csv
import io
from collections.abc import Iterable, Sequence

from relplan.reports.safe import safe

_RUNS = "=+-@＝＋－＠\t\r\0"


def cell(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula: such a text gets a `'` before it.

    Line breaks become spaces, and invisible characters are shown.
    """
    begins = text.lstrip(" \n\u00a0\ufeff")[:1]
    plain = safe(text)
    return f"'{plain}" if begins and begins in _RUNS else plain


def as_csv(header: Sequence[str], rows: Iterable[Sequence[str | int]]) -> str:
    """The rows under their header, separated by commas, quoted where it must be.

    Numbers are ours and stay numbers; every text goes through `cell`.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([one if isinstance(one, int) else cell(one) for one in row] for row in rows)
    return out.getvalue()
