"""The way to a win as a page for a terminal and for a pipe; numbers in brackets are lines of the file."""

from collections.abc import Iterator

from relplan.analysis.chain import Link
from relplan.analysis.state import count
from relplan.clock import spoken
from relplan.reports.safe import safe
from relplan.reports.sections import Line, Section, plain
from relplan.reports.sections import text as _text
from relplan.reports.win import words
from relplan.reports.win.way import Way


def sections(way: Way, columns: int | None = None) -> list[Section]:
    """The way in sections; wrapped to `columns` for a terminal, unwrapped and uncut without."""
    parts = (
        ("", _head(way, columns)),
        ("FROM TODAY TO THE WIN", _chain(way, columns)),
        ("THE WEAKEST LINK", _weakest(way, columns)),
        ("THE DATES", _dates(way, columns)),
        ("AT HOME", _ours(way, columns)),
        ("HOMEWORK", _homework(way, columns)),
        ("METRICS, THE MOST IMPORTANT FIRST", _metrics(way, columns)),
        ("", _text(words.LEGEND, columns, indent=0, tone="quiet")),
    )
    found = [Section(heading, tuple(lines)) for heading, lines in parts]
    return [one for one in found if one.lines]


def as_plain(way: Way) -> str:
    """The way for a pipe: nothing cut, no colour."""
    return plain(sections(way))


def _head(way: Way, columns: int | None) -> Iterator[Line]:
    day = f"{spoken(way.today, way.today)} {way.today.year}"
    yield from _text(f"{safe(way.prospect.name)} ({way.id}): the way to the win, {day}", columns, 0)
    sponsor = way.prospect.roles.get(way.win.sponsor or "")
    team = ", ".join(way.member(one) for one in way.prospect.core_team)
    facts = (
        f"{way.document.path}, in the care of {way.member(way.prospect.owner)}",
        f"wanted by {sponsor.name}" if sponsor else "nobody of theirs is written who wants it",
        f"{way.member(way.prospect.voice)} speaks at C-level" if way.prospect.voice else "",
        f"core team: {team}" if team else "",
    )
    yield from _text(safe(" · ".join(one for one in facts if one)), columns, 0, tone="quiet")
    slipping = way.table.verdict in ("slip", "cannot hold")
    yield from _text(safe(words.weakest(way)), columns, 0, tone="late" if way.weakest else "")
    yield from _text(words.verdict(way), columns, 0, tone="late" if slipping else "")


def _chain(way: Way, columns: int | None) -> Iterator[Line]:
    taken = [one for one in way.chain.links if one.standing == "taken"]
    for one in taken:
        yield from _step(one, way, columns)
    yield Line(f"  ─ today, {way.day(way.today)}", "today")
    for one in way.chain.open:
        yield from _step(one, way, columns)
    if not way.chain.links:
        yield from _text("no step is written; add under `steps:` what must be true before", columns)
    win = f"{way.day(way.win.by)} the win: {safe(way.win.what)} [{way.line('win')}]"
    yield from _text(win, columns, 4, lead="★ ", tone="today")


def _step(link: Link, way: Way, columns: int | None) -> Iterator[Line]:
    step, done = link.step, link.standing == "taken"
    worst = way.weakest
    weak = worst is not None and worst.step == link.id
    day = way.day(step.done) if done and step.done else way.day(step.by) if step.by else "no day"
    tone = "quiet" if done else "late" if link.standing == "late" or weak else ""
    said = f"{day} {link.id}: {safe(step.what)} [{way.line('steps', link.id)}]"
    yield from _text(said, columns, 4, lead=f"{words.STANDINGS[link.standing]} ", tone=tone)
    loose = "nothing needs it" if link.loose and not done else ""
    points = next((one.points for one in way.weights if one.step == link.id), 0)
    mark = f"{'the weakest link, ' if weak else ''}{count(points, 'point')}" if points else ""
    people = "  ".join(words.person(one) for one in link.people)
    told = " · ".join(one for one in (step.stage, words.timing(link, way), loose, mark) if one)
    value = f"they keep: {step.value}" if step.value else ""
    for text in (told, people, value)[1 if done else 0 : 2 if done else 3]:
        if text:
            yield from _text(safe(text), columns, 6, tone="quiet" if done else tone)


