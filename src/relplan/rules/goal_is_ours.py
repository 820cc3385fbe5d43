"""RP311."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.diagnostics import Severity
from relplan.judgement.claims import our_gain
from relplan.model.choices import Profile
from relplan.model.kinds import Goal
from relplan.rules.finding import Context, Finding
from relplan.rules.words import quoted


class GoalIsOurs:
    """A goal that states our revenue instead of the client's gain.

    **Why:** a relationship plan lists what could be done for this client (domain.md 1); a goal that
    the client would not sign is a budget.

    **Instead:** write what will be true for them, as they would notice it.

    Fails:

        goals:
          grow: {goal: Grow our fees from Acme to 400k by 2027}

    Passes:

        goals:
          plants-call-us: {goal: The four plant managers call us before they call anyone else}
    """

    code = "RP311"
    name = "goal-is-ours"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Goal

    def check(self, goal: Goal, _context: Context) -> Iterator[Finding]:
        """The goal, when its words count what we earn or sell."""
        if words := our_gain(goal.goal):
            yield Finding(
                f'{quoted(goal.goal)} is our gain ("{words}"); write what will be better for them,'
                " as they would notice it",
                ("goal",),
            )
