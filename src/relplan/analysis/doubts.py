"""What the list cannot use, by name: what cannot be read, and what cannot be as it is written."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from relplan.analysis.contacts import in_force, keepers, keeps_in_touch
from relplan.clock import spoken

if TYPE_CHECKING:
    from relplan.analysis.due_item import Wanted
    from relplan.model.book import Book
    from relplan.model.touch import Touch


def unread(book: "Book", wanted: "Wanted") -> Iterator[str]:
    """What a reader must know who would take a file that cannot be read for an empty one."""
    for path in sorted(book.unread):
        folder, _, id_ = path.partition("/")
        if folder == "campaigns":
            yield f"the campaign {path}.yaml cannot be used, so its pitches are not looked at"
        elif wanted.client not in (None, id_):
            continue
        elif folder == "touches":
            yield f"the log {path}.yaml cannot be read, so nobody there is listed"
        else:
            yield f"the plan {path}.yaml cannot be used, so its people are not looked at"


def doubts(book: "Book", wanted: "Wanted", today: date) -> Iterator[str]:
    """What is written, can be read and cannot be: touches of tomorrow, dates that run backwards."""
    for id_, plan in book.everyone().items():
        mine = wanted.owner is None or wanted.owner in keepers(plan)
        if wanted.client not in (None, id_) or not (mine and keeps_in_touch(plan)):
            continue
        yield from _in_log(id_, in_force(book.touches.get(id_, ())), today)
        review = plan.review
        if review.next and review.last and review.next < review.last:
            folder = "clients" if id_ in book.plans else "prospects"
            yield (
                f"{folder}/{id_}.yaml: the next review, {spoken(review.next, today)}, is before"
                f" the last one, {spoken(review.last, today)}, and is not counted;"
                " write the day of the next one"
            )


def _in_log(id_: str, touches: "Sequence[Touch]", today: date) -> Iterator[str]:
    """The lines about a day after today on which something happened, or about a snooze before it."""
    for touch in touches:
        day, people = spoken(touch.date, today), ", ".join(touch.people)
        if touch.snooze and touch.snooze < touch.date:
            yield (
                f"touches/{id_}.yaml: the snooze of {day} ({people}) ends on"
                f" {spoken(touch.snooze, today)}, before it begins;"
                " write the day on which to list them again"
            )
        elif touch.date > today and not (touch.planned or touch.cancelled or touch.snooze):
            yield (
                f"touches/{id_}.yaml: {day} ({people}) is"
                " after today and does not count yet; mend the date, or add `planned: true`"
            )
