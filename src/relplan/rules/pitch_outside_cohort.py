"""RP908."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.cohort import ever_member
from relplan.clock import spoken
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Pitch
from relplan.rules.finding import Context, Finding


class PitchOutsideCohort:
    """A pitch to somebody to whom the campaign is not taken.

    **Why:** a compelling proposition is taken to a cohort (domain.md 5, campaign-centric, not
    customer-centric, selling); one that is put to a client on the fly is made for that client, and weak.

    **Instead:** take them into the `cohort:` with all others like them, or pitch them what is meant for
    them. Left alone is whoever was in the cohort by its rule until their status changed, or until a
    prospect became a client.

    Fails:

        # campaigns/stock.yaml
        proposition: We hold the stock on your shelf and you pay when you use it
        cohort: {where: {tags: [plants]}}
        pitches:
          - {date: 2026-11-18, at: acme, to: raj, by: ben}

    Passes:

        tags: [plants]
        # campaigns/stock.yaml
        proposition: We hold the stock on your shelf and you pay when you use it
        cohort: {where: {tags: [plants]}}
        pitches:
          - {date: 2026-11-18, at: acme, to: raj, by: ben}
    """

    code = "RP908"
    name = "pitch-outside-cohort"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Pitch

    def check(self, pitch: Pitch, context: Context) -> Iterator[Finding]:
        """The pitch at a client or prospect of the book who never belonged to the cohort."""
        campaign = context.book.campaigns.get(context.plan_id)
        plan = context.book.everyone().get(pitch.at)
        if campaign is None or plan is None or ever_member(campaign, pitch.at, context.book):
            return
        yield Finding(
            f"{plan.name} heard the proposition on {spoken(pitch.date, context.today)} and is not in"
            " the cohort; take them into `cohort:` with all others like them, for what is pitched to"
            " one alone is no campaign",
            ("at",),
        )
