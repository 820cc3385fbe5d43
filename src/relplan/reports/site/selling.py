"""What a campaign's page shows: the proposition, who stands behind it, who has heard it."""

from collections.abc import Iterator
from dataclasses import dataclass

from relplan.analysis.campaigns import is_over, unpitched
from relplan.analysis.cohort import cohort
from relplan.clock import spoken
from relplan.model.campaign import Campaign
from relplan.reports.site.shape import CohortRow, Fact, Link, PitchRow
from relplan.reports.site.source import Whole
from relplan.reports.site.written import facts


@dataclass(frozen=True)
class Selling:
    """One campaign as texts."""

    proposition: str
    facts: tuple[Fact, ...]
    executives: tuple[Fact, ...]
    resistance: tuple[tuple[str, ...], ...]
    """Who resists, what they hold against it, what answers it."""
    cohort: tuple[CohortRow, ...]
    pitches: tuple[PitchRow, ...]
    versions: tuple[Fact, ...]


@dataclass(frozen=True)
class SellingRow:
    """One campaign in a list."""

    campaign: Link
    owner: Link
    runs: str
    over: bool
    pitched: str


def selling(whole: Whole, one: Campaign) -> Selling:
    """The campaign on the day of the site."""
    return Selling(
        proposition=one.proposition,
        facts=facts(
            ("the client gains", one.promise),
            ("owner", whole.member(one.owner).name),
            ("runs", runs(whole, one)),
            ("for", one.cohort.what),
        ),
        executives=facts(*one.executives.items()),
        resistance=tuple(
            (each.who or "", each.what, each.answer or "") for each in one.resistance.values()
        ),
        cohort=tuple(_cohort(whole, one)),
        pitches=tuple(_pitches(whole, one)),
        versions=facts(
            *((spoken(day, whole.today), text) for day, text in sorted(one.versions.items()))
        ),
    )


def campaigns(whole: Whole) -> tuple[SellingRow, ...]:
    """Every campaign, those that run before those that are over."""
    found = [
        SellingRow(
            Link(one.proposition, f"campaigns/{id_}.html"),
            whole.member(one.owner),
            runs(whole, one),
            is_over(one, whole.today),
            _pitched(whole, one),
        )
        for id_, one in whole.book.campaigns.items()
    ]
    return tuple(sorted(found, key=lambda one: one.over))


def runs(whole: Whole, one: Campaign) -> str:
    """From when to when it runs."""
    if one.runs is None:
        return "no dates"
    first, last = spoken(one.runs.from_, whole.today), spoken(one.runs.to, whole.today)
    return f"{first} to {last}" + (" (over)" if is_over(one, whole.today) else "")


def _pitched(whole: Whole, one: Campaign) -> str:
    heard = {pitch.at for pitch in one.pitches}
    everybody = cohort(one, whole.book)
    return f"{len(heard & {each.id for each in everybody})} of {len(everybody)}"


def _cohort(whole: Whole, one: Campaign) -> Iterator[CohortRow]:
    passed = {each.member.id: each for each in unpitched(one, whole.book, whole.today)}
    everyone = whole.book.everyone()
    for id_ in (each.id for each in cohort(one, whole.book)):
        plan = everyone.get(id_)
        outcomes = [pitch.outcome for pitch in one.pitches if pitch.at == id_]
        left = passed.get(id_)
        names = [left.plan.roles[who].name for who in left.people] if left else []
        yield CohortRow(
            client=whole.client(id_),
            owner=whole.member(plan.owner).name if plan else "",
            pitched=", ".join(outcomes) or "not yet",
            missing=", ".join(names),
        )


def _pitches(whole: Whole, one: Campaign) -> Iterator[PitchRow]:
    everyone = whole.book.everyone()
    for pitch in sorted(one.pitches, key=lambda each: each.date, reverse=True):
        plan = everyone.get(pitch.at)
        person = plan.roles.get(pitch.to) if plan else None
        yield PitchRow(
            day=spoken(pitch.date, whole.today),
            at=whole.client(pitch.at),
            to=person.name if person else pitch.to,
            by=whole.member(pitch.by).name,
            outcome=pitch.outcome,
            feedback=pitch.feedback or "",
        )
