"""A repair in a plan: begun, gone on with, ended."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from relplan.files.put import put

if TYPE_CHECKING:
    from relplan.files.draft import Draft


def begin(draft: "Draft", path: str, written: Mapping[str, Any]) -> None:
    """Let the plan be damaged, with this repair in the place of one that has ended."""
    put(draft, path, ("status",), "damaged")
    put(draft, path, ("repair",), dict(written))


def fill(draft: "Draft", path: str, written: Mapping[str, Any]) -> None:
    """Write these fields of the repair; those without words stay as they are."""
    for field, value in written.items():
        if value:
            put(draft, path, ("repair", field), value)


def leave_step(draft: "Draft", path: str, step: str, on: date, to: str | None) -> None:
    """Note the day on which the step was left; without a next one the repair has ended."""
    put(draft, path, ("repair", "taken", step), on.isoformat())
    if to is not None:
        put(draft, path, ("repair", "step"), to)
        return
    put(draft, path, ("repair", "ended"), on.isoformat())
    put(draft, path, ("status",), "active")
