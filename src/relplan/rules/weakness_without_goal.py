"""RP206."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.initiatives import unanswered_weaknesses
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Plan
from relplan.rules.finding import Context, Finding
from relplan.rules.words import count, quoted


class WeaknessWithoutGoal:
    """A weakness that no goal answers.

    **Why:** a goal answers a weakness (the customer relationship plan in six steps, steps three and
    four): a weakness that is written down and left alone was not worth writing down.

    **Instead:** name the weakness in the `answers:` of the goal that mends it, or write that goal;
    if the weakness does not matter, remove it.

    Fails:

        weaknesses:
          no-plant-tie: Nobody of ours knows a plant manager
        goals:
          board-early: {goal: The board knows by September what will be asked in December}

    Passes:

        weaknesses:
          no-plant-tie: Nobody of ours knows a plant manager
        goals:
          plants-call-us:
            goal: The plant managers call us before they call anyone else
            answers: [no-plant-tie]
    """

    code = "RP206"
    name = "weakness-without-goal"
    severity: ClassVar[Severity] = "advice"
    profile: ClassVar[Profile] = "team"
    target = Plan

    def check(self, plan: Plan, _context: Context) -> Iterator[Finding]:
        """Each such weakness; all of them at once where the plan has no goals at all."""
        left = unanswered_weaknesses(plan)
        if plan.status == "former" or not left:
            return
        if not plan.goals:
            these = (
                "this weakness"
                if len(left) == 1
                else f"these {count(len(left), 'weakness', 'weaknesses')}"
            )
            yield Finding(
                f"the plan has no goal that answers {these}; write under `goals:` what will be true"
                " instead",
                ("weaknesses",),
            )
            return
        for id_ in left:
            yield Finding(
                f"no goal answers {quoted(plan.weaknesses[id_].text)}; add {id_} to the `answers:`"
                " of a goal, or remove it",
                ("weaknesses", id_),
            )
