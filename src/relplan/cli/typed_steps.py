"""Steps to a win as they are typed: `The board hears it; by 2027-07-01; + Lena; - Otto: his costing`."""

import re
from datetime import date

from relplan.cli.typed_dates import coming_day
from relplan.errors import WrongUse
from relplan.files.new_prospect import Lesson, Person, Step

FORCES = {"+": "propellent", "=": "neutral", "-": "detractor", "−": "detractor"}
FORM = "WHAT; by DAY; + WHO; - WHO: WHY; - ours WHO: WHY > ANSWER; keeps WHAT THEY KEEP"
_PERSON = re.compile(
    r"(?P<sign>[-+=−])\s*(?P<ours>ours\s+)?(?P<name>[^:,>]+)(?:,(?P<title>[^:>]+))?"
    r"(?::(?P<why>[^>]*))?(?:>(?P<answer>.*))?",
    re.DOTALL,
)


def typed_step(text: str, today: date) -> Step:
    """The step that was typed as one text, its parts apart by semicolons."""
    what, *parts = [" ".join(part.split()) for part in text.split(";")]
    if not what or _PERSON.match(what):
        raise WrongUse(f"--step: `{text[:40]}` does not begin with what must be true; write {FORM}")
    step = Step(what)
    for part in parts:
        if part.startswith("by "):
            step = step._replace(by=typed_day("--step", part[3:], today))
        elif part.startswith("keeps "):
            step = step._replace(value=part[6:])
        elif part:
            step = step._replace(people=(*step.people, typed_person(part)))
    return step


def typed_person(part: str) -> Person:
    """Who touches a step: a sign for the force, the name, the title, why, and what meets that."""
    found = _PERSON.fullmatch(part)
    if found is None or not found["name"].strip():
        raise WrongUse(f"--step: `{part[:40]}` is no part of a step; write {FORM}")
    said = {key: " ".join((found[key] or "").split()) for key in ("name", "title", "why", "answer")}
    return Person(force=FORCES[found["sign"]], ours=found["ours"] is not None, **said)


def typed_lesson(text: str) -> Lesson:
    """What was learned and from what: `Waste is reported monthly, from interview`."""
    learned, found, source = text.rpartition(" from ")
    learned, source = " ".join(learned.rstrip(" ,").split()), " ".join(source.split())
    if not found or not learned or not source:
        raise WrongUse(
            f"--learned: `{text[:40]}` does not say from what; write WHAT from SOURCE, such as"
            " 'Waste is reported monthly from an interview with their controller'"
        )
    return Lesson(learned, source)


def typed_day(option: str, text: str, today: date) -> date:
    """A day that is still to come; WrongUse names the option."""
    try:
        return coming_day(text, today)
    except ValueError as error:
        raise WrongUse(f"{option}: {error}") from None
