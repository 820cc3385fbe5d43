"""RP203."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.initiatives import is_open
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Initiative
from relplan.rules.finding import Context, Finding
from relplan.rules.words import quoted


class InitiativeWithoutDate:
    """An open initiative without a day by which it is done.

    **Why:** initiatives are time-bound (the customer relationship plan in six steps, step five);
    without a date it never falls due and a review cannot ask about it.

    **Instead:** add `by:` with the day on which somebody may ask what came of it.

    Fails:

        goals:
          close-faster:
            goal: Each plant closes its month in five days
            initiatives:
              close-clinic: {what: Half-day close clinic at each plant, owner: ben}

    Passes:

        goals:
          close-faster:
            goal: Each plant closes its month in five days
            initiatives:
              close-clinic: {what: Half-day close clinic at each plant, owner: ben, by: 2026-12-18}
    """

    code = "RP203"
    name = "initiative-without-date"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "starter"
    target = Initiative

    def check(self, initiative: Initiative, _context: Context) -> Iterator[Finding]:
        """The initiative, while it is open and has no date."""
        if is_open(initiative) and initiative.by is None:
            yield Finding(
                f"no day by which {quoted(initiative.what)} is done; add `by:` — a review can only"
                " ask about dates",
                ("by",),
            )
