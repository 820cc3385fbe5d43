"""The judge: words of an initiative to a judgement, one or many at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from relplan.judgement import fields, phrases
from relplan.judgement.advice import question, suggestion
from relplan.judgement.cues import Cue, Hit, grammar, team_cues
from relplan.judgement.encoder import Encoder, EncoderMissingError, Reading, encoder
from relplan.judgement.result import TESTS, Evidence, Field, Initiative, Judgement
from relplan.judgement.vote import Settings, Vote, vote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from relplan.judgement.result import Verdict

MOST_EVIDENCE = 4
SELLS_ALONE = 0.75
FIELD_SELLS = 2.0


@dataclass(frozen=True, slots=True)
class _Case:
    """An initiative with its cues and the fields that hold or fail."""

    initiative: Initiative
    hits: tuple[Hit, ...]
    field_hits: Mapping[Field, tuple[Hit, ...]]
    failures: Mapping[Field, Evidence]
    repeats: Evidence | None
    doubt: Evidence | None

    @property
    def holding(self) -> tuple[Field, ...]:
        """The filled fields whose words hold."""
        return tuple(name for name in self.field_hits if name not in self.failures)

    @property
    def text(self) -> str:
        """The initiative with its holding fields, as one sentence."""
        return (
            fields.joined(self.initiative, self.holding) if self.holding else self.initiative.what
        )


def judge(  # noqa: PLR0913 - the fields of an initiative, by name
    what: str,
    invests: str | None = None,
    learns: str | None = None,
    illustrates: str | None = None,
    current_work: Sequence[str] = (),
    *,
    words: Mapping[str, Sequence[str]] | None = None,
) -> Judgement:
    """Judge one initiative by its words; `words` adds a team's own phrases by side."""
    initiative = Initiative(what, invests, learns, illustrates, tuple(current_work))
    return judge_many([initiative], words=words)[0]


def judge_many(
    initiatives: Iterable[Initiative | str], *, words: Mapping[str, Sequence[str]] | None = None
) -> list[Judgement]:
    """Judge each initiative, in order; the same words always get the same judgement."""
    own = team_cues(words)
    cases = [
        _case(one if isinstance(one, Initiative) else Initiative(one), own) for one in initiatives
    ]
    return _Bench(cases).judgements()


def engine_note() -> str | None:
    """Return why only the word rules judge on this machine; None where the model runs."""
    try:
        encoder()
    except EncoderMissingError as missing:
        return str(missing)
    return None


def _case(initiative: Initiative, own: Sequence[Cue]) -> _Case:
    hits = tuple(grammar().hits(initiative.what, own))
    said = {name: fields.declared(initiative, name) for name in TESTS}
    field_hits = {name: tuple(grammar().hits(words, own)) for name, words in said.items() if words}
    failed = {name: fields.failure(name, said[name], found) for name, found in field_hits.items()}
    failures = {name: evidence for name, evidence in failed.items() if evidence}
    doubt = fields.doubtful(initiative, hits, filled=bool(field_hits))
    return _Case(initiative, hits, field_hits, failures, fields.repeats(initiative, hits), doubt)


