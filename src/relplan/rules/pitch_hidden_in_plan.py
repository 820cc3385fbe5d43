"""RP907."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.campaigns import Hidden
from relplan.clock import spoken
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Initiative, Plan
from relplan.rules.finding import Context, Finding
from relplan.rules.words import quoted


class PitchHiddenInPlan:
    """An initiative of a plan that is the place of a campaign.

    **Why:** selling happens in a campaign, openly, so that plans can stay plans (domain.md 5,
    campaign-centric, not customer-centric, selling): the two modes exclude each other. A gift with a
    pitch in it was no gift.

    **Instead:** pitch on a visit of its own, and log that visit without `for:`; leave the campaign out
    of the initiative. Found are visits that were part of an initiative and a pitch to the same person
    on the same day, and open initiatives that name a campaign. What sells besides is left to RP301.

    Fails:

        goals:
          shelf:
            goal: They never run out of valves
            initiatives:
              count: {what: Count the valves beside the night shift for an unpaid day and leave them the list, for: [raj]}
        # touches/acme.yaml
        - {date: 2026-11-18, with: [raj], by: ben, how: visit, for: count}
        # campaigns/shelf-stock.yaml
        proposition: We hold the stock on your shelf and you pay when you use it
        pitches:
          - {date: 2026-11-18, at: acme, to: raj, by: ben}

    Passes:

        goals:
          shelf:
            goal: They never run out of valves
            initiatives:
              count: {what: Count the valves beside the night shift for an unpaid day and leave them the list, for: [raj]}
        # touches/acme.yaml
        - {date: 2026-11-18, with: [raj], by: ben, how: visit, for: count}
        - {date: 2026-11-23, with: [raj], by: ben, how: meeting}
        # campaigns/shelf-stock.yaml
        proposition: We hold the stock on your shelf and you pay when you use it
        pitches:
          - {date: 2026-11-23, at: acme, to: raj, by: ben}
    """

    code = "RP907"
    name = "pitch-hidden-in-plan"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Plan

    def check(self, plan: Plan, context: Context) -> Iterator[Finding]:
        """Each initiative on whose visit a campaign was pitched, or whose words name one."""
        if context.pitches is None:
            return
        for one in context.pitches.hidden_in(context.plan_id, plan, context.touches):
            initiative = plan.goals[one.goal].initiatives[one.id]
            if one.pitch:
                to = one.pitch.to
                who = plan.roles[to].name if to in plan.roles else to
                yield Finding(
                    f"{quoted(initiative.what)} was the occasion on which {one.campaign} was pitched to"
                    f" {who} ({spoken(one.pitch.date, context.today)}); pitch on a visit of its own,"
                    " and log that without `for:`",
                    ("goals", one.goal, "initiatives", one.id),
                )
            elif not _sells(initiative, context):
                yield Finding(
                    f"{quoted(initiative.what)} takes the campaign {one.campaign} into the plan;"
                    f" {_there(one)}, and write here what they gain without it",
                    ("goals", one.goal, "initiatives", one.id, "what"),
                )


def _there(one: Hidden) -> str:
    return "pitch it there" if one.in_cohort else "take them into its cohort and pitch it there"


def _sells(initiative: Initiative, context: Context) -> bool:
    said = context.verdicts.of(context.plan_id, initiative) if context.verdicts else None
    return said is not None and said.verdict == "sales"
