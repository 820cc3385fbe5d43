"""RP401."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.contacts import is_here, keeps_in_touch
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Plan
from relplan.rules.finding import Context, Finding
from relplan.rules.words import count

_DECIDE = ("decision-maker", "approver")


class NoDecisionMaker:
    """A plan in which nobody decides.

    **Why:** a plan identifies the roles of the people (the customer relationship plan in six steps,
    step two). Without the one who decides, everything that is done for this client is done beside
    the point.

    **Instead:** find out who decides and who approves, and write it as their `role`, with
    `known_by: assumed` while it is a guess.

    Fails:

        roles:
          raj: {name: Raj Patel, role: user}
          dawn: {name: Dawn Hill, role: influencer}

    Passes:

        roles:
          raj: {name: Raj Patel, role: user}
          jane: {name: Jane Porter, role: decision-maker, known_by: assumed}
    """

    code = "RP401"
    name = "no-decision-maker"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "starter"
    target = Plan

    def check(self, plan: Plan, context: Context) -> Iterator[Finding]:
        """The plan of a client we keep in touch with, without a decision-maker or approver."""
        here = [one for one in plan.roles.values() if is_here(one, context.today)]
        if not keeps_in_touch(plan) or any(one.role in _DECIDE for one in here):
            return
        if not here:
            said = "nobody of the client's is written here"
        elif len(here) == 1:
            said = f"{here[0].name} is the only person here, and does not decide"
        else:
            said = f"none of the {count(len(here), 'person', 'people')} here decides"
        yield Finding(
            f"{said}; add who does under `roles:`, with `role: decision-maker` or `role: approver`",
            ("roles",),
        )
