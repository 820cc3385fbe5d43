"""A person of theirs who leaves: what hangs on them in the files, and how it goes to others."""

from collections.abc import Iterable
from datetime import date

from relplan.files.book import Loaded
from relplan.files.document import Document
from relplan.files.draft import Draft
from relplan.files.duties import put
from relplan.files.known import Known, Thing
from relplan.files.places import Use, names, uses, words_at
from relplan.files.tree import Items, Scalar
from relplan.files.tree import Mapping as Group


def hanging(loaded: Loaded, person: Thing, today: date) -> list[Use]:
    """Every place that names the person for something that is not over."""
    known = Known(loaded.documents)
    return [
        use
        for document in loaded.documents.values()
        for use in uses(document)
        if use.place.hangs and known.meant(use) == person and not _over(use, today)
    ]


def leave(loaded: Loaded, person: Thing, day: date, instead: Iterable[tuple[Use, str]]) -> Draft:
    """The book in which they left on that day, with somebody instead of them in some places."""
    draft = Draft(loaded)
    where = ("roles", person.id)
    entry = loaded.documents[person.path].value_at(where)
    if not isinstance(entry, Group):
        name = entry.text if isinstance(entry, Scalar) else person.id
        draft.set_value(person.path, where, {"name": name, "left": day.isoformat()})
    elif entry.get("left") is not None:
        draft.set_value(person.path, (*where, "left"), day.isoformat())
    else:
        draft.add_entry(person.path, where, "left", day.isoformat())
    for use, to in sorted(instead, key=lambda one: one[0].node.start, reverse=True):
        _put(draft, use, to)
    return draft


def _put(draft: Draft, use: Use, to: str) -> None:
    """Let `to` stand here instead; where that says it twice, or of themselves, the old id goes."""
    path = use.document.path
    whose = str(use.path[1]) if use.place.where.startswith("roles") else ""
    if use.place.hangs == "report" and whose in _above(use.document, to):
        # They stay above `to`, and move up to whom the one who leaves reported to.
        to = words_at(use.document, ("roles", use.id, "reports_to"))
    listed = use.document.value_at(use.path[:-1])
    twice = (use.place.key or isinstance(listed, Items)) and names(listed, to)
    if to in ("", whose) or twice:
        draft.remove(path, use.path)
    else:
        draft.respell(path, put(use, to))


def _above(document: Document, person: str) -> list[str]:
    """The person and everybody whom they report to, up to the top."""
    found = [person]
    while (person := words_at(document, ("roles", person, "reports_to"))) and person not in found:
        found.append(person)
    return found


def _over(use: Use, today: date) -> bool:
    day = today.isoformat()
    holder = use.path[: use.place.where.count(".")]

    def said(field: str) -> str:
        return words_at(use.document, (*holder, field))

    if use.place.hangs == "initiative":
        return said("status") in ("done", "dropped")
    if use.place.hangs in ("report", "influence"):
        return "" < said("left") <= day
    if use.place.hangs == "step":
        return bool(words_at(use.document, (*holder[:2], "done")))
    if use.place.hangs == "touch":
        agreed = said("planned") in ("true", "yes") and said("cancelled") not in ("true", "yes")
        return not agreed or said("date") < day
    return use.place.hangs == "pitch" and said("outcome") not in ("", "open", "later")
