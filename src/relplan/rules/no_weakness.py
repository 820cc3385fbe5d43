"""RP211."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.contacts import keeps_in_touch
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Plan
from relplan.rules.finding import Context, Finding
from relplan.rules.words import count


class NoWeakness:
    """A plan that knows strengths and no weakness.

    **Why:** analyse what is good and bad (the customer relationship plan in six steps, step three);
    nobody is perfect, and a goal answers a weakness. Whoever sees none has not asked.

    **Instead:** ask a colleague who was not there, or the client, what is missing; write it under
    `weaknesses:` in words that could be read out to them.

    Fails:

        strengths:
          called-first: The audit team is called first when a rule changes

    Passes:

        strengths:
          called-first: The audit team is called first when a rule changes
        weaknesses:
          no-plant-tie: Nobody of ours knows a plant manager
    """

    code = "RP211"
    name = "no-weakness"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Plan

    def check(self, plan: Plan, _context: Context) -> Iterator[Finding]:
        """The plan of a client we keep in touch with, with strengths alone."""
        if plan.strengths and not plan.weaknesses and keeps_in_touch(plan):
            yield Finding(
                f"the plan has {count(len(plan.strengths), 'strength')} and no weakness; ask a"
                " colleague or the client what is missing, and write it under `weaknesses:`",
                ("strengths",),
            )
