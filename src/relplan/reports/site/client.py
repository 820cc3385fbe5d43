"""The page of a client or prospect: the pack, what is due, and what the files say in full."""

from collections.abc import Iterator
from typing import Any

from relplan.reports.due_closing import closing
from relplan.reports.map.chart import chart
from relplan.reports.pack import build
from relplan.reports.pack.source import Source
from relplan.reports.site import rows, written
from relplan.reports.site.shape import Fact, Facts, Sheet
from relplan.reports.site.source import Whole, files_of, page_of


def page(whole: Whole, id_: str) -> Sheet:
    """The whole page, or what can be said where the log cannot be read."""
    book, made = whole.book, whole.source(id_)
    files = files_of(book, id_)
    faults = whole.faults(*files)
    if not book.has_log(id_):
        values = {
            **_of_plan(whole, made),
            "map": chart(made),
            "points": tuple(_points(made)),
        }
        return Sheet(page_of(book, id_), made.plan.name, "half", values, faults)
    pack = build(book, id_, whole.today, whole.found_in(*files), whole.compared.get(id_))
    due = whole.due_at(id_)
    values = {
        **vars(pack),
        **_of_plan(whole, made),
        "until": whole.spoken(whole.until),
        "due": rows.due_rows(whole, due.items),
        "closing": closing(due),
        "log": written.log(made),
    }
    return Sheet(page_of(book, id_), made.plan.name, "client", values, faults)


def unread(whole: Whole, path: str) -> Sheet:
    """A file of which nothing could be used: its faults, where its page would be."""
    title = f"{path}.yaml cannot be read"
    return Sheet(f"{path}.html", title, "unread", {}, whole.faults(f"{path}.yaml"))


def _of_plan(whole: Whole, made: Source) -> dict[str, Any]:
    """What the plan itself says, whatever is in the log."""
    return {
        "about": _about(made),
        "owner": whole.member(made.plan.owner),
        "team": [whole.member(one) for one in _team(made)],
        "work_in_hand": getattr(made.plan, "current_work", ()),
        "cards": written.people(made),
        "deeds": written.deeds(made),
        "kind": made.kind,
        "beside": tuple(one for one in _beside(made) if one.facts),
    }


def _about(made: Source) -> str:
    plan = made.plan
    since = f"since {made.day(plan.since)}" if plan.since else ""
    parts = (f"{made.kind}, {plan.status}", f"priority {plan.priority}", since)
    return " · ".join(part for part in parts if part)


def _team(made: Source) -> tuple[str, ...]:
    team = (*getattr(made.plan, "team", ()), *getattr(made.plan, "core_team", ()))
    return tuple(one for one in dict.fromkeys(team) if one != made.plan.owner)


def _beside(made: Source) -> Iterator[Facts]:
    """What a prospect's plan has besides: our own people, the numbers, what was adapted."""
    plan = made.plan
    yield Facts("ours", "Our own people", tuple(_ours(made)))
    yield Facts("metrics", "Numbers, the most important first", tuple(_metrics(made)))
    practices = getattr(plan, "practices", {}).values()
    yield Facts(
        "practices",
        "Adapted from elsewhere",
        tuple(Fact(one.source, one.adapted or "not adapted yet") for one in practices),
    )


def _ours(made: Source) -> Iterator[Fact]:
    for one in getattr(made.plan, "ours", {}).values():
        said = (one.title, one.force, one.motive, f"answer: {one.answer}" if one.answer else "")
        yield Fact(one.name, "; ".join(part for part in said if part))


def _metrics(made: Source) -> Iterator[Fact]:
    for one in getattr(made.plan, "metrics", {}).values():
        actual = f"{one.actual:f}" if one.actual is not None else "not counted yet"
        of = f" of {one.target:f}" if one.target is not None else ""
        yield Fact(one.what, actual + of)


def _points(made: Source) -> Iterator[Fact]:
    for label, field in (("strength", "strengths"), ("weakness", "weaknesses")):
        for one in getattr(made.plan, field, {}).values():
            yield Fact(label, one.text)
