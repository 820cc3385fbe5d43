"""People of a foreign file put into a plan: a new one is an entry, a changed one gets its fields."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from relplan.files.contacts.contact import PLACES, Contact
from relplan.files.put import put
from relplan.model import ids

if TYPE_CHECKING:
    from relplan.analysis.matching import Match
    from relplan.analysis.meetings import Met
    from relplan.files.draft import Draft
    from relplan.files.edit.render import Value


def put_people(
    draft: "Draft", path: str, found: Sequence["Match"], taken: Collection[str]
) -> dict[str, str]:
    """Put what is new and what has changed into the plan; returns the new ids, each with its name."""
    known = {*taken}
    made: dict[str, str] = {}
    for one in found:
        if one.kind == "new":
            id_ = new_id(one.contact, known)
            known.add(id_)
            made[id_] = one.contact.name
            put(draft, path, ("roles", id_), entry(one.contact))
        for change in one.changes:
            put(draft, path, ("roles", one.person, change.field), _value(change.field, change.new))
    return made


def new_id(one: Contact, known: Collection[str]) -> str:
    """An id that nobody has: of the name, else of the e-mail address, else `person`."""
    address = one.emails[0].partition("@")[0] if one.emails else ""
    plain = ids.nearest_id(one.name) or ids.nearest_id(address) or "person"
    return next(
        each
        for number in range(1, len(known) + 2)
        if (each := plain if number == 1 else f"{plain[:60]}-{number}") not in known
    )


def entry(one: Contact) -> "Value":
    """What the plan will say of a new person; the short form where that is a name alone."""
    fields = {name: _value(name, one.fields[name].text) for name in PLACES if name in one.fields}
    return fields["name"] if [*fields] == ["name"] else fields


def _value(field: str, text: str) -> "Value":
    return text.split("\n") if field == "interests" else text


def log_meetings(draft: "Draft", client: str, found: Sequence["Met"]) -> None:
    """Append a line to the log for each meeting, with what it was called as its note."""
    for one in found:
        fields = {
            "date": one.meeting.day.isoformat(),
            "with": list(one.people),
            "by": one.by,
            "how": "meeting",
            "note": one.meeting.summary,
        }
        draft.log(client, {name: value for name, value in fields.items() if value})
