"""RP301."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.initiatives import is_open
from relplan.analysis.suggestions import another_way
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Initiative
from relplan.rules.finding import Context, Finding
from relplan.rules.words import because, quoted


class SalesPlanInitiative:
    """An initiative that sells.

    **Why:** a plan that goes straight for assignments and revenue is a sales plan, whatever it is
    called (domain.md 1, Maister). Selling is not immoral; calling it a relationship is the error.

    **Instead:** write what could be done for this client, unpaid, to earn and deserve the
    relationship: `relplan ideas CLIENT` has some. If the sale is meant, say so and give it its
    honest place: a proposition taken to a cohort in a campaign (domain.md 5). Where a campaign is taken
    to this client and shares two telling words with the line, it is named; else `relplan new campaign`
    starts one.

    Fails:

        goals:
          closer:
            goal: They call us first when a rule changes
            initiatives:
              audit-door: {what: Free workshop to open the door for the audit}

    Passes:

        goals:
          closer:
            goal: They call us first when a rule changes
            initiatives:
              close-clinic:
                what: Half-day close clinic at each plant, unpaid, and leave a checklist they keep
    """

    code = "RP301"
    name = "sales-plan-initiative"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "starter"
    target = Initiative

    def check(self, initiative: Initiative, context: Context) -> Iterator[Finding]:
        """The initiative, while it is open and its words are known to sell."""
        judgement = context.judgement
        if is_open(initiative) and judgement and judgement.verdict == "sales":
            yield Finding(
                f"{quoted(initiative.what)} sells{because(judgement)}; move it to"
                f" {_campaign(initiative, context)}, or give first:"
                f" {another_way(initiative, context.plan)}",
                ("what",),
            )


def _campaign(initiative: Initiative, context: Context) -> str:
    """The campaign that the initiative belongs to, and how that is known; else how to start one."""
    found = context.belongings and context.belongings.of(context.plan_id, initiative.what)
    if not found or context.plan is None:
        return "a campaign (relplan new campaign starts one)"
    words = " and ".join(f'"{one}"' for one in found.words)
    return (
        f"the campaign {found.campaign}, which is taken to {context.plan.name} and speaks of"
        f" {words} too"
    )
