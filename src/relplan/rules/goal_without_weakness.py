"""RP209."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.contacts import keeps_in_touch
from relplan.analysis.initiatives import unanswered_weaknesses
from relplan.diagnostics import Severity
from relplan.judgement.claims import our_gain
from relplan.model.choices import Profile
from relplan.model.kinds import Plan
from relplan.rules.finding import Context, Finding
from relplan.rules.words import quoted


class GoalWithoutWeakness:
    """A goal that answers none of the weaknesses.

    **Why:** a goal answers a weakness (the customer relationship plan in six steps, steps three and
    four). A goal that mends nothing came from somewhere else, mostly from our own wishes.

    **Instead:** name in `answers:` the weakness that it mends; if it is not written down yet, write
    it first. It is asked only where the plan lists weaknesses and each has its goal: before that,
    RP206 and RP211 speak.

    Fails:

        weaknesses:
          no-plant-tie: Nobody of ours knows a plant manager
        goals:
          plants-call-us: {goal: The plant managers call us before anyone else, answers: [no-plant-tie]}
          newsletter-read: {goal: All directors read our newsletter}

    Passes:

        weaknesses:
          no-plant-tie: Nobody of ours knows a plant manager
          board-late: The board hears in December what we found in June
        goals:
          plants-call-us: {goal: The plant managers call us before anyone else, answers: [no-plant-tie]}
          board-early: {goal: The board knows by September what will be asked, answers: [board-late]}
    """

    code = "RP209"
    name = "goal-without-weakness"
    severity: ClassVar[Severity] = "advice"
    profile: ClassVar[Profile] = "team"
    target = Plan

    def check(self, plan: Plan, _context: Context) -> Iterator[Finding]:
        """Each goal without `answers`, unless a weakness waits for one, or its words count our gain."""
        if not plan.weaknesses or not keeps_in_touch(plan) or unanswered_weaknesses(plan):
            return
        for id_, goal in plan.goals.items():
            if not goal.answers and not our_gain(goal.goal):
                yield Finding(
                    f"the goal {quoted(goal.goal)} answers no weakness; name in `answers:` the one"
                    " that it mends, and write it under `weaknesses:` if it is missing there",
                    ("goals", id_),
                )
