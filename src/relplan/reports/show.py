"""A plan on one screen: sections of lines, the same for a terminal and for a pipe."""

from collections.abc import Iterator

from relplan.analysis.coverage import members_of
from relplan.analysis.progress import Work, to_come
from relplan.analysis.state import count
from relplan.analysis.touches import Contact
from relplan.clock import weekday
from relplan.reports.layout import table
from relplan.reports.map.chart import STANCES
from relplan.reports.pack.people import TIES
from relplan.reports.pack.regularity import due_of, last_of
from relplan.reports.pack.source import Source
from relplan.reports.pack.work import measure_of
from relplan.reports.safe import safe
from relplan.reports.sections import Line, Section, plain
from relplan.reports.sections import text as _text

_INDENT = "  "
_TITLE_ROOM = 110
LEGEND = (
    "stance: M mentor, S supporter, N neutral, X sceptic, E opponent"
    " · tie: V vendor, C credible, P problem-solver, T trusted adviser"
)


def sections(made: Source, columns: int | None = None) -> list[Section]:
    """The plan in sections; wrapped to `columns` for a terminal, unwrapped and uncut without."""
    parts = (
        ("", _head(made, columns)),
        ("PEOPLE", _people(made, columns)),
        ("STRENGTHS", _points(made, "strengths", columns)),
        ("WEAKNESSES", _points(made, "weaknesses", columns)),
        ("THE WIN", _win(made, columns)),
        ("GOALS", _goals(made, columns)),
        ("STEPS", _steps(made, columns)),
        ("PROMISED", _promises(made, columns)),
        ("REVIEW", _review(made, columns)),
        ("SELLING, APART FROM THIS", _selling(made, columns)),
    )
    found = [Section(heading, tuple(lines)) for heading, lines in parts]
    return [section for section in found if section.lines]


def as_plain(made: Source) -> str:
    """The plan for a pipe: nothing cut, no colour."""
    return plain(sections(made))


def title(made: Source) -> str:
    """The name by which the client is called, and the id."""
    return f"{safe(made.plan.name)} ({made.id})"


def _head(made: Source, columns: int | None) -> Iterator[Line]:
    plan = made.plan
    since = f"since {made.day(plan.since)}" if plan.since else ""
    facts = [f"{made.kind}, {plan.status}", f"priority {plan.priority}", since]
    yield Line(title(made))
    yield Line(" · ".join(one for one in facts if one))
    others = [safe(made.member(one)) for one in members_of(plan) if one != plan.owner]
    with_ = f", with {', '.join(others)}" if others else ""
    yield from _text(f"in the care of {safe(made.member(plan.owner))}{with_}", columns, indent=0)
    if plan.notes:
        yield from _text(safe(plan.notes).strip(), columns, indent=0, tone="quiet")
    if work := getattr(plan, "current_work", ()):
        text = f"current work: {', '.join(map(safe, work))}"
        yield from _text(text, columns, indent=0, tone="quiet")
    repair = getattr(plan, "repair", None)
    if repair:
        until = f", until {made.day(repair.until)}" if repair.until else ""
        text = f"in repair since {made.day(repair.began)}: {repair.step}{until}"
        yield from _text(text, columns, indent=0, tone="late")


def _people(made: Source, columns: int | None) -> Iterator[Line]:
    found = made.facts.contacts
    if not found:
        yield Line(f"{_INDENT}nobody is written down; add them under `roles`", "quiet")
        return
    under = columns is not None and columns < _TITLE_ROOM
    rows = [_person(one, made, with_title=not under) for one in found]
    lines = table(rows)
    for one, line in zip(found, lines, strict=True):
        yield Line(line, _tone(one))
        if under and one.person.title:
            yield from _text(safe(one.person.title), columns, indent=6, tone="quiet")
    gone = [one for one in made.plan.roles.values() if one.left and one.left <= made.today]
    if gone:
        names = ", ".join(f"{safe(one.name)} ({made.day(one.left)})" for one in gone)
        yield from _text(f"left: {names}", columns, tone="quiet")
    yield from _text(LEGEND, columns, tone="quiet")


def _person(one: Contact, made: Source, *, with_title: bool) -> list[str]:
    person = one.person
    mark = {"late": "!", "today": "*"}.get(_tone(one), " ")
    tie = TIES[person.tie] if person.tie else "?"
    wanted = TIES[person.wanted] if person.wanted and person.wanted != person.tie else ""
    cells = [
        f"{mark} {STANCES[person.stance]}",
        safe(person.name),
        f"{tie}→{wanted}" if wanted else tie,
        person.ours or "nobody",
        last_of(one, made),
        due_of(one, made),
    ]
    return [*cells, safe(person.title or "")] if with_title else cells


