"""RP904."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.campaigns import Unpitched, is_over, unpitched
from relplan.clock import spoken
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Campaign
from relplan.rules.finding import Context, Finding


class DecisionMakerNotPitched:
    """A decision-maker who was passed over.

    **Why:** the proposition is taken to every decision maker of the cohort (domain.md 5,
    campaign-centric, not customer-centric, selling): whoever hears of it from somebody else says no.

    **Instead:** go to them, and write the pitch with what they said. It is asked once somebody else
    there has heard the proposition, and of all of the cohort in the campaign's last fortnight.

    Fails:

        # campaigns/stock.yaml
        proposition: We hold the stock on your shelf and you pay when you use it
        cohort: {clients: [acme]}
        pitches:
          - {date: 2026-11-18, at: acme, to: raj, by: ben}

    Passes:

        # campaigns/stock.yaml
        proposition: We hold the stock on your shelf and you pay when you use it
        cohort: {clients: [acme]}
        pitches:
          - {date: 2026-11-18, at: acme, to: raj, by: ben}
          - {date: 2026-11-19, at: acme, to: jane, by: amara}
    """

    code = "RP904"
    name = "decision-maker-not-pitched"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Campaign

    def check(self, campaign: Campaign, context: Context) -> Iterator[Finding]:
        """Each member of the cohort whose decision-makers were passed over, until it is over."""
        if is_over(campaign, context.today):
            return
        for one in unpitched(campaign, context.book, context.today):
            yield Finding(_said(one, campaign, context), one.member.place)


def _said(one: Unpitched, campaign: Campaign, context: Context) -> str:
    who = " and ".join(one.plan.roles[id_].name for id_ in one.people)
    several = len(one.people) > 1
    heard = next((one.plan.roles[id_].name for id_ in one.pitched if id_ in one.plan.roles), None)
    decide = "decide" if several else "decides"
    if heard is None and campaign.runs:
        end = spoken(campaign.runs.to, context.today)
        return (
            f"nobody at {one.plan.name} has heard the proposition and the campaign ends on {end};"
            f" take it to {who}, who {decide} there"
        )
    return (
        f"{heard or 'somebody'} has heard the proposition and {who}, who {decide} at"
        f" {one.plan.name}, {'have' if several else 'has'} not; take it to them, and write it under"
        " `pitches:`"
    )
