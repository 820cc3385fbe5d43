"""Section 5: goals and initiatives, what was said, done and comes next."""

from relplan.analysis.progress import Work as Line
from relplan.analysis.state import count
from relplan.reports.pack.rows import Goal, Initiative
from relplan.reports.pack.shape import Work
from relplan.reports.pack.source import Source


def section(made: Source) -> Work:
    """The goals in the plan's order, and all initiatives with the late ones first."""
    win = getattr(made.plan, "win", None)
    sponsor = f", wanted there by {made.person(win.sponsor)}" if win and win.sponsor else ""
    return Work(
        win=f"{win.what}, by {made.day(win.by)}{sponsor}" if win else "",
        goals=tuple(_goal(id_, one, made) for id_, one in getattr(made.plan, "goals", {}).items()),
        initiatives=tuple(_initiative(one, made) for one in made.facts.work),
    )


def measure_of(goal: object) -> str:
    """The measure with its count and its target; nothing when the goal has none."""
    measure = getattr(goal, "measure", None)
    if measure is None:
        return ""
    actual = f"{measure.actual:f}" if measure.actual is not None else "not counted yet"
    return f"{measure.what}: {actual} of {measure.target:f}"


def _goal(id_: str, goal: object, made: Source) -> Goal:
    lines = [one for one in made.facts.work if one.goal == id_]
    late = sum(one.standing == "late" for one in lines)
    done = sum(one.standing == "done" for one in lines)
    running = sum(one.is_open for one in lines)
    parts = [f"{running} open"] if running else []
    parts += [f"{late} late"] if late else []
    parts += [f"{done} done"] if done else []
    by = getattr(goal, "by", None)
    over = f" ({count((made.today - by).days, 'day')} ago)" if by and by < made.today else ""
    return Goal(
        id=id_,
        goal=getattr(goal, "goal", ""),
        by=made.day(by) + over if by else "no date",
        measure=measure_of(goal),
        initiatives=", ".join(parts) or "no initiative",
    )


def _initiative(one: Line, made: Source) -> Initiative:
    mark = one.standing if one.standing in ("late", "undated") else one.status
    return Initiative(
        id=one.id,
        goal=one.goal,
        said=one.what,
        owner=made.member(one.owner or made.plan.owner) if one.goal != "win" else "",
        by=made.day(one.by) if one.by else "no date",
        done=_done(one, made),
        next=_next(one, made),
        mark=mark,
    )


def _done(one: Line, made: Source) -> str:
    if one.done or one.result:
        when = f"done on {made.day(one.done)}" if one.done else "done"
        return f"{when}: {one.result}" if one.result else when
    if not one.touches:
        return "nothing logged for it" if one.is_open and one.goal != "win" else ""
    last = one.touches[-1]
    said = f": {last.note}" if last.note else ""
    return f"{count(len(one.touches), 'touch', 'touches')}, last {made.day(last.date)}{said}"


def _next(one: Line, made: Source) -> str:
    if not one.is_open:
        return ""
    if one.by is None:
        return "set a date"
    if one.standing == "late":
        return f"{count(one.days_late, 'day')} late: set a new date, or drop it"
    left = (one.by - made.today).days
    return f"due in {count(left, 'day')}" if left else "due today"
