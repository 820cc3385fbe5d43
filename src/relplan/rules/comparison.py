"""A book then and now: what changed in each client, by git, by the dates in it, and by the rules."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from relplan.analysis.change import Change, begin_of
from relplan.diagnostics import Diagnostic
from relplan.files.book import Loaded, with_texts
from relplan.files.trails import Commit, Past, past_of
from relplan.rules.choose import Wanted
from relplan.rules.old_state import OldState, files_of, narrow
from relplan.rules.runner import HARMLESS, lint


class Since(NamedTuple):
    """The first day that counts, or a commit; neither: each client's own last review."""

    day: date | None = None
    commit: Commit | None = None
    named: str = ""
    """The commit as it was asked for."""


class Compared(NamedTuple):
    """One client: the state it is compared with, and what changed since."""

    id: str
    name: str
    owner: str | None
    begin: date
    """The last day of the old state."""
    reviewed: bool
    """True when that was the day of a review."""
    start: Commit | None
    """The commit that holds the old state; None where only the dates in the plan tell."""
    begun: str
    """`before`, `new` since then, `first` where history begins later, `gone`; empty for no state."""
    changes: tuple[Change, ...]


class Comparison(NamedTuple):
    """The clients in the order asked for, and what a reader must know of the history's limits."""

    clients: tuple[Compared, ...]
    notes: tuple[str, ...]


def compare(
    loaded: Loaded, today: date, ids: Sequence[str], since: Since, *, whole: bool = False
) -> Comparison:
    """What changed in these clients and prospects; of a `whole` book also which plans are gone."""
    everyone = loaded.book.everyone()
    begins, reviewed = _begins(loaded, today, ids, since)
    paths = {
        id_: f"{'clients' if id_ in loaded.book.plans else 'prospects'}/{id_}.yaml" for id_ in ids
    }
    firsts = {paths[id_]: _next(begin) for id_, begin in begins.items()}
    other = since.day or _next(loaded.book.settings.review.before(today))
    past = past_of(loaded.root, firsts, since.commit, other if whole else None)
    then = OldState(loaded, past, paths, begins)
    fresh = _findings(loaded, dict.fromkeys(then.starts, today))
    stale = _findings(then.loaded, {id_: begins[id_] for id_ in then.starts})
    found: list[Compared] = []
    for id_ in ids:
        plan, trail = everyone[id_], then.starts.get(id_)
        told = list(then.changes(id_, today))
        begun, start = (trail.begun, trail.start) if trail else ("", None)
        if trail:
            told += _of_rules(fresh[id_], stale[id_])
        day, held = begins[id_], id_ in reviewed
        found.append(Compared(id_, plan.name, plan.owner, day, held, start, begun, tuple(told)))
    notes = ([past.trouble] if past.trouble else []) + then.unread
    return Comparison((*found, *_gone(past, firsts, loaded)), tuple(dict.fromkeys(notes)))


def _begins(
    loaded: Loaded, today: date, ids: Sequence[str], since: Since
) -> tuple[dict[str, date], set[str]]:
    """The last day of each client's old state, and those of whom it was the day of a review."""
    if since.commit or since.day:
        day = since.commit.day if since.commit else _eve(since.day or today)
        return dict.fromkeys(ids, day), set()
    everyone, settings = loaded.book.everyone(), loaded.book.settings
    found = {id_: begin_of(everyone[id_], settings, today) for id_ in ids}
    return {id_: day for id_, (day, _) in found.items()}, {
        i for i, (_, held) in found.items() if held
    }


def _eve(day: date) -> date:
    return day - timedelta(days=1) if day > date.min else day


def _next(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day


def _findings(loaded: Loaded, days: Mapping[str, date]) -> dict[str, list[Diagnostic]]:
    """What the rules find in the files of each client on its day."""
    by_day: dict[date, list[str]] = defaultdict(list)
    for id_, day in days.items():
        by_day[day].append(id_)
    found: dict[str, list[Diagnostic]] = {id_: [] for id_ in days}
    for day, ids in by_day.items():
        for one in lint(narrow(loaded, ids), day, Wanted(files=files_of(ids))):
            if (id_ := one.path.partition("/")[2].removesuffix(".yaml")) in found:
                found[id_].append(one)
    return found


def _of_rules(fresh: list[Diagnostic], stale: list[Diagnostic]) -> Iterator[Change]:
    """The findings that are new and those that are gone, by code and item, never by line.

    No rule looks at a plan of which a part could not be used: then only its faults are compared.
    """
    partly = [
        one for one in (*fresh, *stale) if one.severity == "error" and one.name not in HARMLESS
    ]
    was = {_key(one): one for one in stale if not partly or one.severity == "error"}
    now = {_key(one): one for one in fresh if not partly or one.severity == "error"}
    for key, one in now.items():
        if key not in was:
            yield Change("finding new", key[1], f"{one.code} {one.name}", None, one.message)
    for key, one in was.items():
        if key not in now:
            yield Change("finding gone", key[1], f"{one.code} {one.name}", one.message)


def _key(one: Diagnostic) -> tuple[str, str]:
    place = f"touches.{one.item}" if one.path.startswith("touches/") else one.item
    return one.code, place or one.message


def _gone(past: Past, firsts: Mapping[str, date], loaded: Loaded) -> Iterator[Compared]:
    """The plans that were there at the start and were removed since."""
    for path, trail in past.trails.items():
        if path in firsts or path in loaded.documents or trail.was is None:
            continue
        id_ = path.partition("/")[2].removesuffix(".yaml")
        plan = with_texts(narrow(loaded, ()), {path: trail.was}).book.everyone().get(id_)
        name, owner = (plan.name, plan.owner) if plan else (id_, None)
        last = trail.steps[-1].commit if trail.steps else trail.start
        yield Compared(id_, name, owner, last.day, False, last, "gone", ())
