"""RP404."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.contacts import is_here, keeps_in_touch
from relplan.analysis.initiatives import people_in_hand
from relplan.analysis.lists import threads
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Plan
from relplan.rules.finding import Context, Finding


class NoExecutiveTie:
    """A plan without a real tie to anybody at the top.

    **Why:** coverage, and with whom, is part of the analysis (the customer relationship plan in six
    steps, step three). Friends below do not decide whether we are asked again when the house is
    reorganised. It is asked where the plan says of somebody at which `level:` they stand.

    **Instead:** write who stands at the top with `level: executive`, and plan an initiative with
    them in `for:`; a tie counts from `tie: credible` upwards.

    Fails:

        roles:
          jane: {name: Jane Porter, level: executive, tie: none}
          raj: {name: Raj Patel, level: manager, tie: problem-solver}

    Passes:

        roles:
          jane: {name: Jane Porter, level: executive, tie: credible}
          raj: {name: Raj Patel, level: manager, tie: problem-solver}
    """

    code = "RP404"
    name = "no-executive-tie"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Plan

    def check(self, plan: Plan, context: Context) -> Iterator[Finding]:
        """The plan with levels and no real tie to an executive, and nothing in hand for one."""
        here = {id_: one for id_, one in plan.roles.items() if is_here(one, context.today)}
        if not keeps_in_touch(plan) or not any(one.level for one in here.values()):
            return
        top = [id_ for id_, one in here.items() if one.level == "executive"]
        if not top:
            yield Finding(
                "nobody at the top is written here; add who is, with `level: executive`",
                ("roles",),
            )
        elif not {*threads(plan, context.today), *people_in_hand(plan)} & set(top):
            names = " and ".join(here[id_].name for id_ in top[:2])
            yield Finding(
                f"none of ours has a real tie at the top; plan an initiative for {names}, or for"
                " another executive",
                ("roles", top[0]),
            )
