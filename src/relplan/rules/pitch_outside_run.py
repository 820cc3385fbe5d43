"""RP909."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.clock import spoken
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Pitch
from relplan.rules.finding import Context, Finding


class PitchOutsideRun:
    """A pitch on a day on which the campaign does not run.

    **Why:** a proposition is taken to its cohort in a dedicated campaign (domain.md 5, campaign-centric,
    not customer-centric, selling). What is put to somebody before or after it belongs to no campaign,
    and nobody compares what they said.

    **Instead:** mend the day, or write under `runs:` from when to when the campaign runs indeed.

    Fails:

        # campaigns/stock.yaml
        proposition: We hold the stock on your shelf and you pay when you use it
        cohort: {clients: [acme]}
        runs: {from: 2026-11-20, to: 2027-01-29}
        pitches:
          - {date: 2026-11-18, at: acme, to: raj, by: ben}

    Passes:

        # campaigns/stock.yaml
        proposition: We hold the stock on your shelf and you pay when you use it
        cohort: {clients: [acme]}
        runs: {from: 2026-11-16, to: 2027-01-29}
        pitches:
          - {date: 2026-11-18, at: acme, to: raj, by: ben}
    """

    code = "RP909"
    name = "pitch-outside-run"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Pitch

    def check(self, pitch: Pitch, context: Context) -> Iterator[Finding]:
        """The pitch before the first or after the last day of a campaign that says when it runs."""
        campaign = context.book.campaigns.get(context.plan_id)
        runs = campaign.runs if campaign else None
        if runs is None or runs.from_ <= pitch.date <= runs.to or pitch.date > context.today:
            return
        day, early = spoken(pitch.date, context.today), pitch.date < runs.from_
        if early:
            said = f"before the campaign begins ({spoken(runs.from_, context.today)})"
        else:
            said = f"after the campaign ended ({spoken(runs.to, context.today)})"
        mend = "let it begin earlier" if early else "let it run longer"
        yield Finding(
            f"the pitch of {day} is {said}; mend the day, or {mend} under `runs:`", ("date",)
        )
