"""The lines of the summary that are about one client."""

from collections.abc import Iterator

from relplan.analysis.contacts import breathing_until, keeper
from relplan.reports.pack.regularity import due_of, last_of
from relplan.reports.summary.looked import Looked
from relplan.reports.summary.shape import ClientRow, DamagedRow, SilentRow


def client(one: Looked) -> ClientRow:
    """The client with its counts."""
    made = one.made
    return ClientRow(
        name=made.plan.name,
        id=made.id,
        owner=made.member(made.plan.owner),
        stands=_stands(one),
        overdue=_of(len(one.overdue), len(one.listed)),
        late=_of(len(one.late), len(one.running)),
        broken=str(one.broken or ""),
        questions=str(len(one.questions) or ""),
        review=made.day(made.plan.review.next) or "no day",
        mark="damaged" if one.damaged else "",
    )


def damaged(one: Looked) -> DamagedRow:
    """Where the repair is."""
    made = one.made
    repair = getattr(made.plan, "repair", None)
    if repair is None:
        state = "no repair has begun"
    else:
        quiet = breathing_until(made.plan, made.today)
        until = f": nobody calls until {made.day(quiet)}" if quiet else ""
        state = f"repair since {made.day(repair.began)}, at the step “{repair.step}”{until}"
    return DamagedRow(made.plan.name, made.member(made.plan.owner), state)


def silent(one: Looked) -> Iterator[SilentRow]:
    """People who decide or count most, and were not heard of in time."""
    made = one.made
    for each in one.silent():
        yield SilentRow(
            name=each.person.name,
            client=made.plan.name,
            ours=made.member(keeper(each.person, made.plan)),
            last=last_of(each, made),
            due=due_of(each, made) if each.cadence else "no cadence",
        )


def _stands(one: Looked) -> str:
    plan = one.made.plan
    status = "" if plan.status == "active" else plan.status
    kind = "prospect" if one.made.kind == "prospect" else ""
    return ", ".join(part for part in (status, kind, plan.priority) if part)


def _of(number: int, all_: int) -> str:
    return f"{number} of {all_}" if number else ""
