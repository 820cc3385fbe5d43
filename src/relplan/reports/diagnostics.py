"""Diagnostics as text: one line each, or with the source line."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from relplan.diagnostics import Diagnostic
from relplan.reports.layout import width
from relplan.reports.safe import safe

if TYPE_CHECKING:
    from relplan.files.document import Document

Documents = Mapping[str, "Document"]

MANUAL = "docs/rules.md"
"""The page of the rules in relplan's own repository."""
_TAB = 4
_LONGEST = 100
_COLOURS = {"error": "31", "warning": "33", "advice": "36"}


def link(code: str, name: str, manual: str = MANUAL) -> str:
    """The section of the page of the rules that explains this one; a team's own has none there."""
    if not code.startswith("RP"):
        return ""
    return f"{manual}#{code.lower()}-{name}"


def concise(found: Sequence[Diagnostic], _documents: Documents, colour: bool = False) -> str:
    """One line a diagnostic: `path:line:column: code severity: message [name]`."""
    return "".join(f"{_line(one, colour=colour)}\n" for one in found)


def full(
    found: Sequence[Diagnostic], documents: Documents, colour: bool = False, manual: str = MANUAL
) -> str:
    """Each diagnostic with the line it stands on, marked below, and where to read more."""
    blocks = []
    for one in found:
        more = ", or ".join(
            filter(None, [f"relplan rule {one.code}", link(one.code, one.name, manual)])
        )
        help_ = _dim(f"  = help: {safe(more)}", colour=colour)
        blocks.append(
            "\n".join([_line(one, colour=colour), *_excerpt(one, documents, colour=colour), help_])
        )
    return "".join(f"{block}\n\n" for block in blocks)


def closing(found: Sequence[Diagnostic], files: int) -> str:
    """What was found, counted: `2 errors, 3 warnings in 2 of 14 files`."""
    counts = []
    for severity, many in (
        ("error", "errors"),
        ("warning", "warnings"),
        ("advice", "pieces of advice"),
    ):
        number = sum(one.severity == severity for one in found)
        if number:
            single = "piece of advice" if severity == "advice" else severity
            counts.append(f"{number:,} {single if number == 1 else many}")
    touched = len({one.path for one in found})
    return f"{', '.join(counts)} in {touched:,} of {files:,} {'file' if files == 1 else 'files'}"


def _line(one: Diagnostic, *, colour: bool) -> str:
    place = safe(f"{one.path}:{one.line}:{one.column}")
    severity: str = one.severity
    if colour:
        place = f"\x1b[1m{place}\x1b[0m"
        severity = f"\x1b[1;{_COLOURS[one.severity]}m{one.severity}\x1b[0m"
    name = _dim(f"[{one.name}]", colour=colour)
    return f"{place}: {one.code} {severity}: {safe(one.message)} {name}"


def _dim(text: str, *, colour: bool) -> str:
    return f"\x1b[2m{text}\x1b[0m" if colour else text


def _excerpt(one: Diagnostic, documents: Documents, *, colour: bool) -> list[str]:
    """The source line with a caret and tildes under the place, cut around it where it is long."""
    document = documents.get(one.path)
    source = document.lines.line(one.line) if document else ""
    if not source.strip():
        return _named(one, colour=colour)
    start = min(one.column - 1, len(source))
    ends_here = one.end_line in (0, one.line)
    end = min(one.end_column - 1, len(source)) if ends_here and one.end_column else len(source)
    before, marked, after = (
        source[:start],
        source[start : max(end, start)],
        source[max(end, start) :],
    )
    before, marked, after = _cut(before, marked, after)
    shown = [_expand(part) for part in (before, marked, after)]
    return _marked(one, str(one.line), shown, colour=colour)


def _named(one: Diagnostic, *, colour: bool) -> list[str]:
    """The file's name, marked: for a file without a line to show the name is what was found."""
    folder, slash, name = one.path.rpartition("/")
    return _marked(one, " ", [safe(folder + slash), safe(name), ""], colour=colour)


def _marked(one: Diagnostic, label: str, parts: Sequence[str], *, colour: bool) -> list[str]:
    under = " " * width(parts[0]) + "^" + "~" * max(0, width(parts[1]) - 1)
    if colour:
        under = f"\x1b[{_COLOURS[one.severity]}m{under}\x1b[0m"
    return [f" {label} | {''.join(parts)}", f" {' ' * len(label)} | {under}"]


def _cut(before: str, marked: str, after: str) -> tuple[str, str, str]:
    """The three parts with the outer ones shortened, so that the place stays in sight."""
    if len(before) + len(marked) + len(after) <= _LONGEST:
        return before, marked, after
    if len(marked) > _LONGEST // 2:
        marked, after = marked[: _LONGEST // 2] + "…", ""
    if len(before) > _LONGEST // 3:
        before = "…" + before[len(before) - _LONGEST // 3 :]
    room = max(0, _LONGEST - len(before) - len(marked))
    return before, marked, after if len(after) <= room else after[:room] + "…"


def _expand(text: str) -> str:
    return safe(text.replace("\t", " " * _TAB))
