"""A book and a day to a pack: one builder a section."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from relplan.analysis.decisions import MOST, decisions
from relplan.analysis.repair_track import track
from relplan.analysis.state import count, state
from relplan.clock import weekday
from relplan.diagnostics import Diagnostic
from relplan.reports.pack import campaigns, changes, coming, people, regularity, sources, work
from relplan.reports.pack.rows import FindingRow
from relplan.reports.pack.shape import Findings, Pack, State
from relplan.reports.pack.source import Source, source
from relplan.reports.repair import step_said

if TYPE_CHECKING:
    from relplan.model.book import Book
    from relplan.rules.comparison import Compared


def build(
    book: "Book",
    id_: str,
    today: date,
    findings: Sequence[Diagnostic] | None = None,
    compared: "Compared | None" = None,
) -> Pack:
    """The pack of this client or prospect; `findings` are lint's about the whole book, if asked.

    `compared` is what changed since the last review; without it the dates in the plan tell.
    """
    made = source(book, id_, today)
    return Pack(
        client=made.plan.name,
        id=id_,
        kind=made.kind,
        firm=book.settings.firm,
        date=today.isoformat(),
        day=f"{weekday(today)} {made.day(today)} {today.year}",
        state=State(
            paragraph=state(made.facts),
            notes=" ".join((made.plan.notes or "").split()),
            track=_track(made),
            decisions=asked(made, findings or ()),
        ),
        changes=changes.section(made, compared),
        people=people.section(made),
        analysis=people.analysis(made),
        work=work.section(made),
        regularity=regularity.section(made),
        invested=regularity.invested(made),
        findings=_findings(made, findings),
        next=coming.section(made),
        sources=sources.section(made),
        campaigns=campaigns.section(made, book),
    )


def asked(made: Source, findings: Sequence[Diagnostic]) -> tuple[str, ...]:
    """What the meeting has to decide, the gravest first."""
    return (*_of_findings(made, findings), *decisions(made.facts))[:MOST]


def _track(made: Source) -> tuple[str, ...]:
    """The repair that goes on, or the one that ended since the last review (domain.md 3)."""
    repair, today = getattr(made.plan, "repair", None), made.facts.log.today
    last = made.plan.review.last
    if repair is None or (repair.ended and last and repair.ended < last):
        return ()
    words = {"taken": "", "now": "now: ", "to come": "to come: "}
    return tuple(f"{words[one.state]}{step_said(one, repair, today)}" for one in track(repair))


def _of_findings(made: Source, findings: Sequence[Diagnostic]) -> list[str]:
    """The questions that a plan puts when its initiatives are no investments (domain.md 1)."""
    running = [one for one in made.facts.work if one.is_open]
    of_all = f"of {count(len(running), 'open initiative')}"
    selling = _initiatives(made, findings, "RP301")
    sells = [one for one in running if (one.goal, one.id) in selling]
    failing = _initiatives(made, findings, "RP3") - selling
    fails = [one for one in running if (one.goal, one.id) in failing]
    questions = []
    if sells:
        verb = "sells" if len(sells) == 1 else "sell"
        questions.append(
            f"{len(sells)} {of_all} {verb} (section 8): into a campaign with it, and what do we do"
            " for the client instead?"
        )
    if fails:
        verb = "fails" if len(fails) == 1 else "fail"
        questions.append(
            f"{len(fails)} {of_all} {verb} a test of a relationship plan (section 8): who rewrites"
            f" {'it' if len(fails) == 1 else 'them'}?"
        )
    return questions


def _initiatives(made: Source, findings: Sequence[Diagnostic], codes: str) -> set[tuple[str, str]]:
    """Goal and id of the initiatives that findings with such codes are about."""
    places = [
        one.item.split(".")
        for one in findings
        if one.path == made.path and one.code.startswith(codes)
    ]
    return {
        (place[1], place[3])
        for place in places
        if len(place) > 3 and (place[0], place[2]) == ("goals", "initiatives")
    }


def _findings(made: Source, findings: Sequence[Diagnostic] | None) -> Findings:
    if findings is None:
        return Findings((), "The rules were not asked for this pack; ask them with: relplan lint")
    own = (made.path, f"touches/{made.id}.yaml")
    mine = [one for one in findings if one.path in own]
    mine.sort(key=lambda one: (one.code if one.code.startswith("RP3") else "~", one.sort_key))
    rows = tuple(
        FindingRow(one.code, one.name, f"{one.path}:{one.line}", one.severity, one.message)
        for one in mine
    )
    return Findings(rows, "")
