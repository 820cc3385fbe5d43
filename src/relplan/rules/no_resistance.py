"""RP902."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.campaigns import is_over
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Campaign
from relplan.rules.finding import Context, Finding


class NoResistance:
    """A proposition that nobody in our own house resists.

    **Why:** if nobody in finance, IT, logistics or production resists, it is probably not a great idea
    (domain.md 5, campaign-centric, not customer-centric, selling); or nobody there has heard of it yet.

    **Instead:** show it to those who would have to carry it, and write under `resistance:` who holds
    what against it, and what answers that.

    Fails:

        # campaigns/stock.yaml
        proposition: We hold the stock on your shelf and you pay when you use it
        executives: {finance: Dana Reid, operations: Marcus Hale}

    Passes:

        # campaigns/stock.yaml
        proposition: We hold the stock on your shelf and you pay when you use it
        resistance: {cash: {who: Dana Reid, what: cash is tied up, answer: pilot with two clients}}
    """

    code = "RP902"
    name = "no-resistance"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Campaign

    def check(self, campaign: Campaign, context: Context) -> Iterator[Finding]:
        """The campaign, until it is over, with no resistance written down."""
        if not campaign.resistance and not is_over(campaign, context.today):
            yield Finding(
                "nobody of ours resists this proposition; show it to finance, IT, logistics and"
                " production, and write under `resistance:` what they hold against it"
                " — without any it is probably no great idea",
                ("proposition",),
            )
