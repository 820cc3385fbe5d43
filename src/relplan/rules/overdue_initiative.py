"""RP205."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.contacts import keeps_in_touch
from relplan.analysis.initiatives import is_open
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Initiative
from relplan.rules.finding import Context, Finding
from relplan.rules.words import ago, quoted


class OverdueInitiative:
    """An open initiative whose day has passed.

    **Why:** a plan that says what was to be done by last month tells the reader that nobody reads
    it (the customer relationship plan in six steps, step six: review and adapt).

    **Instead:** if it was done, write `status: done`, `done:` and what came of it; if it is late, a
    new `by:` that somebody believes in; if it is not wanted any more, `status: dropped`.

    Fails:

        goals:
          close-faster:
            goal: Each plant closes its month in five days
            initiatives:
              close-clinic: {what: Half-day close clinic at each plant, owner: ben, by: 2026-10-16}

    Passes:

        goals:
          close-faster:
            goal: Each plant closes its month in five days
            initiatives:
              close-clinic:
                what: Half-day close clinic at each plant
                owner: ben
                by: 2026-10-16
                status: done
                done: 2026-10-14
                result: Leeds closed in four days in October
    """

    code = "RP205"
    name = "overdue-initiative"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Initiative

    def check(self, initiative: Initiative, context: Context) -> Iterator[Finding]:
        """The initiative, from the day after its `by` until it is done or dropped."""
        awake = context.plan is not None and keeps_in_touch(context.plan)
        by = initiative.by
        if awake and is_open(initiative) and by is not None and by < context.today:
            yield Finding(
                f"{quoted(initiative.what)} was to be done by {ago(by, context.today)}; write"
                " `status: done` with what came of it, or a new `by:`",
                ("by",),
            )
