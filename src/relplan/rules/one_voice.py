"""RP509."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.absence import present
from relplan.analysis.bus_factor import only_one_of_ours, tied
from relplan.analysis.contacts import keeps_in_touch
from relplan.analysis.habits import only_voice
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Plan
from relplan.rules.finding import Context, Finding


class OneVoice:
    """A client whom only one of ours ever calls.

    **Why:** everyone is responsible, each at their level (relationship marketing in a professional
    firm). However many ties a plan names, a client who has heard one voice for a year knows one
    person. It is said from five touches a year upwards.

    **Instead:** let a colleague make the next call, or take one along and log it by them.

    Fails:

        # touches/acme.yaml
        - {date: 2026-07-02, with: [jane], by: ben, how: call}
        - {date: 2026-08-04, with: [raj], by: ben, how: call}
        - {date: 2026-09-03, with: [jane], by: ben, how: lunch}
        - {date: 2026-10-06, with: [raj], by: ben, how: visit}
        - {date: 2026-11-05, with: [jane], by: ben, how: call}

    Passes:

        # touches/acme.yaml
        - {date: 2026-07-02, with: [jane], by: ben, how: call}
        - {date: 2026-08-04, with: [raj], by: ben, how: call}
        - {date: 2026-09-03, with: [jane], by: ben, how: lunch}
        - {date: 2026-10-06, with: [raj], by: priya, how: visit}
        - {date: 2026-11-05, with: [jane], by: ben, how: call}
    """

    code = "RP509"
    name = "one-voice"
    severity: ClassVar[Severity] = "advice"
    profile: ClassVar[Profile] = "strict"
    target = Plan

    def check(self, plan: Plan, context: Context) -> Iterator[Finding]:
        """The client with five touches or more in the last year, all by one, who keeps not all ties."""
        alone = len(present(context.settings, context.today)) < 2
        if alone or not keeps_in_touch(plan) or not context.log_is_whole:
            return
        found = only_voice(plan, context.touches, context.today)
        ties = len(tied(plan, context.today))
        if found is None or (ties > 1 and only_one_of_ours(plan, context.touches, context.today)):
            return  # RP405 says the latter, of the ties as well
        member = context.settings.team.get(found[0])
        name = member.name if member else found[0]
        yield Finding(
            f"all {found[1]} touches of the last year were by {name}; let a colleague make the next"
            " call, or take one along",
            ("client",),
        )
