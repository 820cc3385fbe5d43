"""What a search finds: one entry a name or a note, with the place on the page where it stands."""

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from relplan.reports.html.escape import Html
from relplan.reports.pack.source import Source
from relplan.reports.safe import safe
from relplan.reports.site.shape import Entry, Fact
from relplan.reports.site.source import Whole, page_of
from relplan.reports.site.written import deeds, log, people

if TYPE_CHECKING:
    from relplan.model.campaign import Campaign

_IN_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def entries(whole: Whole) -> Iterator[Entry]:
    """Everything that can be found: clients and prospects by id, then campaigns, then members."""
    for id_ in sorted(whole.book.everyone()):
        yield from _of_client(whole.source(id_), page_of(whole.book, id_))
    for id_, one in whole.book.campaigns.items():
        yield from _of_campaign(one, f"campaigns/{id_}.html")
    for id_, member in whole.book.settings.team.items():
        told = (member.title, member.department, member.tier, member.email)
        text = ", ".join(part for part in told if part)
        yield Entry("ours", member.name, "", f"team/{id_}.html", text)


def as_json(found: Iterable[Entry]) -> Html:
    r"""The entries as a JSON list, in a form that no text can end the script element with.

    Texts are shown as everywhere: on one line, and control and bidi characters as `\x1b`.
    """
    rows = [
        [_line(part) for part in (one.kind, one.title, one.where, one.href, one.text)]
        for one in found
    ]
    lines = [json.dumps(row, ensure_ascii=True, separators=(",", ":")) for row in rows]
    return Html("[" + ",\n".join(lines).translate(_IN_SCRIPT) + "]")


def _line(text: str) -> str:
    return safe(" ".join(text.split()))


def _of_client(made: Source, page: str) -> Iterator[Entry]:
    plan, name = made.plan, made.plan.name
    about = (plan.notes, *getattr(plan, "current_work", ()), ", ".join(plan.tags), made.id)
    yield Entry(made.kind, name, "", page, _joined((), about))
    for card in people(made):
        text = _joined(card.facts, (card.title,))
        yield Entry("person", card.name, name, f"{page}#{card.id}", text)
    for title, text, part in _points(made):
        yield Entry(title, text, name, f"{page}#{part}", "")
    for deed in deeds(made):
        kind = deed.id.partition("-")[0]
        yield Entry(kind, deed.what, name, f"{page}#{deed.id}", _joined(deed.facts))
    for line in log(made):
        title = f"{line.day}, {line.people}"
        said = _joined(line.said, (line.how, line.by))
        yield Entry("touch", title, name, f"{page}#{line.id}", said)


def _points(made: Source) -> Iterator[tuple[str, str, str]]:
    """The short texts of a plan: kind, text, and the part of the page."""
    plan = made.plan
    for kind, field in (("value", "values"), ("strength", "strengths"), ("weakness", "weaknesses")):
        for one in getattr(plan, field, {}).values():
            evidence = getattr(one, "evidence", None)
            yield kind, f"{one.text} — {evidence}" if evidence else one.text, "analysis"
    for one in getattr(plan, "homework", {}).values():
        yield "homework", one.learned, "analysis"
    for one in getattr(plan, "goals", {}).values():
        yield "goal", one.goal, "work"
    if win := getattr(plan, "win", None):
        yield "win", win.what, "work"


def _of_campaign(one: "Campaign", page: str) -> Iterator[Entry]:
    told = (one.promise, one.cohort.what, *one.executives.values(), *one.versions.values())
    yield Entry("campaign", one.proposition, "", page, _joined((), told))
    for pitch in one.pitches:
        if pitch.feedback:
            yield Entry("feedback", pitch.feedback, one.proposition, f"{page}#pitches", "")


def _joined(facts: Iterable[Fact], first: Iterable[str | None] = ()) -> str:
    return " · ".join([*(one for one in first if one), *(one.text for one in facts)])