class _Bench:
    """A sitting: all cases read by the model in as few passes as possible."""

    def __init__(self, cases: Sequence[_Case]) -> None:
        self._cases = cases
        self._model: Encoder | None = None
        self._readings: dict[str, Reading] = {}
        if cases and engine_note() is None:
            self._model = encoder()
            self._read([text for case in cases for text in (case.initiative.what, case.text)])
        self._settings = Settings.of(self._model.facts["vote"]) if self._model else Settings()

    def _read(self, texts: Iterable[str]) -> None:
        new = [text for text in dict.fromkeys(texts) if text not in self._readings]
        if self._model:
            self._readings.update(zip(new, self._model.read(new), strict=True))

    def _vote(self, text: str, hits: Sequence[Hit]) -> Vote:
        reading = self._readings.get(text)
        return vote(reading.scores if reading else None, hits, self._settings)

    def judgements(self) -> list[Judgement]:
        """Return a judgement for each case, in order."""
        votes = [
            (self._vote(case.initiative.what, case.hits), self._joint(case)) for case in self._cases
        ]
        ends = [
            _verdict(case, alone, joint)
            for case, (alone, joint) in zip(self._cases, votes, strict=True)
        ]
        spans = [
            self._phrase(case, end[0], joint)
            for case, end, (_, joint) in zip(self._cases, ends, votes, strict=True)
        ]
        tried = zip(self._cases, ends, spans, strict=True)
        self._read(
            phrases.without(case.initiative.what, span)
            for case, end, span in tried
            if span and end[0] != "relationship"
        )
        return [self._end(*parts) for parts in zip(self._cases, votes, ends, spans, strict=True)]

    def _joint(self, case: _Case) -> Vote:
        hits = [*case.hits, *(hit for name in case.holding for hit in case.field_hits[name])]
        return self._vote(case.text, hits)

    def _phrase(self, case: _Case, verdict: Verdict, joint: Vote) -> phrases.Span | None:
        """Return the phrase to leave out, where no rule or field names a reason."""
        sides = joint.ranked[:2] if verdict == "undecided" else [verdict]
        named = (
            any(hit.cue.side in sides for hit in case.hits)
            or case.failures
            or case.repeats
            or (case.doubt and verdict == "undecided")
        )
        reading = self._readings.get(case.initiative.what)
        if named or not reading:
            return None
        return phrases.heaviest(case.initiative.what, reading, sides[0])

    def _end(
        self,
        case: _Case,
        votes: tuple[Vote, Vote],
        end: tuple[Verdict, bool],
        span: phrases.Span | None,
    ) -> Judgement:
        alone, joint = votes
        verdict, sure = end
        tests = self._passed(case, alone)
        evidence = _named(case, verdict, joint)
        if span:
            evidence = (
                *evidence,
                self._left_out(
                    case, verdict if verdict != "undecided" else joint.ranked[0], span, tests
                ),
            )
        ranked: Sequence[Verdict] = ("relationship", "sales") if case.doubt else joint.ranked
        advice = (
            question(ranked) if verdict == "undecided" else suggestion(verdict, case.hits, tests)
        )
        return Judgement(
            verdict, tests["invests"], tests["learns"], tests["illustrates"], sure, evidence, advice
        )

    def _passed(self, case: _Case, alone: Vote) -> dict[str, bool]:
        passed = alone.passed(self._settings)
        passed.update(dict.fromkeys(case.holding, True))
        if case.repeats:
            passed["invests"] = False
        return passed

    def _left_out(
        self, case: _Case, verdict: Verdict, span: phrases.Span, tests: Mapping[str, bool]
    ) -> Evidence:
        text = case.initiative.what
        rest = phrases.without(text, span)
        turned = (
            self._vote(rest, grammar().hits(rest)).ranked[0] if rest in self._readings else None
        )
        words = text[span[0] : span[1]]
        return Evidence(
            "what",
            *span,
            words,
            phrases.shown(words, verdict, tests, turned if turned != verdict else None),
        )


def _verdict(case: _Case, alone: Vote, joint: Vote) -> tuple[Verdict, bool]:
    """Weigh words and fields: words that sell outweigh filled fields; fields that hold can make a vague act concrete."""
    if case.doubt:
        return "undecided", False
    if alone.chances["sales"] >= SELLS_ALONE and alone.verdict == "sales":
        return "sales", alone.sure
    sells = [hit for hits in case.field_hits.values() for hit in hits if hit.cue.side == "sales"]
    if any(hit.cue.weight >= FIELD_SELLS for hit in sells):
        return "sales", False
    if case.repeats and joint.verdict != "sales":
        return "vague", False
    holding = set(case.holding)
    if "invests" in holding and len(holding) > 1 and joint.chances["sales"] < 1 / 2:
        return "relationship", joint.verdict == "relationship"
    return joint.verdict, joint.sure


def _named(case: _Case, verdict: Verdict, joint: Vote) -> tuple[Evidence, ...]:
    """Return what rules and fields say for the verdict (for both sides where it is undecided)."""
    sides = set(joint.ranked[:2]) if verdict == "undecided" else {verdict}
    doubt = case.doubt if verdict == "undecided" else None
    found = [*case.failures.values(), *(one for one in (case.repeats, doubt) if one)]
    found += [
        Evidence("what", hit.start, hit.end, hit.words, hit.reason)
        for hit in case.hits
        if hit.cue.side in sides
    ]
    for name in case.holding:
        words = fields.declared(case.initiative, name)
        if verdict == "relationship":
            found.append(
                Evidence(name, 0, len(words), words, f"declared as {name}, {fields.HOLDS}")
            )
    return tuple(found[:MOST_EVIDENCE])
