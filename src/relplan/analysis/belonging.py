"""To which campaign a line of a plan belongs that sells."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.campaigns import is_over
from relplan.analysis.cohort import cohort
from relplan.analysis.traces import stems, telling_words

if TYPE_CHECKING:
    from relplan.model.book import Book

_ENOUGH = 2
_SHOWN = 3
_EVERYWHERE = stems("offer offers service services workshop review meeting introduce present help")
"""Words of any sale: to share them says nothing."""


class Belonging(NamedTuple):
    """A campaign whose cohort has the client, and the words that it shares with the line."""

    campaign: str
    words: tuple[str, ...]
    """As the line has them, in its order."""


class Belongings:
    """The campaigns of a book that are not over, with their cohorts and words; read when asked for."""

    def __init__(self, book: "Book", today: date) -> None:
        self._book = book
        self._today = today

    def of(self, client: str, text: str) -> Belonging | None:
        """The campaign that is taken to this client and shares most telling words with the text.

        At least two of them: one word in common is chance.
        """
        said: dict[str, str] = {}
        for word in telling_words(text):
            [stem] = stems(word)
            said.setdefault(stem, word)
        best: tuple[int, str] | None = None
        for id_, (members, words) in self._campaigns.items():
            shared = len(said.keys() & words)
            if client in members and shared >= _ENOUGH and (best is None or -shared < best[0]):
                best = -shared, id_
        if best is None:
            return None
        found = [word for stem, word in said.items() if stem in self._campaigns[best[1]][1]]
        return Belonging(best[1], tuple(found[:_SHOWN]))

    @cached_property
    def _campaigns(self) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
        return {
            id_: (
                frozenset(one.id for one in cohort(campaign, self._book)),
                stems(f"{id_} {campaign.proposition} {campaign.promise or ''}") - _EVERYWHERE,
            )
            for id_, campaign in self._book.campaigns.items()
            if not is_over(campaign, self._today)
        }
