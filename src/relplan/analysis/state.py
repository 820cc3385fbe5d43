"""The state of a relationship in one paragraph: only sentences whose facts exist, with names."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.contacts import Log, breathing_until
from relplan.analysis.coverage import Coverage
from relplan.analysis.progress import Work
from relplan.analysis.touches import Contact, Promised
from relplan.clock import MONTHS, spoken

if TYPE_CHECKING:
    from relplan.model.plan import Plan
    from relplan.model.prospect import Prospect


class Facts(NamedTuple):
    """Everything that was computed about one client, for the paragraph and for the decisions."""

    plan: "Plan | Prospect"
    names: dict[str, str]
    """Names of our members by id."""
    log: Log
    coverage: Coverage
    contacts: Sequence[Contact]
    work: Sequence[Work]
    promised: Sequence[Promised]
    way: Sequence[str] = ()
    """Of a prospect that is to be won: the weakest link, and whether the dates can hold."""


def state(facts: Facts) -> str:
    """The paragraph, the gravest first; each sentence stands only when its fact is there."""
    sentences = [
        *_standing(facts),
        *_people(facts),
        *_regularity(facts),
        *_work(facts),
        *_word(facts),
    ]
    return " ".join(sentences)


def listed(names: Sequence[str], most: int = 3) -> str:
    """`A`, `A and B`, `A, B and C`, `A, B, C and 2 more`."""
    shown = list(names[:most])
    if len(names) > most:
        more = len(names) - most
        return f"{', '.join(shown)} and {more} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 touch`, `3 touches`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def _standing(facts: Facts) -> Iterator[str]:
    plan, today = facts.plan, facts.log.today
    owner = facts.names.get(plan.owner or "", plan.owner or "")
    care = f"in {owner}'s care" if owner else "in nobody's care"
    since = [f"since {MONTHS[plan.since.month - 1]} {plan.since.year}"] if plan.since else []
    win = getattr(plan, "win", None)
    if hasattr(plan, "prospect"):
        yield " ".join([plan.name, f"is a prospect ({plan.status})", *since, f"{care}."])
        if win:
            late = (today - win.by).days
            when = f", {late} days past its date" if late > 0 and plan.status == "active" else ""
            yield f"The win: {win.what}, by {spoken(win.by, today)}{when}."
        if facts.way:
            yield "; ".join([facts.way[0][:1].upper() + facts.way[0][1:], *facts.way[1:]]) + "."
        return
    kind = "a client" if plan.status == "active" else f"a {plan.status} client"
    yield f"{plan.name}, {' '.join([kind, *since])}, is {care} (priority {plan.priority})."
    yield from _repair(facts)


def _repair(facts: Facts) -> Iterator[str]:
    repair, today = getattr(facts.plan, "repair", None), facts.log.today
    if facts.plan.status != "damaged":
        return
    if repair is None:
        yield "The relationship is damaged and no repair has begun."
        return
    quiet = breathing_until(facts.plan, today)
    until = f": nobody calls until {spoken(quiet, today)}" if quiet else ""
    yield (
        f"The relationship is damaged; the repair began on {spoken(repair.began, today)} and is at"
        f" the step “{repair.step}”{until}."
    )


def _people(facts: Facts) -> Iterator[str]:
    rows = facts.coverage.rows
    if not rows:
        yield "No person of theirs is written down."
        return
    stances = Counter(row.person.stance or "unknown" for row in rows)
    warm = stances["mentor"] + stances["supporter"]
    cool = [r.person for r in rows if r.person.stance in ("sceptic", "opponent")]
    people = count(len(rows), "person", "people")
    against = listed([f"{one.name} ({one.stance})" for one in cool])
    yield (
        f"Of {people} there, {warm or 'none'} {'speaks' if warm == 1 else 'speak'} for us"
        + (f"; {against} {'does' if len(cool) == 1 else 'do'} not." if cool else ".")
    )
    short = sorted((row for row in rows if row.short_of), key=lambda row: -row.short_of)
    short.sort(key=lambda row: not row.key)
    if short:
        ties = [f"{r.person.name} ({r.person.tie or 'none'})" for r in short]
        yield f"Ties weaker than we want them: {listed(ties)}."
    for gap in facts.coverage.gaps:
        if gap.kind == "one of theirs":
            yield f"The relationship hangs on one person: {gap.what}."


def _regularity(facts: Facts) -> Iterator[str]:
    late = [one for one in facts.contacts if one.days_late > 0]
    listed_as_due = [one for one in facts.contacts if one.due]
    if late:
        names = [
            f"{one.person.name} ({count(one.days_late, 'day') if one.last else 'no touch yet'})"
            for one in late
        ]
        contacts = count(len(listed_as_due), "contact")
        yield f"{len(late)} of {contacts} {_is(late)} overdue: {listed(names)}."
    elif listed_as_due:
        number = len(listed_as_due)
        few = {1: "The one contact is", 2: "Both contacts are"}
        yield f"{few.get(number, f'All {number} contacts are')} on time."
    rung = [one for one in facts.contacts if one.tries]
    if rung:
        names = [f"{one.person.name} ({count(len(one.tries), 'try', 'tries')})" for one in rung]
        yield f"Without an answer: {listed(names)}."


def _work(facts: Facts) -> Iterator[str]:
    noun = "step" if hasattr(facts.plan, "steps") else "initiative"
    running = [one for one in facts.work if one.is_open]
    late = [one for one in running if one.standing == "late"]
    if not running:
        yield f"No {noun} is open."
    elif late:
        names = [f"{one.id} ({one.days_late} days)" for one in late]
        yield f"{len(late)} of {count(len(running), f'open {noun}')} {_is(late)} late: {listed(names)}."
    else:
        yield f"{count(len(running), f'open {noun}')}, none late{_first(running, facts)}."


def _first(running: Sequence[Work], facts: Facts) -> str:
    dated = [one for one in running if one.by]
    if not dated or not dated[0].by:
        return ""
    return f"; first comes {dated[0].id}, by {spoken(dated[0].by, facts.log.today)}"


def _word(facts: Facts) -> Iterator[str]:
    broken = [one for one in facts.promised if one.state == "broken"]
    if broken:
        what = [f"{one.given.what} (by {spoken(one.given.by, facts.log.today)})" for one in broken]
        noun = "A promise is" if len(broken) == 1 else f"{len(broken)} promises are"
        yield f"{noun} broken: {listed(what)}."


def _is(things: Sequence[object]) -> str:
    return "is" if len(things) == 1 else "are"
