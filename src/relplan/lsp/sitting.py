"""The judgements of the plans that are open: each text is judged once while the server runs."""

from collections.abc import Mapping, Sequence

from relplan.analysis.verdicts import Judged, Verdicts, judged
from relplan.judgement.memory import judge_all
from relplan.judgement.result import Initiative, Judgement
from relplan.model.book import Book

_MOST = 5_000
_Key = tuple[Initiative, tuple[tuple[str, tuple[str, ...]], ...]]


class Memory:
    """What was judged since the server began."""

    def __init__(self) -> None:
        self._known: dict[_Key, Judgement] = {}

    def judge(
        self, asked: Sequence[Initiative], words: Mapping[str, Sequence[str]]
    ) -> list[Judgement]:
        """The judgement of each initiative, in order; only what is new is judged."""
        ours = tuple(sorted((side, tuple(found)) for side, found in words.items()))
        new = [one for one in dict.fromkeys(asked) if (one, ours) not in self._known]
        if len(self._known) + len(new) > _MOST:
            self._known.clear()
            new = [*dict.fromkeys(asked)]
        # One alone is a text in the making, which is not worth a place on the disk.
        answers = judge_all(new, words, remember=len(new) > 1)
        self._known |= {(one, ours): said for one, said in zip(new, answers, strict=True)}
        return [self._known[one, ours] for one in asked]


class Sitting(Verdicts):
    """The judgements of a book, a plan at a time, as the plans are asked for."""

    def __init__(self, book: Book, memory: Memory) -> None:
        super().__init__(book)
        self._memory = memory
        self._rows: dict[str, tuple[Judged, ...]] = {}

    def of_plan(self, client: str) -> tuple[Judged, ...]:
        """Every initiative of a client's plan with its judgement; none for what is no client."""
        plan = self._book.plans.get(client)
        if plan is None:
            return ()
        if client not in self._rows:
            found = judged({client: plan}, self._book.settings, self._memory.judge)
            self._rows[client] = found[client]
        return self._rows[client]
