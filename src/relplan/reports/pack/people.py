"""Sections 3 and 4: the map, the coverage and its gaps; values, strengths and weaknesses."""

from collections import defaultdict

from relplan.analysis.coverage import Row
from relplan.reports.map.chart import STANCES, chart
from relplan.reports.map.mermaid import LEGEND
from relplan.reports.pack.rows import Cell, CoverageRow, PersonRow, Point
from relplan.reports.pack.shape import Analysis, People
from relplan.reports.pack.source import Source

TIES = {
    "none": "–",
    "vendor": "V",
    "credible": "C",
    "problem-solver": "P",
    "trusted-adviser": "T",
}
COVERAGE_LEGEND = (
    "– no tie · V vendor · C credible · P problem-solver · T trusted adviser; the arrow leads to"
    " the tie that is wanted; the number counts touches in the last year"
)


def section(made: Source) -> People:
    """The people of theirs, how they hang together, and who of ours knows them."""
    found = made.facts.coverage
    drawn = chart(made)
    return People(
        map=drawn,
        legend=LEGEND,
        rows=tuple(_person(row, made) for row in found.rows),
        members=tuple(made.member(one) for one in found.members),
        coverage=tuple(
            CoverageRow(row.person.name, tuple(_cell(row, member) for member in found.members))
            for row in found.rows
        ),
        coverage_legend=COVERAGE_LEGEND,
        gaps=drawn.gaps,
    )


def analysis(made: Source) -> Analysis:
    """What they value, what is good, what is missing, each with what shows it."""
    answers: dict[str, list[str]] = defaultdict(list)
    for id_, goal in getattr(made.plan, "goals", {}).items():
        for weakness in goal.answers:
            answers[weakness].append(id_)
    return Analysis(
        values=(*_values(made), *_homework(made)),
        strengths=tuple(
            Point(one.text, one.evidence or "")
            for one in getattr(made.plan, "strengths", {}).values()
        ),
        weaknesses=tuple(
            Point(one.text, one.evidence or "", tuple(answers[id_]))
            for id_, one in getattr(made.plan, "weaknesses", {}).items()
        ),
    )


def tie_of(now: str | None, wanted: str | None) -> str:
    """The tie now and, after an arrow, as it is wanted when that is another."""
    first = now or "not known"
    return f"{first} → {wanted}" if wanted and wanted != now else first


def _person(row: Row, made: Source) -> PersonRow:
    person = row.person
    return PersonRow(
        name=person.name,
        title=person.title or "",
        role=", ".join(one for one in (person.role, _weight(person.influence)) if one),
        stance=person.stance or "not known",
        letter=STANCES[person.stance],
        tie=tie_of(person.tie, person.wanted),
        ours=made.member(person.ours),
    )


def _weight(influence: str | None) -> str:
    return f"{influence} influence" if influence else ""


def _cell(row: Row, member: str) -> Cell:
    touched, tie = row.touches.get(member, 0), ""
    if row.person.ours == member:
        now, wanted = row.person.tie, row.person.wanted
        letters = TIES[now] if now else "?"
        tie = f"{letters} → {TIES[wanted]}" if wanted and wanted != now else letters
    return Cell(tie, str(touched) if touched else "")


def _values(made: Source) -> tuple[Point, ...]:
    return tuple(
        Point(one.text, ", ".join(part for part in (one.known_by, made.day(one.as_of)) if part))
        for one in getattr(made.plan, "values", {}).values()
    )


def _homework(made: Source) -> tuple[Point, ...]:
    return tuple(
        Point(one.learned, ", ".join(p for p in (one.source, one.who, made.day(one.date)) if p))
        for one in getattr(made.plan, "homework", {}).values()
    )
