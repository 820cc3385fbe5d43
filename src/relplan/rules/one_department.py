"""RP901."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.campaigns import backers, is_over
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Campaign
from relplan.rules.finding import Context, Finding


class OneDepartment:
    """A proposition that one department, or one person, stands behind.

    **Why:** compelling propositions need senior executives of several departments (domain.md 5,
    campaign-centric, not customer-centric, selling): what one department can promise alone, the others
    will not keep.

    **Instead:** win an executive of another department for it, and name both under `executives:`, each
    under the department.

    Fails:

        # campaigns/stock.yaml
        proposition: We hold the stock on your shelf and you pay when you use it
        executives: {finance: Dana Reid}

    Passes:

        # campaigns/stock.yaml
        proposition: We hold the stock on your shelf and you pay when you use it
        executives: {finance: Dana Reid, operations: Marcus Hale}
    """

    code = "RP901"
    name = "one-department"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Campaign

    def check(self, campaign: Campaign, context: Context) -> Iterator[Finding]:
        """The campaign, until it is over, with fewer than two departments or executives."""
        departments, people = tuple(campaign.executives), backers(campaign)
        if is_over(campaign, context.today) or (len(departments) > 1 and len(people) > 1):
            return
        if not departments:
            said = "no executive of ours stands behind this proposition"
        elif len(departments) == 1:
            said = f"only {departments[0]} stands behind this proposition"
        else:
            said = (
                f"{people[0]} alone stands behind this proposition, for {' and '.join(departments)}"
            )
        yield Finding(
            f"{said}; win executives of several departments, and name them under `executives:`",
            ("executives",) if departments else ("proposition",),
        )
