"""What is said of a chain: its verdict, why a step is weak, what is wrong with its dates."""

from relplan.analysis import win_words
from relplan.analysis.chain import Link, Touching
from relplan.analysis.state import count
from relplan.analysis.timetable import TIGHT, Trouble
from relplan.analysis.weakest import NOT_KNOWN, Reason, pull
from relplan.clock import spoken
from relplan.reports.win.way import Way

SIGNS = {"propellent": "+", "neutral": "=", "detractor": "−"}
STANDINGS = {"taken": "✓", "late": "!", "open": "○", "undated": "?"}
LEGEND = (
    "✓ taken · ○ to be taken · ! late · ? no date · + drives it · − holds it back · = neither"
    " · points: force × influence; docs/win.md"
)


def person(one: Touching) -> str:
    """Who touches a step, with the force and what it weighs."""
    house = {"theirs": "", "ours": "ours", "unknown": "nobody knows who"}[one.side]
    influence = f"{one.influence} influence" if one.influence else ""
    told = ", ".join(part for part in (house, influence, "" if one.here else "has left") if part)
    return f"{SIGNS[one.force]} {one.name}" + (f" ({told})" if told else "")


def reason(one: Reason) -> str:
    """Why a step is weak."""
    said = {
        "force": f"those who hold it back weigh {one.against}, those who drive it {one.behind}",
        "unanswered": f"nothing here meets what makes {one.who} hold it back",
        "nobody drives it": "nobody drives it",
        "nobody touches it": "nobody is named who touches it",
        "no value": "it does not say what they gain by it",
        "no homework": "no homework says that it is for this step",
        "sales talk": "all homework for it was heard in sales talks",
        "late": "its day has passed",
        "no date": "it has no day",
    }
    return said[one.kind]


def trouble(one: Trouble, way: Way) -> str:
    """What is wrong with a date."""
    working = count(one.days, "working day")
    links = way.links
    by = links[one.step].step.by if one.step else None
    day = way.day(by) if by else ""
    other = links[one.other].step.by if one.other else None
    said = {
        "win past": f"the day of the win passed {count(one.days, 'day')} ago",
        "too few days": (
            f"{count(way.table.longest, 'step')} must follow each other in {working}, and each takes"
            " one at the least"
        ),
        "after the win": f"{one.step} comes by {day}, after the win itself",
        "order": f"{one.step} comes by {day} and needs {one.other}, which comes by"
        f" {way.day(other) if other else ''}",
        "late": f"{one.step} was to be taken by {day}, {count(one.days, 'day')} ago",
        "undated": f"{one.step} has no day",
        "tight": f"{one.step} comes {working} after {one.other}; fewer than {TIGHT} are tight",
        "day off": f"{one.step} falls on {day}, on which nobody works",
    }
    return said[one.kind]


def verdict(way: Way) -> str:
    """Whether the dates can hold, in one sentence."""
    return win_words.dates(way.table, len(way.chain.open), way.today)


def steps_left(way: Way) -> str:
    """How many steps are still to be taken."""
    return count(len(way.chain.open), "step")


def weakest(way: Way) -> str:
    """The weakest link, in one sentence."""
    return win_words.weakest_link(way.weakest, len(way.chain.open))


def pulls(link: Link) -> str:
    """The sum behind the points of force: each one's force × influence."""
    parts = [f"{one.name} {pull(one):+d}" for one in link.people if pull(one)]
    unknown = any(pull(one) and not one.influence for one in link.people)
    note = f" (influence not written counts {NOT_KNOWN})" if unknown else ""
    return ", ".join(parts).replace("-", "−") + note if parts else ""


def timing(link: Link, way: Way) -> str:
    """What a step waits for, and the working days that the plan gives it."""
    needs = f"needs {', '.join(link.needs)}" if link.needs else ""
    slot = way.table.slots.get(link.id)
    if slot is None or link.step.by is None:
        return needs
    since = f"after {slot.after}" if slot.after else "from today"
    room = f"{count(slot.room, 'working day')} {since}" if link.standing != "late" else ""
    later = slot.expected > max(link.step.by, way.today)
    late = f"expected {way.day(slot.expected)}" if later or link.standing == "late" else ""
    return " · ".join(part for part in (needs, room, late) if part)


def trend(id_: str, way: Way) -> str:
    """How a number moved in git's history."""
    found = way.trends[id_]
    if not found.first:
        return ""
    first = f"{found.first.actual:f} on {spoken(found.first.day, way.today)}"
    if found.direction == "level":
        return (
            f"level since {spoken(found.first.day, way.today)}"
            if not found.changed
            else (f"again {first}, last changed {spoken(found.changed, way.today)}")
        )
    changed = f", last changed {spoken(found.changed, way.today)}" if found.changed else ""
    return f"{found.direction} from {first}{changed}"
