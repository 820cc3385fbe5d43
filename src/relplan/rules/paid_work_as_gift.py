"""RP306."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.initiatives import is_open
from relplan.diagnostics import Severity
from relplan.judgement.fields import PAID_WORK
from relplan.model.choices import Profile
from relplan.model.kinds import Initiative
from relplan.rules.finding import Context, Finding
from relplan.rules.words import quoted


class PaidWorkAsGift:
    """An initiative that repeats the paid work in hand.

    **Why:** a gift must go beyond the work in hand (domain.md 1, the third test); what is paid for
    is no investment.

    **Instead:** write what you do besides `current_work`, or say in the line that it is unpaid.

    Fails:

        current_work: [Statutory audit FY26]
        goals:
          closer:
            goal: They call us first when a rule changes
            initiatives:
              audit: {what: Deliver the statutory audit and discuss the findings, learns: how they close}

    Passes:

        current_work: [Statutory audit FY26]
        goals:
          closer:
            goal: They call us first when a rule changes
            initiatives:
              close-clinic:
                what: Half-day close clinic at each plant, unpaid, and leave a checklist they keep
    """

    code = "RP306"
    name = "paid-work-as-gift"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Initiative

    def check(self, initiative: Initiative, context: Context) -> Iterator[Finding]:
        """The initiative, while it is open and its words repeat a line of `current_work`."""
        judgement = context.judgement
        if not is_open(initiative) or judgement is None:
            return
        for one in judgement.evidence:
            if one.reason.startswith(PAID_WORK):
                yield Finding(
                    f"{quoted(initiative.what)} {one.reason.removeprefix('it ')}, which the client"
                    " pays for; write what you do beyond it, unpaid",
                    ("what",),
                )
                return
