"""Who of ours keeps in touch with whom: the lists of domain.md 3, and the threads of a plan."""

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from relplan.analysis.contacts import cadence_of, is_here, keeper, keeps_in_touch
from relplan.analysis.coverage import within_a_year
from relplan.analysis.initiatives import people_in_hand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relplan.model.book import Book
    from relplan.model.plan import Plan
    from relplan.model.touch import Touch

_REAL = ("credible", "problem-solver", "trusted-adviser")


def lists(book: "Book", today: date) -> dict[str, list[tuple[str, str]]]:
    """For each member, the (plan, person) pairs that they keep in touch with."""
    kept: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for id_, plan in book.everyone().items():
        if not keeps_in_touch(plan):
            continue
        for person_id, person in plan.roles.items():
            member = keeper(person, plan)
            listed = is_here(person, today) and cadence_of(person, plan, book.settings)
            if member and listed:
                kept[member].append((id_, person_id))
    return kept


def threads(plan: "Plan", today: date) -> tuple[str, ...]:
    """The people still there who find one of ours credible, or more than that."""
    return tuple(
        id_ for id_, person in plan.roles.items() if is_here(person, today) and person.tie in _REAL
    )


def second_thread_in_hand(plan: "Plan", thread: str, today: date) -> bool:
    """True when an open initiative is for somebody beside the one thread."""
    others = people_in_hand(plan) - {thread}
    return any(id_ in plan.roles and is_here(plan.roles[id_], today) for id_ in others)


def both_sides(
    plan: "Plan", touches: "Sequence[Touch]", today: date
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those of theirs who find one of ours credible, and those of ours whom theirs know.

    Ours are known by keeping a tie there, or by a touch in the last year. `touches` are in force.
    """
    here = {id_: one for id_, one in plan.roles.items() if is_here(one, today)}
    kept = [one.ours or plan.owner for one in here.values() if one.tie not in (None, "none")]
    met = [one.by for one in touches if within_a_year(one, today) and set(one.people) & set(here)]
    return threads(plan, today), tuple(dict.fromkeys(one for one in (*kept, *met) if one))
