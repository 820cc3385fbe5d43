"""RP215."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.contacts import keeps_in_touch
from relplan.analysis.initiatives import is_finished
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Plan
from relplan.rules.finding import Context, Finding

_MOST = 5


class TooManyGoals:
    """More goals than anybody can pursue for one client.

    **Why:** do not overwhelm yourself (relationship marketing in a professional firm), and each goal
    wants initiatives that are detailed and time-bound (the customer relationship plan in six steps,
    step five). Of seven goals the first two are pursued.

    **Instead:** keep those that this client would notice first, and move the rest to the next review.
    Counted are the goals for which something is left to do; five are the most.

    Fails:

        goals:
          a: {goal: The plants call us before anyone else}
          b: {goal: The board knows by September what will be asked}
          c: {goal: Each plant closes its month in five days}
          d: {goal: Raj takes a fortnight off}
          e: {goal: Suppliers are paid the first time}
          f: {goal: Every apprentice stays to the end}

    Passes:

        goals:
          a: {goal: The plants call us before anyone else}
          b: {goal: The board knows by September what will be asked}
          c: {goal: Each plant closes its month in five days}
    """

    code = "RP215"
    name = "too-many-goals"
    severity: ClassVar[Severity] = "advice"
    profile: ClassVar[Profile] = "team"
    target = Plan

    def check(self, plan: Plan, _context: Context) -> Iterator[Finding]:
        """The plan of a client we keep in touch with, with more than five goals under way."""
        under_way = [goal for goal in plan.goals.values() if not is_finished(goal)]
        if len(under_way) > _MOST and keeps_in_touch(plan):
            yield Finding(
                f"the plan pursues {len(under_way)} goals at once; keep the {_MOST} or fewer that"
                " this client would notice first, and leave the others to the next review",
                ("goals",),
            )
