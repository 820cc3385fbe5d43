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
    for one in _listed(campaign.cohort):
        found.setdefault(one.id, one)
    if campaign.cohort.where is not None:
        for id_ in (*book.plans, *book.prospects):
            if id_ not in found and (member := _by_rule(campaign.cohort, id_, book)):
                found[id_] = member
    return tuple(found.values())


def member_of(campaign: "Campaign", id_: str, book: "Book") -> Member | None:
    """This client or prospect as a member of the cohort; None when the proposition goes elsewhere."""
    listed = next((one for one in _listed(campaign.cohort) if one.id == id_), None)
    return listed or _by_rule(campaign.cohort, id_, book)


def ever_member(campaign: "Campaign", id_: str, book: "Book") -> bool:
    """True for members, and for whoever only their status or having become a client keeps out."""
    plan = book.everyone().get(id_)
    if plan is None or member_of(campaign, id_, book):
        return plan is not None
    where, unless = campaign.cohort.where, campaign.cohort.unless
    if where is None or id_ in campaign.cohort.without:
        return False
    excepted = unless is not None and not unless.status and _has_for_good(unless, plan)
    return _has_for_good(where, plan) and not excepted


def _listed(cohort: "Cohort") -> Iterator[Member]:
    yield from (Member(id_, "clients", at) for at, id_ in enumerate(cohort.clients))
    yield from (Member(id_, "prospects", at) for at, id_ in enumerate(cohort.prospects))


def _by_rule(cohort: "Cohort", id_: str, book: "Book") -> Member | None:
    kind: Kind = "clients" if id_ in book.plans else "prospects"
    plan = book.plans.get(id_) or book.prospects.get(id_)
    if cohort.where is None or plan is None or id_ in cohort.without:
        return None
    member = Member(id_, kind)
    fits = plan.status in (cohort.where.status or ("active",)) and has(cohort.where, member, plan)
    excepted = cohort.unless is not None and has(cohort.unless, member, plan)
    return member if fits and not excepted else None


def has(traits: "Traits", member: Member, plan: "Plan | Prospect") -> bool:
    """True when all that the traits say is true of this plan; of no traits it is."""
    return (
        traits.of in (None, member.kind)
        and (not traits.status or plan.status in traits.status)
        and _has_for_good(traits, plan)
    )


def _has_for_good(traits: "Traits", plan: "Plan | Prospect") -> bool:
    """True when all that the traits say beside kind and status is true of this plan."""
    return (
        (not traits.priority or plan.priority in traits.priority)
        and (not traits.tags or not set(traits.tags).isdisjoint(plan.tags))
        and (not traits.owner or plan.owner in traits.owner)
    )
