"""A plan as the commits of a time left it."""

from datetime import date
from typing import TYPE_CHECKING

from relplan.files.document import document_of
from relplan.files.history import History
from relplan.files.validate import validate

if TYPE_CHECKING:
    from relplan.model.plan import Plan


def plans_since(past: History, since: date) -> tuple[list[tuple[date, "Plan | None"]], list[str]]:
    """The plan at `since` and after each later commit, oldest first; and the unreadable, named.

    A version that cannot be read is left out, and None stands for a plan that did not exist.
    """
    from relplan.model.plan import Plan

    later = [version for version in past.versions if version.day >= since]
    before = past.versions[len(later) : len(later) + 1]
    plans: list[tuple[date, Plan | None]] = []
    unread: list[str] = []
    for version in reversed([*later, *before]):
        if version.content is None:
            plans.append((version.day, None))
            continue
        document, troubles = document_of(version.path, version.content)
        value = None if troubles or document.root is None else validate(document, Plan)[0]
        if value is None:
            unread.append(f"{version.path} at {version.commit[:10]} cannot be read and is left out")
        else:
            plans.append((version.day, value))
    return plans, unread
