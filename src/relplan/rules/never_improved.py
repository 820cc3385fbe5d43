"""RP906."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.campaigns import feedback, is_over
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Campaign
from relplan.rules.finding import Context, Finding

_ENOUGH = 3


class NeverImproved:
    """A proposition that feedback has never changed.

    **Why:** the feedback of decision makers improves the proposition (domain.md 5, campaign-centric,
    not customer-centric, selling). When three have said what they think and nothing has changed, nobody
    was listening.

    **Instead:** change the proposition, and write under `versions:` what is different since which day,
    and on whose word; or say there why it stays.

    Fails:

        # campaigns/stock.yaml
        proposition: We hold the stock on your shelf and you pay when you use it
        pitches:
          - {date: 2026-11-11, at: acme, to: raj, by: ben, outcome: later, feedback: asks who owns damaged goods}
          - {date: 2026-11-18, at: acme, to: jane, by: ben, outcome: declined, feedback: asks who insures the shelf}
          - {date: 2026-11-19, at: acme, to: raj, by: ben, outcome: declined, feedback: the shelf is too small}

    Passes:

        # campaigns/stock.yaml
        proposition: We hold the stock on your shelf and you pay when you use it
        pitches:
          - {date: 2026-11-11, at: acme, to: raj, by: ben, outcome: later, feedback: asks who owns damaged goods}
          - {date: 2026-11-18, at: acme, to: jane, by: ben, outcome: declined, feedback: asks who insures the shelf}
          - {date: 2026-11-19, at: acme, to: raj, by: ben, outcome: declined, feedback: the shelf is too small}
        versions: {2026-11-20: Damaged goods are ours until they are scanned (Raj)}
    """

    code = "RP906"
    name = "never-improved"
    severity: ClassVar[Severity] = "advice"
    profile: ClassVar[Profile] = "team"
    target = Campaign

    def check(self, campaign: Campaign, context: Context) -> Iterator[Finding]:
        """The campaign, until it is over, with three feedbacks and no version."""
        said = feedback(campaign)
        if len(said) >= _ENOUGH and not campaign.versions and not is_over(campaign, context.today):
            yield Finding(
                f"{len(said)} pitches brought feedback and the proposition has never changed; write"
                " under `versions:` what is different since which day, and on whose word",
                ("pitches",),
            )
