"""What a review has to decide: questions that the facts of a plan put, the gravest first."""

from collections.abc import Iterator
from decimal import Decimal

from relplan.analysis.coverage import Row
from relplan.analysis.progress import Work
from relplan.analysis.state import Facts, count
from relplan.clock import spoken

MOST = 7
_TRIES = 3
_SOON = 31


def decisions(facts: Facts) -> list[str]:
    """The questions, at most seven: more than that no meeting decides."""
    return list(dict.fromkeys(_all(facts)))[:MOST]


def _all(facts: Facts) -> Iterator[str]:
    yield from _of_house(facts)
    yield from _of_promises(facts)
    yield from (_of_late(one, facts) for one in facts.work if one.standing == "late")
    yield from _of_silent_work(facts)
    yield from _of_goals(facts)
    yield from _of_people(facts)
    yield from _of_contacts(facts)
    yield from _of_review(facts)


def _of_house(facts: Facts) -> Iterator[str]:
    plan, today = facts.plan, facts.log.today
    if not plan.owner:
        yield f"Who answers for {plan.name}? The plan names no owner."
    repair = getattr(plan, "repair", None)
    if plan.status == "damaged" and repair is None:
        yield "Who begins the repair, and with which task put right first?"
    elif plan.status == "damaged" and repair and repair.until and repair.until >= today:
        yield (
            f"Who breaks the ice after {spoken(repair.until, today)}, and with which words? The"
            " faults to own are written in the plan."
        )
    elif plan.status == "damaged" and repair and repair.until:
        yield (
            f"The breathing period ended on {spoken(repair.until, today)}: is “{repair.step}” still"
            " the step, and who takes the next one?"
        )
    win = getattr(plan, "win", None)
    if win and win.by < today and plan.status == "active":
        yield f"The win was set for {spoken(win.by, today)}: a new date, or do we let it rest?"


def _of_promises(facts: Facts) -> Iterator[str]:
    for one in facts.promised:
        if one.state == "broken":
            who = facts.names.get(one.given.owner, one.given.owner)
            when = spoken(one.given.by, facts.log.today)
            yield f"{who} promised “{one.given.what}” by {when}: who makes it good, and when?"


def _of_late(one: Work, facts: Facts) -> str:
    late = count(one.days_late, "day")
    if one.goal == "win":
        return f"The step {one.id} is {late} late: a new date, or another way to the win?"
    begun = count(len(one.touches), "touch", "touches") if one.touches else "nothing logged"
    id_ = one.owner or facts.plan.owner or ""
    return (
        f"{one.id} is {late} late ({facts.names.get(id_, id_ or 'nobody')}, {begun} so far): a new"
        " date, another owner, or do we drop it?"
    )


def _of_silent_work(facts: Facts) -> Iterator[str]:
    """Initiatives whose day is near and of which little or nothing is logged."""
    for one in facts.work:
        if one.standing != "open" or one.goal == "win" or not one.by:
            continue
        if (one.by - facts.log.today).days > _SOON:
            continue
        when = spoken(one.by, facts.log.today)
        hours = sum((touch.hours or Decimal(0) for touch in one.touches), Decimal(0))
        planned = Decimal(one.hours or 0)
        if not one.touches:
            yield f"{one.id} is due by {when} and nothing is logged for it: will it be done?"
        elif hours * 2 < planned:
            yield (
                f"{one.id} is due by {when} and {hours:f} of its {planned:f} hours are logged: is"
                " there time for the rest?"
            )


def _of_goals(facts: Facts) -> Iterator[str]:
    goals, today = getattr(facts.plan, "goals", {}), facts.log.today
    answered = {weakness for goal in goals.values() for weakness in goal.answers}
    for id_, weakness in getattr(facts.plan, "weaknesses", {}).items():
        if id_ not in answered:
            yield f"No goal answers “{weakness.text}”: which one will, or do we live with it?"
    for id_, goal in goals.items():
        running = [one for one in facts.work if one.goal == id_ and one.is_open]
        if goal.by and goal.by < today:
            yield f"The goal {id_} was set for {spoken(goal.by, today)}: met, moved or given up?"
        elif not running:
            yield f"The goal {id_} has no open initiative: is it met, or what is done next for it?"


def _of_people(facts: Facts) -> Iterator[str]:
    served = {who for one in facts.work if one.is_open for who in one.people}
    for row in facts.coverage.rows:
        cool = row.person.stance in ("sceptic", "opponent")
        matters = row.key or row.person.stance == "opponent"
        if cool and matters and row.id not in served:
            yield f"What do we do for {_who(row)}? Nothing that is open is for them."
        if matters and not row.person.ours:
            yield f"Who keeps the tie to {_who(row)}?"
    for gap in facts.coverage.gaps:
        if gap.kind == "one of theirs":
            yield f"Whom else do we get to know, and who of us? For {gap.what}."


def _who(row: Row) -> str:
    parts = [one for one in (row.person.role, row.person.stance) if one]
    return f"{row.person.name} ({', '.join(parts)})" if parts else row.person.name


def _of_contacts(facts: Facts) -> Iterator[str]:
    for one in facts.contacts:
        if len(one.tries) >= _TRIES:
            yield f"{one.person.name} has not answered {len(one.tries)} times: who else tries, or how?"
        elif one.days_late > 0 and one.last is None:
            yield f"No touch with {one.person.name} is logged: who goes first, and when?"
        elif one.cadence and one.days_late > one.cadence.days:
            yield (
                f"{one.person.name} is {one.days_late} days overdue at a rhythm of {one.cadence}:"
                " who goes, or is the rhythm wrong?"
            )


def _of_review(facts: Facts) -> Iterator[str]:
    review, today = facts.plan.review, facts.log.today
    held = max((day for day in review.held if day <= today), default=None)
    for one in review.held[held].decided if held else ():
        if held and one.by and one.by < today:
            yield f"Decided on {spoken(held, today)}, by {spoken(one.by, today)}: {one.what}. Done?"
    if facts.plan.status in ("active", "damaged") and (review.next is None or review.next < today):
        yield "When is the next review? The plan names no day to come."
