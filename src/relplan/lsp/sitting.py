"""The judgements of the plans that are open: each text is judged once while the server runs."""

from collections.abc import Mapping, Sequence

from relplan.analysis.verdicts import Judged, Verdicts, judged
from relplan.judgement.memory import judge_all
from relplan.judgement.result import Initiative, Judgement
from relplan.model.book import Book
from relplan.model.plan import Plan

_MOST = 5_000
UNHEARD = Judgement("undecided", False, False, False, False, (), None)
"""Stands for a judgement that nobody made yet; compared by identity."""
_Key = tuple[Initiative, tuple[tuple[str, tuple[str, ...]], ...]]


class Memory:
    """What was judged since the server began."""

    def __init__(self) -> None:
        self._known: dict[_Key, Judgement] = {}
        self.last: dict[str, dict[tuple[str, str], Judgement]] = {}
        """By client, goal and id, the judgement that an initiative had last."""

    def judge(
        self, asked: Sequence[Initiative], words: Mapping[str, Sequence[str]]
    ) -> list[Judgement]:
        """The judgement of each initiative, in order; only what is new is judged."""
        ours = _ours(words)
        new = [one for one in dict.fromkeys(asked) if (one, ours) not in self._known]
        if len(self._known) + len(new) > _MOST:
            self._known.clear()
            new = [*dict.fromkeys(asked)]
        # One alone is a text in the making, which is not worth a place on the disk.
        answers = judge_all(new, words, remember=len(new) > 1)
        self._known |= {(one, ours): said for one, said in zip(new, answers, strict=True)}
        return [self._known[one, ours] for one in asked]

    def recall(
        self, asked: Sequence[Initiative], words: Mapping[str, Sequence[str]]
    ) -> list[Judgement]:
        """The judgement of each initiative, in order; `UNHEARD` for what was not judged yet."""
        ours = _ours(words)
        return [self._known.get((one, ours), UNHEARD) for one in asked]


def _ours(words: Mapping[str, Sequence[str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(sorted((side, tuple(found)) for side, found in words.items()))


class Sitting(Verdicts):
    """The judgements of a book, a plan at a time, as the plans are asked for."""

    def __init__(self, book: Book, memory: Memory) -> None:
        super().__init__(book)
        self._memory = memory
        self._rows: dict[str, tuple[Judged, ...]] = {}

    def _judge(self, client: str, plan: Plan) -> tuple[Judged, ...]:
        rows = judged({client: plan}, self._book.settings, self._memory.judge)[client]
        self._memory.last[client] = {(one.goal, one.id): one.judgement for one in rows}
        return rows

    def of_plan(self, client: str) -> tuple[Judged, ...]:
        """Every initiative of a client's plan with its judgement; none for what is no client."""
        plan = self._book.plans.get(client)
        if plan is None:
            return ()
        if client not in self._rows:
            self._rows[client] = self._judge(client, plan)
        return self._rows[client]


class Recalled(Sitting):
    """The same without judging: new words keep the verdict of the old ones for a moment."""

    waits = False
    """True once somebody asked for words that were not judged yet."""

    def _judge(self, client: str, plan: Plan) -> tuple[Judged, ...]:
        rows = judged({client: plan}, self._book.settings, self._memory.recall)[client]
        last = self._memory.last.get(client, {})
        self.waits |= any(one.judgement is UNHEARD for one in rows)
        heard = (
            one._replace(judgement=last.get((one.goal, one.id), UNHEARD))
            if one.judgement is UNHEARD
            else one
            for one in rows
        )
        return tuple(one for one in heard if one.judgement is not UNHEARD)
