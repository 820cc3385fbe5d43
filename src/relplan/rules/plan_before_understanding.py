"""RP212."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.contacts import keeps_in_touch
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Plan
from relplan.rules.finding import Context, Finding
from relplan.rules.words import count


class PlanBeforeUnderstanding:
    """A plan that sets goals before it says how things stand.

    **Why:** understand where you are, identify the roles, analyse what is good and bad, and only then
    set goals (the customer relationship plan in six steps): planning where to be before knowing where
    you are leads nowhere.

    **Instead:** write under `strengths:` and `weaknesses:` what is good and what is missing, as the
    client would say it; then look at the goals again. Missing people are left to RP401.

    Fails:

        goals:
          plants-call-us: {goal: The plant managers call us before they call anyone else}

    Passes:

        weaknesses:
          no-plant-tie: Nobody of ours knows a plant manager
        goals:
          plants-call-us:
            goal: The plant managers call us before they call anyone else
            answers: [no-plant-tie]
    """

    code = "RP212"
    name = "plan-before-understanding"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Plan

    def check(self, plan: Plan, _context: Context) -> Iterator[Finding]:
        """The plan of a client we keep in touch with, with goals and no analysis."""
        if plan.goals and not plan.strengths and not plan.weaknesses and keeps_in_touch(plan):
            yield Finding(
                f"the plan sets {count(len(plan.goals), 'goal')} and does not say how things stand;"
                " write under `strengths:` and `weaknesses:` what is good and what is missing"
                " — goals answer it",
                ("goals",),
            )
