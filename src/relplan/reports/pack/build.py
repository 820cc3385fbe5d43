"""A book and a day to a pack: one builder a section."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from relplan.analysis.decisions import decisions
from relplan.analysis.state import count, state
from relplan.clock import weekday
from relplan.diagnostics import Diagnostic
from relplan.reports.pack import changes, coming, people, regularity, sources, work
from relplan.reports.pack.rows import FindingRow
from relplan.reports.pack.shape import Findings, Pack, State
from relplan.reports.pack.source import Source, source

if TYPE_CHECKING:
    from relplan.model.book import Book


def build(
    book: "Book", id_: str, today: date, findings: Sequence[Diagnostic] | None = None
) -> Pack:
    """The pack of this client or prospect; `findings` are lint's about the whole book, if asked."""
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
            decisions=(*_of_findings(made, findings or ()), *decisions(made.facts)),
        ),
        changes=changes.section(made),
        people=people.section(made),
        analysis=people.analysis(made),
        work=work.section(made),
        regularity=regularity.section(made),
        invested=regularity.invested(made),
        findings=_findings(made, findings),
        next=coming.section(made),
        sources=sources.section(made),
    )


def _of_findings(made: Source, findings: Sequence[Diagnostic]) -> list[str]:
    """The question that a plan puts when its initiatives are no investments (domain.md 1)."""
    failing = {
        tuple(one.item.split(".")[1:4:2])
        for one in findings
        if one.path == made.path and one.code.startswith("RP3")
    }
    running = [one for one in made.facts.work if one.is_open]
    named = [one for one in running if (one.goal, one.id) in failing]
    if not named:
        return []
    fail = "fails" if len(named) == 1 else "fail"
    question = (
        f"{len(named)} of {count(len(running), 'open initiative')} {fail} a test of a relationship"
        " plan (section 8): who rewrites them, or do they belong in a campaign?"
    )
    return [question]


def _findings(made: Source, findings: Sequence[Diagnostic] | None) -> Findings:
    if findings is None:
        return Findings((), "The rules were not asked for this pack; ask them with: relplan lint")
    own = (made.path, f"touches/{made.id}.yaml")
    mine = [one for one in findings if one.path in own]
    mine.sort(key=lambda one: (not one.code.startswith("RP3"), one.sort_key))
    rows = tuple(
        FindingRow(one.code, one.name, f"{one.path}:{one.line}", one.message) for one in mine
    )
    return Findings(rows, "")
