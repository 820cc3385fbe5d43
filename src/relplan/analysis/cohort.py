"""To whom a campaign is taken: who is listed, and whom the rule of its cohort finds in the book."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from relplan.model.book import Book
    from relplan.model.campaign import Campaign, Cohort, Traits
    from relplan.model.plan import Plan
    from relplan.model.prospect import Prospect

Kind = Literal["clients", "prospects"]


class Member(NamedTuple):
    """A client or prospect to whom the proposition is taken, and what makes it one."""

    id: str
    kind: Kind
    at: int | None = None
    """Where it stands in its list; None when the rule found it."""

    @property
    def place(self) -> tuple[str | int, ...]:
        """The place in the campaign's file that makes it a member."""
        return ("cohort", "where") if self.at is None else ("cohort", self.kind, self.at)


def cohort(campaign: "Campaign", book: "Book") -> tuple[Member, ...]:
    """Everybody to whom the proposition is taken, each once: the listed, then those of the rule.

    A list is never narrowed: `unless` and `without` are exceptions of the rule.
    """
    found: dict[str, Member] = {}
    for one in (*_listed(campaign.cohort), *_fitting(campaign.cohort, book)):
        found.setdefault(one.id, one)
    return tuple(found.values())


def _listed(cohort: "Cohort") -> Iterator[Member]:
    yield from (Member(id_, "clients", at) for at, id_ in enumerate(cohort.clients))
    yield from (Member(id_, "prospects", at) for at, id_ in enumerate(cohort.prospects))


def _fitting(cohort: "Cohort", book: "Book") -> Iterator[Member]:
    if cohort.where is None:
        return
    everyone: list[tuple[Member, Plan | Prospect]] = [
        *((Member(id_, "clients"), plan) for id_, plan in book.plans.items()),
        *((Member(id_, "prospects"), plan) for id_, plan in book.prospects.items()),
    ]
    statuses = cohort.where.status or ("active",)
    for member, plan in everyone:
        excepted = cohort.unless is not None and has(cohort.unless, member, plan)
        fits = plan.status in statuses and has(cohort.where, member, plan)
        if fits and not excepted and member.id not in cohort.without:
            yield member


def has(traits: "Traits", member: Member, plan: "Plan | Prospect") -> bool:
    """True when all that the traits say is true of this plan; of no traits it is."""
    return (
        traits.of in (None, member.kind)
        and (not traits.priority or plan.priority in traits.priority)
        and (not traits.status or plan.status in traits.status)
        and (not traits.tags or not set(traits.tags).isdisjoint(plan.tags))
        and (not traits.owner or plan.owner in traits.owner)
    )
