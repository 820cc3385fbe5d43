"""The morning list as Markdown, for a mail, a chat or a page."""

from collections.abc import Iterator

from relplan.analysis.due import DueList
from relplan.analysis.due_item import Item
from relplan.reports.due import heading, when
from relplan.reports.due_closing import GROUPS, closing, group_of, name_of
from relplan.reports.markdown import escape


def as_markdown(due: DueList, owner_name: str | None = None) -> str:
    """A heading a group, a point an item, its facts below; every text is escaped."""
    lines = [f"# {escape(heading(due, owner_name))}", ""]
    for group in GROUPS:
        items = [item for item in due.items if group_of(item) == group]
        if items:
            lines += [f"## {group.capitalize()}", ""]
            lines += [line for item in items for line in _point(item, named=owner_name is None)]
            lines.append("")
    for line in closing(due):
        lines += [str(escape(line)), ""]
    return "\n".join(lines[:-1]) + "\n"


def _point(item: Item, *, named: bool) -> Iterator[str]:
    subject = item.subject
    client = f" ({escape(subject.client_name)})" if subject.person_name else ""
    whose = f" → {escape(subject.owner or 'nobody')}" if named else ""
    yield f"- **{escape(name_of(item))}**{client}{whose}, {escape(when(item))}: {escape(item.why)}"
    for fact in item.about:
        yield f"  - {escape(fact)}"
    if item.reach:
        yield f"  - reach: {escape(' · '.join(item.reach))}"
