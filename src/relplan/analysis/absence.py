"""Who of ours is here, and who carries what falls due while a member is away, or once they left."""

from collections.abc import Iterable
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
        if following is None and not is_gone(absence.cover, settings, day):
            return Carried(absence.cover, first)
        if following is None:
            break
        absence = following
    return Carried(owner, first)


def is_away(member: str, settings: "Settings", day: date) -> bool:
    """True on a day of an absence of this member."""
    return _away(member, settings, day) is not None


def is_gone(member: str | None, settings: "Settings", day: date) -> bool:
    """True for nobody, for a name that is not in the team, and from the day on which they left."""
    found = settings.team.get(member) if member else None
    return found is None or (found.left is not None and found.left <= day)


def answerable(
    owner: str | None, others: Iterable[str | None], settings: "Settings", day: date
) -> str | None:
    """Who answers for a task: its owner, else the first of the others who is still with us.

    Where all have left it stays with its owner: nothing vanishes.
    """
    if owner is None or not is_gone(owner, settings, day):
        return owner
    return next((one for one in others if not is_gone(one, settings, day)), owner)


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
