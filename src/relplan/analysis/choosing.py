"""Which of the people of a foreign file are meant, and what of them goes into the notes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from relplan.analysis.matching import Match

if TYPE_CHECKING:
    from relplan.files.contacts.contact import Contact

KINDS = ("new", "changed")


def chosen_of(found: Sequence[Match], only: Sequence[str], company: str | None) -> list[Match]:
    """Those of the kinds or with the words in their name, and of that company; all without either."""
    kinds = {one for one in only if one in KINDS}
    words = [one.casefold() for one in only if one not in KINDS]
    house = (company or "").casefold()
    return [
        one
        for one in found
        if (not kinds or one.kind in kinds)
        and (not words or any(_called(one, word) for word in words))
        and house in one.contact.company.casefold()
    ]


def _called(one: Match, word: str) -> bool:
    return word in one.contact.name.casefold() or word == one.person


def with_notes(one: "Contact", wanted: Sequence[str]) -> "Contact":
    """The contact with what has no place and is wanted as lines of its notes: `website: https://…`."""
    kept = {each.casefold() for each in wanted}
    lines = [each for each in one.lost if each.what.casefold() in kept and each.text]
    if not lines:
        return one
    said = one.fields.get("notes")
    texts = [*([said.text] if said else []), *(f"{each.what}: {each.text}" for each in lines)]
    first = said or one.fields["name"]._replace(line=lines[0].line)
    notes = first._replace(text="\n".join(texts))
    lost = tuple(each for each in one.lost if each not in lines)
    return one._replace(fields={**one.fields, "notes": notes}, lost=lost)
