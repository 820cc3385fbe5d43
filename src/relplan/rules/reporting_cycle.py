"""RP409."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.reporting import circles
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Plan, Prospect
from relplan.rules.finding import Context, Finding


class ReportingCycle:
    """People who report to each other in a circle.

    **Why:** the relationship map says who stands where (the customer relationship plan in six
    steps, step two); in a circle nobody stands anywhere, and one of the lines is a slip.

    **Instead:** mend or remove one `reports_to:`; who listens to whom belongs in `influences:`.

    Fails:

        roles:
          jane: {name: Jane Porter, role: decision-maker, reports_to: raj}
          raj: {name: Raj Patel, reports_to: jane}

    Passes:

        roles:
          jane: {name: Jane Porter, role: decision-maker}
          raj: {name: Raj Patel, reports_to: jane}
    """

    code = "RP409"
    name = "reporting-cycle"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "starter"
    target = (Plan, Prospect)

    def check(self, plan: Plan | Prospect, _context: Context) -> Iterator[Finding]:
        """Each circle once, at the first of its people."""
        for circle in circles(plan.roles):
            names = [plan.roles[id_].name for id_ in (*circle, circle[0])]
            if len(circle) == 1:
                said = f"{names[0]} is written as reporting to themselves"
            else:
                said = f"{names[0]} reports to {', who reports to '.join(names[1:])}"
            yield Finding(
                f"{said}; mend or remove one `reports_to:`", ("roles", circle[0], "reports_to")
            )
