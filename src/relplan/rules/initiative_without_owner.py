"""RP202."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.absence import present
from relplan.analysis.initiatives import is_open
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Initiative
from relplan.rules.finding import Context, Finding
from relplan.rules.words import quoted


class InitiativeWithoutOwner:
    """An open initiative that nobody owns.

    **Why:** what everybody could do nobody does (the customer relationship plan in six steps, step
    five; relationship marketing in a professional firm: everyone is responsible, each at their
    level). The plan's owner answers for the client, not for each step.

    **Instead:** name one member of the team; whoever helps stands in `what`.

    Fails:

        goals:
          close-faster:
            goal: Each plant closes its month in five days
            initiatives:
              close-clinic: {what: Half-day close clinic at each plant, by: 2026-12-18}

    Passes:

        goals:
          close-faster:
            goal: Each plant closes its month in five days
            initiatives:
              close-clinic: {what: Half-day close clinic at each plant, by: 2026-12-18, owner: ben}
    """

    code = "RP202"
    name = "initiative-without-owner"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "starter"
    target = Initiative

    def check(self, initiative: Initiative, context: Context) -> Iterator[Finding]:
        """The initiative, while it is open and has no owner."""
        if is_open(initiative) and initiative.owner is None:
            team = ", ".join(present(context.settings, context.today)[:8])
            yield Finding(
                f"nobody owns {quoted(initiative.what)}; add `owner:` with one of {team or 'us'}",
                ("owner",),
            )
