"""RP201."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.initiatives import served
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Goal, Plan
from relplan.rules.finding import Context, Finding
from relplan.rules.words import quoted


class GoalWithoutInitiative:
    """A goal for which nobody does anything.

    **Why:** goals are easy to write; the "how" is the hard part (the customer relationship plan in
    six steps, step five: key initiatives, detailed and time-bound, for each goal). Dropped
    initiatives do not count.

    **Instead:** write under the goal what somebody will do for it, by when; or remove the goal.

    Fails:

        goals:
          plants-call-us:
            goal: The plant managers call us before they call anyone else
            by: 2027-06-30

    Passes:

        goals:
          plants-call-us:
            goal: The plant managers call us before they call anyone else
            by: 2027-06-30
            initiatives:
              close-clinic: {what: Half-day close clinic at each plant, owner: ben, by: 2026-12-18}
    """

    code = "RP201"
    name = "goal-without-initiative"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "starter"
    target = Goal

    def check(self, goal: Goal, context: Context) -> Iterator[Finding]:
        """The goal, when nothing but dropped initiatives stands under it."""
        former = isinstance(context.plan, Plan) and context.plan.status == "former"
        if not served(goal) and not former:
            yield Finding(
                f"nothing is done for the goal {quoted(goal.goal)}; write under `initiatives:` what"
                " somebody does for it and by when, or remove the goal"
            )
