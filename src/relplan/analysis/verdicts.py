"""The judgements of a plan's initiatives, today and over the versions that history holds."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from relplan.judgement.memory import judge_all
from relplan.judgement.result import Initiative as Words
from relplan.judgement.result import Judgement

if TYPE_CHECKING:
    from relplan.model.book import Book
    from relplan.model.plan import Initiative, Plan
    from relplan.model.settings import Settings


class Judged(NamedTuple):
    """An initiative of a plan with its judgement; `goal` and `id` are the ids in the file."""

    goal: str
    id: str
    initiative: "Initiative"
    judgement: Judgement


class Turn(NamedTuple):
    """An initiative's words and verdict as they stood from `day` on; `gone` once it was removed."""

    day: date
    goal: str
    id: str
    what: str
    judgement: Judgement | None

    @property
    def gone(self) -> bool:
        """True when the initiative was removed on that day."""
        return self.judgement is None


def words_of(initiative: "Initiative", plan: "Plan") -> Words:
    """What the judge reads of an initiative."""
    return Words(
        initiative.what,
        initiative.invests,
        initiative.learns,
        initiative.illustrates,
        tuple(plan.current_work),
    )


def team_words(settings: "Settings") -> dict[str, tuple[str, ...]]:
    """The team's own words by side, as the judge takes them."""
    words = settings.lint.judgement.words
    sides = {"sales": words.sales, "relationship": words.relationship, "vague": words.vague}
    return {side: found for side, found in sides.items() if found}


Judge = Callable[[Sequence[Words], Mapping[str, Sequence[str]]], Sequence[Judgement]]


def judged(
    plans: Mapping[str, "Plan"], settings: "Settings", judge: Judge = judge_all
) -> dict[str, tuple[Judged, ...]]:
    """Every initiative of every plan with its judgement, by client; judged in one sitting."""
    asked = [
        (client, goal_id, id_, initiative, words_of(initiative, plan))
        for client, plan in plans.items()
        for goal_id, goal in plan.goals.items()
        for id_, initiative in goal.initiatives.items()
    ]
    answers = judge([words for *_, words in asked], team_words(settings))
    found: dict[str, list[Judged]] = {client: [] for client in plans}
    for (client, goal_id, id_, initiative, _), answer in zip(asked, answers, strict=True):
        found[client].append(Judged(goal_id, id_, initiative, answer))
    return {client: tuple(rows) for client, rows in found.items()}


def turns(
    versions: Sequence[tuple[date, "Plan | None"]], settings: "Settings", since: date
) -> tuple[Turn, ...]:
    """How words and verdicts of a plan's initiatives changed since a day.

    `versions` are oldest first, None where the plan did not exist or could not be read. The first
    turn of an initiative is its state on `since`, or the day on which it was added.
    """
    plans = {str(index): plan for index, (_, plan) in enumerate(versions) if plan is not None}
    answers = judged(plans, settings)
    before: dict[tuple[str, str], Judged] = {}
    found: list[Turn] = []
    for index, (day, _) in enumerate(versions):
        if str(index) not in answers:
            continue
        now = {(one.goal, one.id): one for one in answers[str(index)]}
        found += [
            Turn(max(day, since), *place, one.initiative.what, one.judgement)
            for place, one in now.items()
            if place not in before or before[place].judgement != one.judgement
        ]
        found += [
            Turn(day, *place, one.initiative.what, None)
            for place, one in before.items()
            if place not in now
        ]
        before = now
    return tuple(found)


class Verdicts:
    """The judgements of a whole book: made in one sitting, when the first one is asked for."""

    def __init__(self, book: "Book", tell: Callable[[str], object] | None = None) -> None:
        self._book = book
        self._tell = tell or str

    def of_plan(self, client: str) -> tuple[Judged, ...]:
        """Every initiative of a client's plan with its judgement; none for what is no client."""
        return self._judged.get(client, ())

    def of(self, client: str, initiative: "Initiative") -> Judgement | None:
        """The judgement of this very initiative; None where the client has no such."""
        rows = self.of_plan(client)
        return next((one.judgement for one in rows if one.initiative is initiative), None)

    @cached_property
    def _judged(self) -> dict[str, tuple[Judged, ...]]:
        goals = [goal for plan in self._book.plans.values() for goal in plan.goals.values()]
        count = sum(len(goal.initiatives) for goal in goals)
        self._tell(f"judging {count:,} {'initiative' if count == 1 else 'initiatives'}")
        return judged(self._book.plans, self._book.settings)
