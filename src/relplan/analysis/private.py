"""The book without what is marked `private: true`: what packs, sites and exports are made from.

What an entry says of itself goes with it, and every mention by id. A private person's name in
somebody else's words cannot be known and stays.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from relplan.analysis.contacts import in_force
from relplan.model.frozen import altered

if TYPE_CHECKING:
    from relplan.model.book import Book
    from relplan.model.touch import Touch

Marked = Mapping[str, frozenset[str]]
"""By client or prospect, the private entries of its plan by their place, such as `roles.jane`."""
_ENTRIES = ("values", "roles", "strengths", "weaknesses", "goals", "ours", "homework")
_WORDS = ("note", "learned", "promise", "kept", "taken_over", "initiative")


def marked(book: "Book") -> Marked:
    """What is private in each plan that has such a thing."""
    found = {id_: frozenset(_marked(plan)) for id_, plan in book.everyone().items()}
    return {id_: places for id_, places in found.items() if places}


def without_private(book: "Book", also: Marked | None = None) -> "Book":
    """The book as others may see it; `also` names entries that are private by a later state of it.

    A line of the log with a private person keeps its day, its effort and the others who were there;
    its words are left out. A line with nobody else is left out whole.
    """
    hidden = {
        id_: places | marked(book).get(id_, frozenset()) for id_, places in (also or {}).items()
    }
    hidden = {**marked(book), **hidden}
    logs, kept = dict(book.touches), dict(book.kept)
    for id_, touches in book.touches.items():
        gone = hidden.get(id_, frozenset())
        if gone or any(one.private for one in touches):
            lines = dict(_lines(touches, gone))
            before = kept.get(id_) or range(len(touches))
            kept[id_] = tuple(before[at] for at in lines)
            logs[id_] = tuple(lines.values())
    return replace(
        book,
        plans={id_: _plan(one, hidden.get(id_)) for id_, one in book.plans.items()},
        prospects={id_: _plan(one, hidden.get(id_)) for id_, one in book.prospects.items()},
        campaigns={id_: _campaign(one, hidden) for id_, one in book.campaigns.items()},
        touches=logs,
        kept=kept,
    )


def is_hidden(item: str, places: Iterable[str]) -> bool:
    """True when the item is one of these places, or inside of one."""
    return any(f"{item}.".startswith(f"{place}.") for place in places)


def _marked(plan: Any) -> Iterator[str]:
    for section in _ENTRIES:
        for id_, entry in getattr(plan, section, {}).items():
            if entry.private:
                yield f"{section}.{id_}"
    for goal, entry in getattr(plan, "goals", {}).items():
        for id_, initiative in entry.initiatives.items():
            if entry.private or initiative.private:
                yield f"goals.{goal}.initiatives.{id_}"


def _ids(places: Iterable[str], section: str) -> frozenset[str]:
    """The ids of the entries of this section; of `initiatives` in whatever goal."""
    return frozenset(one.rpartition(".")[2] for one in places if one.split(".")[-2] == section)


def _plan(plan: Any, hidden: frozenset[str] | None) -> Any:
    if not hidden:
        return plan
    people, colleagues = _ids(hidden, "roles"), _ids(hidden, "ours")
    changes = {
        section: _entries(getattr(plan, section), _ids(hidden, section))
        for section in _ENTRIES
        if hasattr(plan, section)
    }
    changes["roles"] = {id_: _person(one, people) for id_, one in changes["roles"].items()}
    held = {day: _without(one, "people", people) for day, one in plan.review.held.items()}
    changes["review"] = altered(plan.review, held=held)
    if "goals" in changes:
        changes["goals"] = {id_: _goal(id_, one, hidden) for id_, one in changes["goals"].items()}
    if getattr(plan, "win", None) and plan.win.sponsor in people:
        changes["win"] = altered(plan.win, sponsor=None)
    if hasattr(plan, "steps"):
        changes["steps"] = {
            id_: altered(one, people=_entries(one.people, people | colleagues))
            for id_, one in plan.steps.items()
        }
    return altered(plan, **changes)


def _entries(found: Mapping[str, Any], gone: Iterable[str]) -> dict[str, Any]:
    return {id_: one for id_, one in found.items() if id_ not in gone}


def _without(record: Any, field: str, gone: frozenset[str]) -> Any:
    ids = getattr(record, field)
    left = tuple(one for one in ids if one not in gone)
    return record if len(left) == len(ids) else altered(record, **{field: left})


def _person(person: Any, gone: frozenset[str]) -> Any:
    if person.reports_to in gone:
        person = altered(person, reports_to=None)
    return _without(person, "influences", gone)


def _goal(id_: str, goal: Any, hidden: frozenset[str]) -> Any:
    people, inside = _ids(hidden, "roles"), f"goals.{id_}.initiatives."
    initiatives = {
        key: _without(one, "people", people)
        for key, one in goal.initiatives.items()
        if f"{inside}{key}" not in hidden
    }
    return altered(_without(goal, "answers", _ids(hidden, "weaknesses")), initiatives=initiatives)


def _lines(touches: tuple["Touch", ...], hidden: frozenset[str]) -> Iterator[tuple[int, "Touch"]]:
    """The lines that stand and that others may see, each with its place."""
    people, initiatives = _ids(hidden, "roles"), _ids(hidden, "initiatives")
    standing = {id(one) for one in in_force(touches)}
    for at, line in enumerate(touches):
        others = tuple(one for one in line.people if one not in people)
        if id(line) not in standing or line.private or not others:
            continue
        if len(others) < len(line.people) or line.initiative in initiatives:
            line = altered(line, people=others, **dict.fromkeys(_WORDS))  # noqa: PLW2901 -- the same line, shortened
        yield at, line


def _campaign(campaign: Any, hidden: Marked) -> Any:
    pitches = tuple(
        one for one in campaign.pitches if one.to not in _ids(hidden.get(one.at, ()), "roles")
    )
    return campaign if len(pitches) == len(campaign.pitches) else altered(campaign, pitches=pitches)
