"""What a campaign has heard: by the version that was pitched, and the words that come back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.campaigns import feedback
from relplan.analysis.traces import stems, telling_words
from relplan.model.choices import OUTCOMES

if TYPE_CHECKING:
    from relplan.model.campaign import Campaign, Pitch


class Answered(NamedTuple):
    """An outcome, and the pitches of that outcome of which it is written what was said."""

    outcome: str
    said: tuple["Pitch", ...]


class Heard(NamedTuple):
    """One version of the proposition, and what was said of it."""

    version: date | None
    """The day of the version; None for the proposition as it began."""
    text: str
    answers: tuple[Answered, ...]
    """By outcome; none where nothing was said."""


class Recurring(NamedTuple):
    """A word that more than one person used."""

    word: str
    people: tuple[tuple[str, str], ...]
    """Client and person, each once, by the day on which they said it."""


def version_on(campaign: "Campaign", day: date) -> date | None:
    """The version that was pitched on a day: the newest until then; None before the first."""
    return max((one for one in campaign.versions if one <= day), default=None)


def versions(campaign: "Campaign") -> list[tuple[date | None, str]]:
    """Every version with its text, in the order of time, the proposition as it began first."""
    return [(None, campaign.proposition), *sorted(campaign.versions.items())]


def heard(campaign: "Campaign") -> tuple[Heard, ...]:
    """Every version in the order of time, with what was said of it, by outcome."""
    by_version: dict[date | None, list[Pitch]] = defaultdict(list)
    for one in feedback(campaign):
        by_version[version_on(campaign, one.date)].append(one)
    return tuple(
        Heard(day, text, tuple(_by_outcome(by_version[day]))) for day, text in versions(campaign)
    )


def since_last(campaign: "Campaign") -> tuple["Pitch", ...]:
    """What was said of the newest version: no version answers it yet."""
    last = max(campaign.versions, default=None)
    return tuple(one for one in feedback(campaign) if version_on(campaign, one.date) == last)


def recurring(pitches: Iterable["Pitch"]) -> tuple[Recurring, ...]:
    """The telling words that at least two people used, the most used first.

    Words with one beginning are one, and stand as they were first written.
    """
    words: dict[str, str] = {}
    people: dict[str, dict[tuple[str, str], None]] = defaultdict(dict)
    for pitch in sorted(pitches, key=lambda one: one.date):
        for word in telling_words(pitch.feedback or ""):
            [stem] = stems(word)
            words.setdefault(stem, word)
            people[stem][pitch.at, pitch.to] = None
    found = [Recurring(words[stem], tuple(by)) for stem, by in people.items() if len(by) > 1]
    return tuple(sorted(found, key=lambda one: (-len(one.people), one.word)))


def _by_outcome(pitches: list["Pitch"]) -> Iterator[Answered]:
    for outcome in OUTCOMES:
        if said := tuple(one for one in pitches if one.outcome == outcome):
            yield Answered(outcome, tuple(sorted(said, key=lambda one: one.date)))