def _tone(one: Contact) -> str:
    if one.due is None:
        return "quiet"
    return "late" if one.days_late > 0 else "today" if one.days_late == 0 else ""


def _points(made: Source, field: str, columns: int | None) -> Iterator[Line]:
    goals = getattr(made.plan, "goals", {})
    answered = {weakness for goal in goals.values() for weakness in goal.answers}
    for id_, one in getattr(made.plan, field, {}).items():
        alone = field == "weaknesses" and id_ not in answered
        yield from _text(
            safe(one.text) + (" (no goal answers it)" if alone else ""),
            columns,
            lead="! " if alone else "· ",
            tone="late" if alone else "",
        )
        if one.evidence:
            yield from _text(safe(one.evidence), columns, indent=4, tone="quiet")


def _goals(made: Source, columns: int | None) -> Iterator[Line]:
    for id_, goal in getattr(made.plan, "goals", {}).items():
        by = f"by {made.day(goal.by)}" if goal.by else "no date"
        yield from _text(f"{id_} ({by}): {safe(goal.goal)}", columns, lead="· ")
        if measure := measure_of(goal):
            yield from _text(safe(measure), columns, indent=4, tone="quiet")
        for one in made.facts.work:
            if one.goal == id_:
                yield from _work(one, made, columns, indent=4)


def _win(made: Source, columns: int | None) -> Iterator[Line]:
    win = getattr(made.plan, "win", None)
    if win:
        yield from _text(f"by {made.day(win.by)}: {safe(win.what)}", columns, lead="· ")
    for one in made.facts.way:
        yield from _text(safe(one), columns, indent=4)
    for metric in getattr(made.plan, "metrics", {}).values():
        actual = f"{metric.actual:f}" if metric.actual is not None else "not counted yet"
        of = f" of {metric.target:f}" if metric.target is not None else ""
        yield from _text(f"{safe(metric.what)}: {actual}{of}", columns, indent=4, tone="quiet")


def _steps(made: Source, columns: int | None) -> Iterator[Line]:
    for one in made.facts.work:
        if one.goal == "win":
            yield from _work(one, made, columns, indent=2)


def _work(one: Work, made: Source, columns: int | None, indent: int) -> Iterator[Line]:
    late = one.standing == "late"
    state = f"{count(one.days_late, 'day')} late" if late else one.status
    by = f", by {made.day(one.by)}" if one.by and one.is_open else ""
    by = f", {made.day(one.done)}" if one.done else by
    owner = f", {one.owner}" if one.owner else ""
    text = f"{one.id} ({state}{by}{owner}): {safe(one.what)}"
    tone = "late" if late else "" if one.is_open else "quiet"
    yield from _text(text, columns, indent=indent, lead="! " if late else "- ", tone=tone)


def _promises(made: Source, columns: int | None) -> Iterator[Line]:
    for one in made.facts.promised:
        if one.state in ("open", "broken"):
            given, late = one.given, one.state == "broken"
            text = (
                f"by {made.day(given.by)}, {given.owner} to {safe(made.people(given.people))}:"
                f" {safe(given.what)}"
            )
            yield from _text(
                text, columns, lead="! " if late else "· ", tone="late" if late else ""
            )


def _review(made: Source, columns: int | None) -> Iterator[Line]:
    far = made.plan.review.every or made.settings.review
    coming = to_come(made.plan, made.settings, made.facts.log, far.after(far.after(made.today)))
    for task in coming:
        if task.kind == "review":
            late = task.by < made.today
            day = f"{weekday(task.by)} {made.day(task.by)}"
            yield Line(f"{'! ' if late else _INDENT}next: {day}", "late" if late else "")
    last = made.last_review
    if last is None:
        yield Line(f"{_INDENT}none held yet", "quiet")
        return
    yield Line(f"{_INDENT}last: {weekday(last)} {made.day(last)}; decided:")
    for decided in made.plan.review.held[last].decided:
        yield from _text(safe(decided.what), columns, indent=4, lead="- ")


def _selling(made: Source, columns: int | None) -> Iterator[Line]:
    for one in made.selling:
        heard = f"{one.heard} of {count(one.deciders, 'decision maker')} heard it"
        waiting = f", {one.open} not answered" if one.open else ""
        text = f"{one.campaign}, until {made.day(one.until)}: {heard}{waiting}"
        yield from _text(text, columns, lead="· ")
