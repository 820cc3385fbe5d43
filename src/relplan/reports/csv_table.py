"""The one way by which foreign text enters CSV: a spreadsheet shows it and never runs it."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from relplan.reports.safe import safe

_RUNS = "=+-@＝＋－＠\t\r\0"
BOM = "\ufeff"
"""The mark by which Excel knows UTF-8."""
SEPARATORS = {",": ",", "comma": ",", ";": ";", "semicolon": ";", "tab": "\t"}


class Form(NamedTuple):
    """How a table is written: what separates cells, texts as they are, a mark for Excel before it."""

    separator: str = ","
    raw: bool = False
    bom: bool = False


def cell(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula: such a text gets a `'` before it.

    Line breaks become spaces, and invisible characters are shown.
    """
    begins = text.lstrip(" \n\u00a0\ufeff")[:1]
    plain = safe(text)
    return f"'{plain}" if begins and begins in _RUNS else plain


def as_csv(
    header: Sequence[str],
    rows: Iterable[Sequence[str | int | float]],
    form: Form = Form(),  # noqa: B008 -- frozen
) -> str:
    """The rows under their header, separated by commas, quoted where it must be.

    Numbers are ours and stay numbers; every text goes through `cell`, unless it is wanted raw.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=form.separator, lineterminator="\n")
    writer.writerow([_cell(one, form) for one in header])
    writer.writerows([_cell(one, form) for one in row] for row in rows)
    return (BOM if form.bom else "") + out.getvalue()


def _cell(one: str | float, form: Form) -> str | float:
    return one if form.raw or not isinstance(one, str) else cell(one)
