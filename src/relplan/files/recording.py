"""A review that was held, written into its plan."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from relplan.errors import Refused
from relplan.files.book import Loaded
from relplan.files.draft import Draft
from relplan.files.known import Known
from relplan.files.places import words_at
from relplan.files.tree import Mapping as Group
from relplan.files.tree import Scalar


class Held(NamedTuple):
    """A review: its day, what is written of it, and the day of the next one, if that is set."""

    day: date
    written: Mapping[str, Any]
    next: date | None


def record(loaded: Loaded, client: str, held: Held) -> Draft:
    """The book with the review among those held; Refused when one of that day is there."""
    draft = Draft(loaded)
    path = Known(loaded.documents).plan_of(client)
    document = loaded.documents[path]
    day = held.day.isoformat()
    review = document.root.get("review") if isinstance(document.root, Group) else None
    said = {"next": held.next.isoformat()} if held.next else {}
    if not isinstance(review, Group):
        every = words_at(document, ("review",))
        whole = {**({"every": every} if every else {}), **said, "held": {day: dict(held.written)}}
        if isinstance(review, Scalar):
            draft.set_value(path, ["review"], whole)
        else:
            draft.add_entry(path, [], "review", whole)
        return draft
    before = review.get("held")
    if isinstance(before, Group) and (key := before.key(day)) is not None:
        line = document.lines.place(key.start)[0]
        raise Refused(
            f"{path}:{line}: a review on {day} is written already; add to it in your editor;"
            " nothing was changed"
        )
    if said and review.get("next") is not None:
        draft.set_value(path, ["review", "next"], said["next"])
    elif said:
        draft.add_entry(path, ["review"], "next", said["next"])
    if before is not None:
        draft.add_entry(path, ["review", "held"], day, dict(held.written))
    else:
        draft.add_entry(path, ["review"], "held", {day: dict(held.written)})
    return draft
