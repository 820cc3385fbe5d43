"""Who of ours is here, and who carries what falls due while a member is away."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from relplan.model.settings import Absence, Settings


class Carried(NamedTuple):
    """The member who carries on that day, and the absence of the one whose task it is."""

    by: str | None
    away: "Absence | None" = None


def carried(owner: str | None, settings: "Settings", day: date) -> Carried:
    """Who carries the owner's tasks on this day: the owner, else the cover, else the cover's cover.

    Where nobody covers, or all who would are away, it stays with the owner: nothing vanishes.
    """
    first = _away(owner, settings, day)
    if first is None:
        return Carried(owner)
    asked, absence = {owner}, first
    while absence.cover and absence.cover not in asked and absence.cover in settings.team:
        asked.add(absence.cover)
        following = _away(absence.cover, settings, day)
        if following is None:
            return Carried(absence.cover, first)
        absence = following
    return Carried(owner)


def present(settings: "Settings", today: date) -> list[str]:
    """The members who have not left, in the order of the settings."""
    return [id_ for id_, one in settings.team.items() if one.left is None or one.left > today]


def gone(settings: "Settings", today: date) -> list[str]:
    """The members who have left, in the order of the settings."""
    here = present(settings, today)
    return [id_ for id_ in settings.team if id_ not in here]


def _away(member: str | None, settings: "Settings", day: date) -> "Absence | None":
    found = settings.team.get(member) if member else None
    absences = found.away if found else ()
    return next((one for one in absences if one.from_ <= day <= one.to), None)
