"""How much hangs on one of ours: the clients that nobody else of ours knows (domain.md 2, 3)."""

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.absence import present
from relplan.analysis.contacts import in_force, is_here, keeper, keeps_in_touch
from relplan.analysis.coverage import within_a_year
from relplan.analysis.lists import threads

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relplan.model.book import Book
    from relplan.model.plan import Plan
    from relplan.model.touch import Touch

_FEWEST = 4


class Leaning(NamedTuple):
    """A member without whom more than half of the clients know nobody of ours."""

    member: str
    clients: tuple[str, ...]
    of: int
    """How many clients have a real tie at all."""


def only_one_of_ours(plan: "Plan", touches: "Sequence[Touch]", today: date) -> str | None:
    """The member who keeps every tie of the plan; None when there is none, or a second.

    A tie counts where the plan says who keeps it, and where it is a real one. Whoever else was in
    touch with somebody there in the last year is a second. `touches` are lines in force.
    """
    keepers = {keeper(plan.roles[id_], plan) for id_ in tied(plan, today)}
    member = keepers.pop() if len(keepers) == 1 else None
    here = {id_ for id_, person in plan.roles.items() if is_here(person, today)}
    others = any(
        one.by != member and within_a_year(one, today) for one in touches if here & set(one.people)
    )
    return None if others else member


def tied(plan: "Plan", today: date) -> list[str]:
    """The people still there with whom somebody of ours is said to keep a tie, or has a real one."""
    real = threads(plan, today)
    return [
        id_ for id_, one in plan.roles.items() if is_here(one, today) and (one.ours or id_ in real)
    ]


def leaning(book: "Book", today: date) -> Leaning | None:
    """The member on whom the firm hangs; None in a book of few clients, or of one member."""
    real = {
        id_: plan
        for id_, plan in book.plans.items()
        if keeps_in_touch(plan) and threads(plan, today) and book.has_log(id_)
    }
    if len(real) < _FEWEST or len(present(book.settings, today)) < 2:
        return None
    only = {
        id_: only_one_of_ours(plan, in_force(book.touches.get(id_, ())), today)
        for id_, plan in real.items()
    }
    counts = Counter(member for member in only.values() if member)
    member, most = max(counts.items(), key=lambda pair: pair[1], default=("", 0))
    if most * 2 <= len(real):
        return None
    return Leaning(member, tuple(id_ for id_, one in only.items() if one == member), len(real))
