"""RP310."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.initiatives import open_initiatives
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Plan
from relplan.rules.finding import Context, Finding

_SHARE = 3


class SalesPlan:
    """A plan of whose initiatives more than a third sell.

    **Why:** most "relationship plans" are sales plans (domain.md 1, Maister: build relationship
    plans, not sales plans). One selling line is a slip; a third of them is a plan.

    **Instead:** move the sales activity to a campaign, where it is openly at home (domain.md 5), and
    begin again with the question what this client would thank us for.

    Fails:

        goals:
          closer:
            goal: They call us first when a rule changes
            initiatives:
              audit-door: {what: Free workshop to open the door for the audit}
              tax-door: {what: Free review to open the door for our tax practice}

    Passes:

        goals:
          closer:
            goal: They call us first when a rule changes
            initiatives:
              close-clinic:
                what: Half-day close clinic at each plant, unpaid, and leave a checklist they keep
    """

    code = "RP310"
    name = "sales-plan"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "starter"
    target = Plan

    def check(self, plan: Plan, context: Context) -> Iterator[Finding]:
        """The plan, when more than a third of its open initiatives (and at least two) sell."""
        still_open = {id(one) for one in open_initiatives(plan)}
        rows = [one for one in context.judged if id(one.initiative) in still_open]
        selling = [one for one in rows if one.judgement.verdict == "sales"]
        if len(selling) > 1 and len(selling) * _SHARE > len(rows):
            yield Finding(
                f"{len(selling)} of the {len(rows)} initiatives for {plan.client} sell; take them"
                " to a campaign and write what this client would thank us for",
                ("goals",),
            )
