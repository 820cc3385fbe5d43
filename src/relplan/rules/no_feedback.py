"""RP905."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.campaigns import is_over
from relplan.clock import spoken
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Pitch
from relplan.rules.finding import Context, Finding


class NoFeedback:
    """An answer to a pitch, and nothing of what was said.

    **Why:** their feedback improves the proposition (domain.md 5, campaign-centric, not
    customer-centric, selling). A bare "declined" improves nothing.

    **Instead:** write as `feedback:` what they said of the proposition, in their words; if they said
    nothing, ask.

    Fails:

        # campaigns/stock.yaml
        proposition: We hold the stock on your shelf and you pay when you use it
        pitches:
          - {date: 2026-11-18, at: acme, to: raj, by: ben, outcome: declined}

    Passes:

        # campaigns/stock.yaml
        proposition: We hold the stock on your shelf and you pay when you use it
        pitches:
          - {date: 2026-11-18, at: acme, to: raj, by: ben, outcome: declined, feedback: asks who owns damaged goods}
    """

    code = "RP905"
    name = "no-feedback"
    severity: ClassVar[Severity] = "advice"
    profile: ClassVar[Profile] = "team"
    target = Pitch

    def check(self, pitch: Pitch, context: Context) -> Iterator[Finding]:
        """The pitch that has its answer and no feedback, until the campaign is over."""
        campaign = context.book.campaigns.get(context.plan_id)
        if campaign is None or is_over(campaign, context.today):
            return
        if pitch.outcome != "open" and not pitch.feedback:
            plan = context.book.everyone().get(pitch.at)
            who = plan.roles[pitch.to].name if plan and pitch.to in plan.roles else pitch.to
            yield Finding(
                f"the pitch to {who} on {spoken(pitch.date, context.today)} is answered"
                f" ({pitch.outcome}), and what they said is not written; add `feedback:`",
                ("outcome",),
            )
