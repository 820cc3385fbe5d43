"""RP214."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.contacts import keeps_in_touch
from relplan.analysis.initiatives import is_open
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Initiative
from relplan.rules.finding import Context, Finding
from relplan.rules.words import quoted


class InitiativeForNobody:
    """An initiative that is done for nobody by name.

    **Why:** a relationship plan lists what could be done FOR this client (Maister, "Build relationship
    plans, not sales plans"), and a client is people. Without a name it is on nobody's mind at the
    moment of the call: `due` shows an initiative beside those whom it is for.

    **Instead:** add `for:` with the people of the plan who gain by it.

    Fails:

        goals:
          close-faster:
            goal: Each plant closes its month in five days
            initiatives:
              close-clinic: {what: Half-day close clinic at each plant}

    Passes:

        goals:
          close-faster:
            goal: Each plant closes its month in five days
            initiatives:
              close-clinic: {what: Half-day close clinic at each plant, for: [raj]}
    """

    code = "RP214"
    name = "initiative-for-nobody"
    severity: ClassVar[Severity] = "advice"
    profile: ClassVar[Profile] = "team"
    target = Initiative

    def check(self, initiative: Initiative, context: Context) -> Iterator[Finding]:
        """The open initiative without `for`, where the plan has people to choose from."""
        plan = context.plan
        if plan is None or not plan.roles or not keeps_in_touch(plan) or initiative.people:
            return
        if is_open(initiative):
            yield Finding(
                f"{quoted(initiative.what)} is for nobody by name; add `for:` with the people who"
                f" gain by it, such as {', '.join(list(plan.roles)[:3])}"
            )
