"""The end of an initiative, written into its plan."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from relplan.files.put import Where, deepest, put

if TYPE_CHECKING:
    from relplan.files.draft import Draft
    from relplan.model.choices import InitiativeStatus
    from relplan.model.plan import Initiative


class Outcome(NamedTuple):
    """How an initiative ended, what came of it, and the day on which it was done."""

    status: "InitiativeStatus"
    result: str | None = None
    on: date | None = None


def done_on(initiative: "Initiative", said: date | None, today: date) -> date:
    """The day on which it was done: the one that is said, else the one written when it was."""
    written = initiative.done if initiative.status == "done" else None
    return said or written or today


def close(draft: "Draft", path: str, where: Where, outcome: Outcome) -> None:
    """Write the outcome into the initiative at `where`; a dropped one loses the day it was done."""
    dated = (*where, "done")
    put(draft, path, (*where, "status"), outcome.status)
    if outcome.on is not None:
        put(draft, path, dated, outcome.on.isoformat())
    elif deepest(draft, path, dated)[0] == dated:
        draft.remove(path, dated)
    if outcome.result is not None:
        put(draft, path, (*where, "result"), outcome.result)
