"""RP910."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.clock import spoken
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Pitch
from relplan.rules.finding import Context, Finding


class FuturePitch:
    """A pitch on a day that is still to come.

    **Why:** a campaign learns from what was said (domain.md 5, campaign-centric, not customer-centric,
    selling), and nothing was said yet; until the day comes the decision maker would seem to have
    heard the proposition.

    **Instead:** mend the day. What is only planned stands in the client's log, with `planned: true`.

    Fails:

        # campaigns/stock.yaml
        proposition: We hold the stock on your shelf and you pay when you use it
        cohort: {clients: [acme]}
        pitches:
          - {date: 2026-12-18, at: acme, to: raj, by: ben}

    Passes:

        # touches/acme.yaml
        - {date: 2026-12-18, with: [raj], by: ben, how: meeting, planned: true}
        # campaigns/stock.yaml
        proposition: We hold the stock on your shelf and you pay when you use it
        cohort: {clients: [acme]}
        pitches:
          - {date: 2026-11-18, at: acme, to: raj, by: ben}
    """

    code = "RP910"
    name = "future-pitch"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "starter"
    target = Pitch

    def check(self, pitch: Pitch, context: Context) -> Iterator[Finding]:
        """The pitch dated after today."""
        if pitch.date > context.today:
            today = spoken(context.today, pitch.date)
            yield Finding(
                f"the pitch of {spoken(pitch.date, context.today)} is after today ({today}); mend the"
                " date, or log the plan with `planned: true` — a pitch counts once it was made",
                ("date",),
            )
