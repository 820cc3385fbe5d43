"""RP210."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.contacts import keeps_in_touch
from relplan.analysis.initiatives import is_finished
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Goal
from relplan.rules.finding import Context, Finding
from relplan.rules.words import quoted


class GoalWithoutMeasure:
    """A goal of which nobody can say whether it is reached.

    **Why:** the plan is reviewed every quarter and compared with the last one (the customer
    relationship plan in six steps, step six); a goal without a measure reads the same in every
    review.

    **Instead:** count something that the client does: `measure: {what: calls from plants a quarter,
    target: 4, actual: 1}`.

    Fails:

        goals:
          plants-call-us: {goal: The plant managers call us before they call anyone else}

    Passes:

        goals:
          plants-call-us:
            goal: The plant managers call us before they call anyone else
            measure: {what: calls from plants a quarter, target: 4, actual: 1}
    """

    code = "RP210"
    name = "goal-without-measure"
    severity: ClassVar[Severity] = "advice"
    profile: ClassVar[Profile] = "strict"
    target = Goal

    def check(self, goal: Goal, context: Context) -> Iterator[Finding]:
        """The goal without `measure`, while something is left to do for it."""
        awake = context.plan is not None and keeps_in_touch(context.plan)
        if awake and goal.measure is None and not is_finished(goal):
            yield Finding(
                f"nothing measures the goal {quoted(goal.goal)}; add `measure:` with what is counted"
                " and its target, such as: calls from plants a quarter"
            )
