"""Who of the people in a foreign file is who in a plan: known for certain, new, or to be asked.

Nobody is guessed. A person is known by an e-mail address or a phone number together with the name,
or by the name alone where nothing contradicts it; whatever else points at somebody is a question.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from relplan.analysis.likeness import near_name, same_email, same_name, same_phone

if TYPE_CHECKING:
    from relplan.files.contacts.contact import Contact
    from relplan.model.person import Person

Kind = Literal["new", "changed", "same", "ambiguous"]
NEW = "new"
"""What an answer says of somebody who is not in the plan yet."""


class Change(NamedTuple):
    """A field that will say something else; `old` is empty where nothing stood."""

    field: str
    old: str
    new: str


class Kept(NamedTuple):
    """A field that stays as it is, though the file says something else."""

    field: str
    old: str
    new: str


class Match(NamedTuple):
    """A contact, what it is to the plan, and what the import would do."""

    kind: Kind
    contact: "Contact"
    person: str = ""
    """The id of the person in the plan, where it is known."""
    why: str = ""
    """For an ambiguous one: what points at whom."""
    changes: tuple[Change, ...] = ()
    kept: tuple[Kept, ...] = ()
    candidates: tuple[str, ...] = ()


def matches(
    contacts: Sequence["Contact"],
    people: Mapping[str, "Person"],
    answers: Mapping[str, str] | None = None,
) -> list[Match]:
    """What each contact is to the plan. `answers` says it by the place of the contact: an id or NEW.

    Two contacts are never one person: the second that is known to be the same is a question.
    """
    found: list[Match] = []
    taken: dict[str, Contact] = {}
    twins = _Twins()
    for one in contacts:
        said = (answers or {}).get(one.place)
        match = _match(one, people, said)
        if said is None and match.kind != "ambiguous":
            match = _once(match, taken, twins)
        if match.person:
            taken.setdefault(match.person, one)
        if match.kind == "new":
            twins.add(one)
        found.append(match)
    return found


class _Twins:
    """The new people so far, by what makes two of them alike."""

    def __init__(self) -> None:
        self._by: dict[tuple[str, str], Contact] = {}

    def add(self, one: "Contact") -> None:
        for key in _keys(one):
            self._by.setdefault(key, one)

    def of(self, one: "Contact") -> "tuple[Contact, str] | None":
        """Somebody before in the files with the same address, number or name, and which."""
        for key in _keys(one):
            if key in self._by:
                return self._by[key], key[0]
        return None


def _keys(one: "Contact") -> Iterator[tuple[str, str]]:
    yield from (("e-mail address", text.casefold()) for text in one.emails)
    yield from (("phone number", text) for text in one.phones)
    yield "name", one.name.casefold()


def _once(match: Match, taken: Mapping[str, "Contact"], twins: _Twins) -> Match:
    one = match.contact
    if match.person in taken:
        first = taken[match.person]
        if _says(one) == _says(first):
            return match._replace(kind="same", changes=(), kept=(), why=f"as {first.place}")
        why = f"{first.place} is {match.person} already, and says something else"
        return Match("ambiguous", one, why=why, candidates=(match.person,))
    twin = twins.of(one) if match.kind == "new" else None
    if twin is None:
        return match
    if _says(twin[0]) == _says(one):
        return Match("same", one, why=f"as {twin[0].place}")
    return Match("ambiguous", one, why=f"the same {twin[1]} as {twin[0].name} in {twin[0].place}")


def _says(one: "Contact") -> dict[str, str]:
    return {field: said.text for field, said in one.fields.items()}


def _match(one: "Contact", people: Mapping[str, "Person"], said: str | None) -> Match:
    if said == NEW:
        return Match("new", one)
    if said is not None:
        return _compared(one, said, people[said])
    pointing = _strongest(_pointing(one, people))
    if not pointing:
        return Match("new", one)
    if len(pointing) == 1:
        [(id_, signs)] = pointing.items()
        if _certain(signs) and not _other_address(one, people[id_], signs):
            return _compared(one, id_, people[id_])
    why = "; ".join(
        f"{_words(signs)} {people[id_].name} ({id_})"
        + (f", who has {people[id_].email}" if _other_address(one, people[id_], signs) else "")
        for id_, signs in pointing.items()
    )
    return Match("ambiguous", one, why=why, candidates=tuple(pointing))


def _pointing(one: "Contact", people: Mapping[str, "Person"]) -> dict[str, list[str]]:
    """Everybody at whom something of the contact points, and what."""
    found: dict[str, list[str]] = {}
    for id_, who in people.items():
        signs = []
        if any(same_email(text, who.email or "") for text in one.emails):
            signs.append("e-mail address")
        if any(same_phone(text, who.phone or "") for text in one.phones):
            signs.append("phone number")
        if same_name(one.name, who.name):
            signs.append("name")
        elif near_name(one.name, who.name):
            signs.append("nearly the name")
        if signs:
            found[id_] = signs
    return found


def _strongest(pointing: dict[str, list[str]]) -> dict[str, list[str]]:
    """Only the one who has the name and an address or number, else only those with more than a likeness.

    Colleagues share a switchboard, and brothers nearly a name: that is no doubt about who is known.
    """
    known = {id_: signs for id_, signs in pointing.items() if len(signs) > 1 and "name" in signs}
    if len(known) == 1:
        others = [signs for id_, signs in pointing.items() if id_ not in known]
        if not any("e-mail address" in signs for signs in others):
            return known
    strong = {id_: signs for id_, signs in pointing.items() if signs != ["nearly the name"]}
    return strong or pointing


def _certain(signs: Sequence[str]) -> bool:
    """A name alone, or an address with at least nearly the name; a number may be the switchboard's."""
    return "name" in signs or ("e-mail address" in signs and "nearly the name" in signs)


def _other_address(one: "Contact", who: "Person", signs: Sequence[str]) -> bool:
    """Another address, and nothing but the name in common: perhaps a namesake."""
    other = bool(who.email and one.emails and "e-mail address" not in signs)
    return other and "phone number" not in signs


def _words(signs: Sequence[str]) -> str:
    known = [f"the {sign}" for sign in signs if sign != "nearly the name"]
    near = ["nearly the name"] if "nearly the name" in signs else []
    return f"{' and '.join([*known, *near])} of"


def _compared(one: "Contact", id_: str, who: "Person") -> Match:
    changes, kept = [], []
    for field, said in one.fields.items():
        old = _written(field, who)
        if _agrees(field, old, said.text, one):
            continue
        if old and field in {"name", "notes", "interests"}:
            kept.append(Kept(field, old, said.text))
        else:
            changes.append(Change(field, old, said.text))
    kind: Kind = "changed" if changes else "same"
    return Match(kind, one, id_, changes=tuple(changes), kept=tuple(kept))


def _written(field: str, who: "Person") -> str:
    value = getattr(who, field)
    if field == "birthday" and value:
        day = f"{value.month:02}-{value.day:02}"
        return f"{value.year:04}-{day}" if value.year else day
    if field == "interests":
        return "\n".join(value)
    return str(value or "")


def _agrees(field: str, old: str, new: str, one: "Contact") -> bool:
    """True when the plan says this already, or says as much in its own way."""
    if field == "email":
        return any(same_email(old, text) for text in one.emails)
    if field == "phone":
        return any(same_phone(old, text) or old == text for text in one.phones)
    if field == "name":
        return same_name(old, new)
    if field in {"notes", "interests"}:
        lines = old.split("\n")
        return new in old or all(line in lines for line in new.split("\n"))
    if field == "birthday" and len(old) == 10 and len(new) == 5:
        return old.endswith(new)
    return old == new
