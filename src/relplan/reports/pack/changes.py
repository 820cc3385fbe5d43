"""Section 2: what changed since the last review: the same changes that `relplan changes` tells."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from relplan.analysis.change import Change, Side
from relplan.analysis.changes import changes
from relplan.analysis.state import count, listed
from relplan.analysis.traces import trace
from relplan.reports.change_words import Words, sentence
from relplan.reports.changes import compared_with, sectioned
from relplan.reports.pack.rows import Decided
from relplan.reports.pack.shape import Changes
from relplan.reports.pack.source import Source
from relplan.rules.comparison import Compared
from relplan.rules.words import quoted

if TYPE_CHECKING:
    from relplan.model.plan import Decision

_MISSING = (
    "Texts, stances and dates that were altered in the plan itself are not compared here: git has no"
    " older state of this plan."
)


def section(made: Source, compared: Compared | None) -> Changes:
    """What is new since the last review; without an old state, as far as the plan's dates tell."""
    last = made.last_review
    held = made.plan.review.held[last] if last else None
    since = (
        f"the review of {made.day(last)}" if last else f"{made.day(made.begin)}; no review is held"
    )
    new = Side(made.plan, made.facts.log.touches, made.today)
    told = compared.changes if compared else changes(new._replace(day=made.begin), new)
    known = compared_with(compared, Words({}, made.today)) if compared and compared.start else ""
    return Changes(
        since=since,
        decided=tuple(_decided(made, one, last) for one in held.decided) if held and last else (),
        news=tuple(_news(made, told)),
        learned=tuple(_learned(made)),
        compared=known,
        missing="" if known else _MISSING,
    )


def _decided(made: Source, one: "Decision", held: date) -> Decided:
    touches = made.facts.log.touches
    found = trace(one.what, made.plan, touches, held, made.today)
    if found is None:
        became = "nothing written since speaks of it"
    elif found.day:
        became = f"{made.day(found.day)}, {quoted(found.said)}"
    else:
        became = f"initiative {found.said} ({found.status})"
    owner = made.member(one.owner) if one.owner else ""
    return Decided(one.what, owner, made.day(one.by), became)


def _news(made: Source, told: Sequence[Change]) -> Iterator[str]:
    yield from _in_touch(made)
    words = Words(made.facts.names, made.today)
    for section, mine in sectioned(told):
        if section != "findings":
            yield from (sentence(one, words) for one in mine)
    yield from _of_rules(told)


def _in_touch(made: Source) -> Iterator[str]:
    new = [t for t in made.facts.log.touches if t.counts and made.begin < t.date <= made.today]
    met = dict.fromkeys(who for touch in new for who in touch.people)
    if new:
        names = listed([made.person(who) for who in met], most=12)
        yield f"{count(len(new), 'touch', 'touches')}, with {names}."
    else:
        yield "No touch was logged."


def _of_rules(told: Sequence[Change]) -> Iterator[str]:
    """How many findings are new and gone, by rule: section 8 has their words."""
    for kind, verb in (("finding new", "new"), ("finding gone", "gone")):
        found = Counter(one.what for one in told if one.kind == kind)
        if found:
            rules = [f"{name} ({number})" if number > 1 else name for name, number in found.items()]
            number = found.total()
            is_ = "is" if number == 1 else "are"
            yield f"{count(number, 'finding')} {is_} {verb}: {listed(rules, most=len(rules))}."


def _learned(made: Source) -> Iterator[str]:
    lines = [t for t in made.facts.log.touches if t.learned and made.begin < t.date <= made.today]
    for touch in sorted(lines, key=lambda one: one.date):
        yield f"{made.day(touch.date)}, {made.people(touch.people)}: {touch.learned}"
