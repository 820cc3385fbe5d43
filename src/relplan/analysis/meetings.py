"""Which meetings of a calendar are touches with people of a plan, and which are logged already."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from relplan.analysis.likeness import same_email

if TYPE_CHECKING:
    from relplan.files.contacts.calendar import Meeting
    from relplan.model.person import Person
    from relplan.model.settings import Member
    from relplan.model.touch import Touch


class Met(NamedTuple):
    """A meeting and what it is to the log: with whom, by whom of ours; `why` when it is no touch."""

    meeting: "Meeting"
    people: tuple[str, ...] = ()
    by: str = ""
    why: str = ""

    @property
    def fields(self) -> dict[str, Any]:
        """The line of the log, as it is written; what the meeting was called is its note."""
        said = {"how": "meeting", "note": self.meeting.summary}
        line = {"date": self.meeting.day.isoformat(), "with": list(self.people), "by": self.by}
        return {name: value for name, value in {**line, **said}.items() if value}


class Ours(NamedTuple):
    """Our team, and who asks: whose calendar it probably is."""

    team: "Mapping[str, Member]"
    asker: str | None


def met(
    meetings: Sequence["Meeting"],
    people: "Mapping[str, Person]",
    ours: Ours,
    log: "Iterable[Touch]",
) -> list[Met]:
    """What each meeting is, in the order of days.

    Who has a line in the log for that day was met: one touch a person and day, whatever it says.
    """
    logged = {(one.date, who) for one in log if one.counts for who in one.people}
    found = []
    for one in sorted(meetings, key=lambda each: (each.day, each.file, each.line)):
        result = _met(one, people, ours, logged)
        if not result.why:
            logged |= {(one.day, who) for who in result.people}
        found.append(result)
    return found


def _met(
    one: "Meeting",
    people: "Mapping[str, Person]",
    ours: Ours,
    logged: set[tuple[date, str]],
) -> Met:
    there = tuple(
        id_
        for id_, who in people.items()
        if any(
            same_email(guest.email, who.email or "") for guest in one.guests if not guest.declined
        )
    )
    if not there:
        return Met(one, why="with nobody of this plan")
    if one.why:
        return Met(one, there, why=one.why)
    left = tuple(who for who in there if (one.day, who) not in logged)
    if not left:
        return Met(one, there, why="logged already")
    by = _by(one, ours)
    return Met(one, left, by, "" if by else "none of ours is named in it; say --me MEMBER")


def _by(one: "Meeting", ours: Ours) -> str:
    """The asker where they were there, else the first of ours who was; else the asker."""
    there = [
        id_
        for guest in one.guests
        if not guest.declined
        for id_, who in ours.team.items()
        if same_email(guest.email, who.email or "")
    ]
    if ours.asker in there or not there:
        return ours.asker or ""
    return there[0]
