"""RP207."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.contacts import keeps_in_touch
from relplan.analysis.initiatives import later_than_goal
from relplan.clock import spoken
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Goal
from relplan.rules.finding import Context, Finding
from relplan.rules.words import quoted


class InitiativeAfterGoal:
    """An initiative that ends after the goal that it serves.

    **Why:** initiatives are time-bound, and are there for a goal (the customer relationship plan in
    six steps, step five): what is done after the goal's day cannot bring it about.

    **Instead:** bring the initiative forward, or give the goal a day that can be kept. Late
    initiatives are left to RP205.

    Fails:

        goals:
          close-faster:
            goal: Each plant closes its month in five days
            by: 2027-03-31
            initiatives:
              close-clinic: {what: Half-day close clinic at each plant, by: 2027-04-30}

    Passes:

        goals:
          close-faster:
            goal: Each plant closes its month in five days
            by: 2027-03-31
            initiatives:
              close-clinic: {what: Half-day close clinic at each plant, by: 2027-01-29}
    """

    code = "RP207"
    name = "initiative-after-goal"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Goal

    def check(self, goal: Goal, context: Context) -> Iterator[Finding]:
        """Each open initiative whose day is still to come, and later than the goal's."""
        if context.plan is None or not keeps_in_touch(context.plan) or goal.by is None:
            return
        for id_, by in later_than_goal(goal):
            if by >= context.today:
                yield Finding(
                    f"{quoted(goal.initiatives[id_].what)} ends on {spoken(by, context.today)}, after"
                    f" the day of its goal, {spoken(goal.by, context.today)}; move one of the two",
                    ("initiatives", id_, "by"),
                )
