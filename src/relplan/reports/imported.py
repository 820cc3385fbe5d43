"""What an import would do, before it does it: who is new, changed, the same, and what is left out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from relplan.analysis.matching import Match
from relplan.files.contacts.contact import Contacts, Lost
from relplan.reports.safe import safe

_SHOWN = 3
"""How many lines a sum names: the fields without a place are many, and of few kinds."""
_LONGEST = 60


def preview(found: Sequence[Match], contacts: Contacts, *, chosen: Sequence[Match]) -> str:
    """The preview as lines: a person each, then what was not read and what has no place.

    Of those who are not `chosen` it says only how many there are.
    """
    lines = [safe(line) for one in chosen for line in _person(one)]
    lines += [safe(f"unreadable  {one.file}:{one.line}: {one.why}") for one in contacts.unread]
    lines += [safe(line) for line in _without_place(chosen)]
    lines += [safe(f"note        {one}") for one in contacts.notes]
    return "".join(f"{line}\n" for line in [*lines, counted(found, contacts, chosen)])


def counted(found: Sequence[Match], contacts: Contacts, chosen: Sequence[Match]) -> str:
    """`2 new, 1 changed, 3 the same, 1 ambiguous, 1 unreadable`, in one line."""
    kinds = [one.kind for one in chosen]
    words = {"new": "new", "changed": "changed", "same": "the same", "ambiguous": "ambiguous"}
    parts = [f"{kinds.count(kind)} {word}" for kind, word in words.items() if kind in kinds]
    if contacts.unread:
        parts.append(f"{len(contacts.unread)} unreadable")
    if len(found) > len(chosen):
        parts.append(f"{len(found) - len(chosen)} not chosen")
    return ", ".join(parts) or "nobody stands in this file"


def question(one: Match) -> str:
    """What is ambiguous of a person, in one line."""
    return safe(f"{one.contact.name} ({one.contact.place}): {one.why}")


def _person(one: Match) -> Iterator[str]:
    who = one.contact
    if one.kind == "new":
        said = (said.text for field, said in who.fields.items() if field not in {"name", "notes"})
        rest = "".join(f", {_short(text)}" for text in said)
        notes = ", with notes" if "notes" in who.fields else ""
        yield f"new         {who.name}{rest}{notes}  ({who.place})"
    elif one.kind == "changed":
        yield f"changed     {one.person}: {who.name}  ({who.place})"
        for change in one.changes:
            old = f"{_short(change.old)} -> " if change.old else ""
            yield f"              {change.field}: {old}{_short(change.new)}"
    elif one.kind == "ambiguous":
        yield f"ambiguous   {who.name}  ({who.place}): {one.why}"
    else:
        yield f"same        {one.person or who.name}{f', {one.why}' if one.why else ''}  ({who.place})"
    for kept in one.kept:
        yield f"              {kept.field} stays {_short(kept.old)}; not taken: {_short(kept.new)}"


def _without_place(chosen: Iterable[Match]) -> Iterator[str]:
    """Everything that is left out, each kind once, with where it stands."""
    kinds: dict[tuple[str, str], list[tuple[str, Lost]]] = defaultdict(list)
    for one in chosen:
        for lost in one.contact.lost:
            kinds[lost.what, lost.why].append((one.contact.file, lost))
    for what, why in list(kinds):
        if what == "line":
            for file, lost in kinds.pop((what, why)):
                yield f"unreadable  {file}:{lost.line}: {why} ({_short(lost.text)})"
    for (what, why), found in kinds.items():
        places = ", ".join(f"{file}:{lost.line}" for file, lost in found[:_SHOWN])
        more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        said = f" ({_short(found[0][1].text)})" if len(found) == 1 and found[0][1].text else ""
        yield f"left out    {what}{said} {why}: {places}{more}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
