"""Comments that silence today's findings, put into a draft: each proven to say so and nothing else."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from relplan.clock import spoken
from relplan.diagnostics import Diagnostic
from relplan.errors import WrongUse
from relplan.files.document import Document, document_of
from relplan.files.draft import Draft
from relplan.rules.comments import Ignore, ignores

_OF_COMMENTS = ("unused-ignore", "ignore-without-reason", "expired-ignore", "unreadable-ignore")
_MARK = "\ufeff"


class _Wanted(NamedTuple):
    """The findings of one line that shall be silenced, and by which codes."""

    line: int
    columns: tuple[int, ...]
    codes: tuple[str, ...]
    reason: str


def refuse_reason(reason: str | None, today: date) -> str:
    """The reason as it is written into comments; WrongUse says what is wrong with it."""
    words = (reason or "").strip()
    if not words:
        raise WrongUse("--add-ignores: say why with --reason; the colleague who reads it will ask")
    if not words.isprintable():
        raise WrongUse("--reason: write it on one line, without invisible characters")
    document, _ = document_of("", f"a: b {_comment(('RP203',), words)}\n".encode())
    [one] = ignores(document)
    if one.trouble:
        raise WrongUse(f"--reason: {one.trouble}")
    if one.until and one.until < today:
        raise WrongUse(f"--reason: {spoken(one.until, today)} has passed; write a later `until`")
    if not one.reason:
        raise WrongUse("--reason: say why, besides until when")
    return words


def add_ignores(
    draft: Draft, found: Iterable[Diagnostic], documents: Mapping[str, Document], reason: str
) -> list[Diagnostic]:
    """Put a comment into the draft for every line with findings; returns the findings left over.

    Errors and what is said of comments are left over: they are mended, not silenced.
    """
    left: list[Diagnostic] = []
    by_line: dict[tuple[str, int], list[Diagnostic]] = defaultdict(list)
    for one in found:
        if one.severity == "error" or one.name in _OF_COMMENTS or one.path not in documents:
            left.append(one)
        else:
            by_line[one.path, one.line].append(one)
    # From the end of each file, so that a new line moves none that is still to come.
    for (path, line), rows in sorted(by_line.items(), reverse=True):
        codes = tuple(sorted({one.code for one in rows}))
        wanted = _Wanted(line, tuple(one.column for one in rows), codes, reason)
        text = draft.text(path)
        mark = _MARK if text.startswith(_MARK) else ""
        new = _silenced(path, text.removeprefix(_MARK), wanted)
        if new is None:
            left += rows
        else:
            draft.put(path, mark + new)
    return left


def _silenced(path: str, text: str, wanted: _Wanted) -> str | None:
    """The text with a comment for the line; None where no place for one can be proven."""
    before, troubles = document_of(path, text.encode())
    if before.root is None or troubles:
        return None
    for new, moved in _ways(before, wanted):
        after, troubles = document_of(path, new.encode())
        if troubles or after.root is None or after.root.plain() != before.root.plain():
            continue
        line = wanted.line + moved
        if all(_covered(after, line, column, wanted.codes) for column in wanted.columns):
            return new
    return None


def _ways(before: Document, wanted: _Wanted) -> Iterator[tuple[str, int]]:
    """The texts to try, best first, each with how many lines the finding moves down."""
    for one in ignores(before):
        if not one.trouble and any(one.covers(wanted.line, column) for column in wanted.columns):
            near = before.lines.place(one.start)[0] >= wanted.line - 1
            if near and one.reason:
                yield _joined(before, one, wanted.codes), 0
    behind, above = _behind(before, wanted), _above(before, wanted)
    # Git joins a log's lines from both sides: a line that was there and is changed would stand twice.
    yield from (*above, behind) if before.path.startswith("touches/") else (behind, *above)


def _behind(before: Document, wanted: _Wanted) -> tuple[str, int]:
    text, lines = before.text, before.lines
    end = lines.start(wanted.line) + len(lines.line(wanted.line).rstrip())
    return f"{text[:end]}  {_comment(wanted.codes, wanted.reason)}{text[end:]}", 0


def _above(before: Document, wanted: _Wanted) -> Iterator[tuple[str, int]]:
    """On a line of its own, right above or as near as the item begins that it then covers."""
    text, lines = before.text, before.lines
    newline = "\r\n" if "\r\n" in text else "\n"
    for number in range(wanted.line, 0, -1):
        line, start = lines.line(number), lines.start(number)
        indent = line[: len(line) - len(line.lstrip())]
        comment = f"{indent}{_comment(wanted.codes, wanted.reason)}{newline}"
        yield text[:start] + comment + text[start:], 1


def _joined(before: Document, one: Ignore, codes: tuple[str, ...]) -> str:
    """The text with the codes added to a comment that covers the line already."""
    words = ", ".join(dict.fromkeys((*one.words, *codes)))
    old = before.text[one.start : one.end]
    open_, close = old.index("["), old.index("]")
    return before.text[: one.start + open_ + 1] + words + before.text[one.start + close :]


def _covered(document: Document, line: int, column: int, codes: tuple[str, ...]) -> bool:
    return any(
        not one.trouble and one.covers(line, column) and {*codes} <= {*one.words}
        for one in ignores(document)
    )


def _comment(codes: tuple[str, ...], reason: str) -> str:
    return f"# relplan: ignore[{', '.join(codes)}] {reason}"
