"""The end of an initiative, written into its plan."""

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from relplan.clock import civil_date
from relplan.files.put import Where, deepest, put

if TYPE_CHECKING:
    from relplan.files.draft import Draft
    from relplan.model.choices import InitiativeStatus


class Outcome(NamedTuple):
    """How an initiative ended, what came of it, and the day on which it was done."""

    status: "InitiativeStatus"
    result: str | None = None
    on: date | None = None


def done_on(written: Any, said: date | None, today: date) -> date:
    """The day on which it was done: the one that is said, else the one written when it was."""
    if said is None and isinstance(written, dict) and written.get("status") == "done":
        try:
            return civil_date(str(written.get("done")))
        except ValueError:
            return today
    return said or today


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
