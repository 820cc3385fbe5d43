"""What an import of a calendar would do: which meetings become touches, and which do not, and why."""

from collections import Counter
from collections.abc import Iterator, Sequence

from relplan.analysis.meetings import Met
from relplan.files.contacts.calendar import Window
from relplan.files.contacts.contact import Unread
from relplan.reports.safe import safe

_ELSEWHERE = "with nobody of this plan"


def preview(found: Sequence[Met], unread: Sequence[Unread], window: Window) -> str:
    """The preview as lines; meetings with nobody of the plan are counted only."""
    lines = [safe(line) for line in _lines(found)]
    lines += [safe(f"unreadable  {one.file}:{one.line}: {one.why}") for one in unread]
    kinds = Counter(one.why for one in found)
    parts = [f"{kinds['']} new"]
    parts += [f"{count} {why}" for why, count in sorted(kinds.items()) if why]
    parts += [f"{len(unread)} unreadable"] if unread else []
    days = f"looked at {window.first} to {window.last}; --since looks further back"
    return "".join(f"{line}\n" for line in [*lines, f"{', '.join(parts)}; {days}"])


def _lines(found: Sequence[Met]) -> Iterator[str]:
    for one in found:
        meeting = one.meeting
        if one.why == _ELSEWHERE:
            continue
        who = ", ".join(one.people)
        by = f" by {one.by}" if one.by else ""
        summary = f": {meeting.summary}" if meeting.summary else ""
        kind = {"": "new", "logged already": "same"}.get(one.why, "left out")
        why = f"; {one.why}" if one.why else ""
        yield f"{kind:<10}  {meeting.day} {who}{by}{summary}  ({meeting.file}:{meeting.line}){why}"
