"""The log of a client: one line appended, every other byte as it was."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from relplan.errors import Refused
from relplan.files import emit, write
from relplan.files.disk import MAX_BYTES, SETTINGS, Unreadable, read_bytes
from relplan.files.document import Document, document_of, read
from relplan.files.known import Known
from relplan.files.places import uses
from relplan.files.tree import Items

if TYPE_CHECKING:
    from relplan.model.touch import Touch


class Appended(NamedTuple):
    """A line that was added to a log: the file, the line's number and its text."""

    path: str
    line: int
    text: str


def log_of(root: Path, client: str) -> tuple["Touch", ...]:
    """The lines of one client's log; Refused, with the reasons, when it cannot be read."""
    from relplan.files.validate import validate
    from relplan.model.touch import TOUCHES

    path = root / "touches" / f"{client}.yaml"
    if not os.path.lexists(path):
        return ()
    document, found = read(path, root)
    if document.root is None and not found:
        return ()
    value, faults = validate(document, TOUCHES) if document.root else (None, [])
    if value is None:
        why = [f"{one.path}:{one.line}:{one.column}: {one.message}" for one in [*found, *faults]]
        raise Refused("\n".join(["this log cannot be read, and counts here:", *why]))
    return tuple(value)


def append(
    root: Path,
    client: str,
    fields: Mapping[str, Any],
    *,
    seen: Mapping[str, bytes] | None = None,
    dry_run: bool = False,
) -> Appended:
    """Append a touch, as written fields, to the client's log in the book `root`.

    Proven before it is written: the new text reads as the old list and this one line more.
    Refused, with the line to paste, when the log cannot be read or is written in another form, or
    when somebody has renamed or removed what the line names since the plan and the settings were
    `seen` with these bytes.
    """
    path = root / "touches" / f"{client}.yaml"
    line = "- " + emit.flow(fields)
    placed: list[Appended] = []

    def add(old: bytes | None) -> bytes:
        if seen is not None:
            _refuse_gone(root, client, fields, seen)
        new, number = with_line(f"touches/{client}.yaml", old or b"", fields)
        placed.append(Appended(f"touches/{client}.yaml", number, line))
        return new

    if dry_run:
        add(_as_it_is(path, root))
    else:
        try:
            write.rewrite(path, add, root)
        except Refused as why:
            if line in str(why):
                raise
            raise Refused(f"{why}, the line is:\n{line}") from None
    return placed[-1]


def _refuse_gone(
    root: Path, client: str, fields: Mapping[str, Any], seen: Mapping[str, bytes]
) -> None:
    """Whoever waited for the log's lock may have read a plan whose ids are others by now."""
    paths = (SETTINGS, f"clients/{client}.yaml", f"prospects/{client}.yaml")
    now = {path: raw for path in paths if (raw := _as_it_is(root / path, root)) is not None}
    if now == {path: seen[path] for path in paths if path in seen}:
        return
    line = "- " + emit.flow(fields)
    log = f"touches/{client}.yaml"
    texts = {**now, log: line.encode("utf-8")}
    documents = {path: document_of(path, raw)[0] for path, raw in texts.items()}
    known = Known(documents)
    gone = "" if known.plan_of(client) else client
    gone = gone or next((use.id for use in uses(documents[log]) if not known.meant(use)), "")
    if gone:
        raise Refused(
            f"`{gone}` was renamed or removed by somebody in this moment; log it again;"
            f" nothing was written, the line is:\n{line}"
        )


def _as_it_is(path: Path, root: Path) -> bytes | None:
    if not os.path.lexists(path):
        return None
    try:
        return read_bytes(path, root.resolve())
    except Unreadable as why:
        raise Refused(f"{path.relative_to(root).as_posix()}: {why}") from None


def with_line(shown: str, old: bytes, fields: Mapping[str, Any]) -> tuple[bytes, int]:
    """A log's bytes with a line for these fields at the end, and that line's number; or Refused."""
    line = "- " + emit.flow(fields)
    document, troubles = document_of(shown, old)
    if troubles:
        first = troubles[0]
        raise Refused(
            f"{shown}:{first.line}:{first.column}: {first.message}\n"
            f"mend it first; nothing was changed, the line is:\n{line}"
        )
    before = document.root.plain() if document.root else []
    if not isinstance(before, list) or (isinstance(document.root, Items) and document.root.flow):
        raise Refused(f"{shown} is not a list of lines; nothing was changed, the line is:\n{line}")
    newline = "\r\n" if b"\r\n" in old else "\n"
    gap = newline if old and not old.endswith((b"\n", b"\r")) else ""
    text = f"{gap}{_indent(document)}{line}{newline}"
    new = old + text.encode("utf-8")
    if len(new) > MAX_BYTES:
        raise Refused(
            f"{shown} would have more than {MAX_BYTES:,} bytes and could not be read any more;"
            f" nothing was changed, the line is:\n{line}"
        )
    after, faults = document_of(shown, new)
    if faults or after.root is None or after.root.plain() != [*before, _plain(fields)]:
        raise Refused(
            f"{shown} would not read as before; nothing was changed, the line is:\n{line}"
        )
    return new, len(after.lines) - 1


def _indent(document: Document) -> str:
    """The indentation of the list's own lines, so that the new one is a sibling."""
    if document.root is None:
        return ""
    _, column = document.lines.place(document.root.start)
    return " " * (column - 1)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return value