def _weakest(way: Way, columns: int | None) -> Iterator[Line]:
    """The weakest first in full, then what else is weak, each in a line."""
    worst = way.weakest
    if worst is None:
        yield from _text(words.weakest(way), columns)
        return
    yield from _text(f"{worst.step}: {count(worst.points, 'point')}", columns, 2, tone="late")
    for one in worst.reasons:
        sum_ = words.pulls(way.links[worst.step]) if one.kind == "force" else ""
        said = (
            f"{one.points}  {words.reason(one)}{f': {sum_}' if sum_ else ''} [{way.line(*one.at)}]"
        )
        yield from _text(safe(said), columns, 4)
    others = [one for one in way.weights if one.points and one.step != worst.step]
    for other in sorted(others, key=lambda one: -one.points):
        why = "; ".join(words.reason(one) for one in other.reasons)
        said = f"{other.step}: {count(other.points, 'point')}: {why}"
        yield from _text(safe(said), columns, 2, tone="quiet")


def _dates(way: Way, columns: int | None) -> Iterator[Line]:
    left, longest = way.table.left, way.table.longest
    behind = f", {longest} of them behind each other" if longest > 1 else ""
    said = f"{count(left, 'working day')} to the win, {words.steps_left(way)} to take{behind}"
    yield from _text(said, columns)
    for one in way.table.troubles:
        at = ("steps", one.step, "by") if one.step else ("win", "by")
        said = f"{words.trouble(one, way)} [{way.line(*at)}]"
        yield from _text(safe(said), columns, 4, lead="- ")
    how = (
        "computed from the plan's own days: a step takes the working days that lie between it and"
        " the last step it needs; what is late moves what needs it"
    )
    yield from _text(how, columns, tone="quiet")


def _ours(way: Way, columns: int | None) -> Iterator[Line]:
    for id_, own in way.prospect.ours.items():
        where = [one.id for one in way.chain.links if id_ in one.step.people]
        touched = f"; touches {', '.join(where)}" if where else "; touches no step"
        title = f", {own.title}" if own.title else ""
        motive = f": {own.motive}" if own.motive else ": no motive is written"
        answer = f" → {own.answer}" if own.answer else ""
        missing = own.force == "detractor" and not (own.motive and own.answer)
        unmet = " → nothing meets that yet" if missing and not own.answer else ""
        said = f"{words.SIGNS[own.force]} {own.name}{title}{motive}{answer}{unmet}{touched}"
        tone = "late" if missing else ""
        yield from _text(f"{safe(said)} [{way.line('ours', id_)}]", columns, tone=tone)
    seen = dict.fromkeys(
        one.id for link in way.chain.links for one in link.people if one.side == "ours"
    )
    members = [one for one in seen if one not in way.prospect.ours]
    if members:
        names = ", ".join(way.member(one) for one in members)
        yield from _text(
            safe(f"in steps, without an entry under `ours`: {names}"), columns, tone="quiet"
        )
    if not way.prospect.ours and not members:
        yield from _text("nobody of our own house is written; politics begins at home", columns)


def _homework(way: Way, columns: int | None) -> Iterator[Line]:
    for topic in way.topics:
        ages = [(way.today - day).days for day in (topic.newest, topic.oldest) if day]
        age = " to ".join(f"{one:,}" for one in dict.fromkeys(ages))
        old = f"{age} {'day' if ages == [1, 1] else 'days'} old" if ages else "no date"
        outside = f"{topic.outside} outside sales talks"
        rests = f"; for {', '.join(topic.steps)}" if topic.steps else ""
        lines = ", ".join(str(way.line("homework", one)) for one in topic.entries)
        said = f"{topic.name}: {count(topic.sources, 'source')}, {outside}, {old}{rests} [{lines}]"
        yield from _text(safe(said), columns, tone="" if topic.outside else "late")
    if not way.topics:
        yield from _text("nothing is written of what they value", columns, tone="late")


def _metrics(way: Way, columns: int | None) -> Iterator[Line]:
    below = {one.id: one.below for one in way.misplaced}
    for number, (id_, metric) in enumerate(way.prospect.metrics.items(), 1):
        actual = f"{metric.actual:f}" if metric.actual is not None else "not counted yet"
        target = f" of {metric.target:f}" if metric.target is not None else ", no target"
        moved = words.trend(id_, way)
        said = f"{number}. {metric.what}: {actual}{target}{f', {moved}' if moved else ''}"
        ours = f"; counts what we do, and stands above {below[id_]}" if id_ in below else ""
        yield from _text(f"{safe(said + ours)} [{way.line('metrics', id_)}]", columns)
    if way.prospect.metrics and way.trouble:
        yield from _text(safe(f"the trend: {way.trouble}"), columns, tone="quiet")
