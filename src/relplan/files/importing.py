"""People of a foreign file put into a plan: a new one is an entry, a changed one gets its fields."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from relplan.files.contacts.contact import PLACES, Contact
from relplan.files.put import put
from relplan.model import ids

if TYPE_CHECKING:
    from relplan.files.draft import Draft
    from relplan.files.edit.render import Value


class NewText(NamedTuple):
    """What a field of a person who is in the plan will say."""

    person: str
    field: str
    text: str


def put_people(
    draft: "Draft",
    path: str,
    new: Sequence[Contact],
    changes: Sequence[NewText],
    taken: Collection[str],
) -> dict[str, str]:
    """Put the new people and the changed fields into the plan; returns the new ids with the names."""
    for person, field, text in changes:
        put(draft, path, ("roles", person, field), _value(field, text))
    known = {*taken}
    made: dict[str, str] = {}
    for one in new:
        id_ = new_id(one, known)
        known.add(id_)
        made[id_] = one.name
        put(draft, path, ("roles", id_), entry(one))
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
