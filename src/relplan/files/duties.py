"""What a member of ours answers for in the files, and how it goes to another."""

from collections.abc import Sequence
from datetime import date

from relplan.files.book import Loaded
from relplan.files.disk import SETTINGS
from relplan.files.draft import Draft
from relplan.files.edit import Word
from relplan.files.known import Known, Thing
from relplan.files.places import Use, names, uses, words_at
from relplan.files.tree import Items, Mapping


def duties(loaded: Loaded, member: str, today: date, client: str = "") -> list[Use]:
    """Where the member answers for something that is not over; of one client's plan if given.

    What says who did something stays: touches, who was at a review, pitches.
    """
    known, whom = Known(loaded.documents), Thing("member", SETTINGS, member)
    paths = [known.plan_of(client)] if client else [*loaded.documents]
    found = (use for path in paths for use in uses(loaded.documents[path]))
    return [
        use
        for use in found
        if use.place.duty and known.meant(use) == whom and not _over(use, today)
    ]


def give_plan(loaded: Loaded, client: str, to: str) -> Draft:
    """The book with `to` as the owner of a client's plan, and no more beside them in its team."""
    draft = Draft(loaded)
    path = Known(loaded.documents).plan_of(client)
    document = loaded.documents[path]
    if isinstance(document.root, Mapping) and document.root.get("owner") is not None:
        draft.set_value(path, ["owner"], to)
    else:
        draft.add_entry(path, [], "owner", to)
    for use in uses(document):
        if use.place.where == "team" and use.id == to:
            draft.remove(path, use.path)
    return draft


def hand(draft: Draft, found: Sequence[Use], to: str) -> None:
    """Let `to` answer for it; nobody covers their own absence.

    In a list that names them already, or beside them as the plan's owner, the old name goes.
    """
    for path in dict.fromkeys(use.document.path for use in found):
        here = [use for use in found if use.document.path == path and not _own(use, to)]
        drop = [use for use in here if _there(use, to, here)]
        draft.respell(path, [word for use in here if use not in drop for word in put(use, to)])
        for use in reversed(drop):
            draft.remove(path, use.path)


def put(use: Use, to: str) -> list[Word]:
    """The words by which `to` stands in a place.

    In a step with a force: nobody knows yet whether they drive it or hold it back.
    """
    if not use.place.key:
        return [Word(use.path, to)]
    return [Word(use.path, to, key=True), Word(use.path, "neutral")]


def _over(use: Use, today: date) -> bool:
    """True for an initiative that ended, a tie to somebody who left, an absence that is past.

    What a review decided is over when its day has passed, or another review was held since.
    """
    day = today.isoformat()

    def said(field: str) -> str:
        return words_at(use.document, (*use.path[:-1], field))

    if use.place.duty == "initiative":
        return said("status") in ("done", "dropped")
    if use.place.duty == "tie":
        return "" < said("left") <= day
    if use.place.duty == "decision":
        held = use.document.value_at(use.path[:2])
        days = [key.text for key, _ in held.pairs] if isinstance(held, Mapping) else []
        last = max((one for one in days if one <= day), default="")
        return use.path[2] != last or "" < said("by") < day
    if use.place.duty == "step":
        return bool(words_at(use.document, (*use.path[:2], "done")))
    return use.place.duty == "absence" and "" < said("to") < day


def _own(use: Use, to: str) -> bool:
    return use.place.duty == "absence" and use.path[1] == to


def _there(use: Use, to: str, here: Sequence[Use]) -> bool:
    """True when `to` stands in the same list already, or is the plan's owner beside its team."""
    handed = any(one.place.where == "owner" for one in here)
    owner = to if handed else words_at(use.document, ("owner",))
    listed = use.document.value_at(use.path[:-1])
    return (use.place.where == "team" and owner == to) or (
        (use.place.key or isinstance(listed, Items)) and names(listed, to)
    )
