"""RP812."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.win import is_sought, is_taken
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Prospect
from relplan.rules.finding import Context, Finding
from relplan.rules.words import ago, quoted


class OverdueStep:
    """A step to a win whose day has passed.

    **Why:** map every step back from the win (domain.md 4, value-based prospect relationship
    marketing): a step that is late moves every step that needs it, and the win.

    **Instead:** if it was taken, write on which day as `done:`; else a new `by:`, and look with `relplan
    win` at what moves with it. Where the win itself has passed, that is said instead (RP811).

    Fails:

        # prospects/contoso.yaml
        prospect: Contoso Foods
        win: {what: They ask us to run the programme, by: 2027-09-30}
        steps:
          board-hears: {what: The board hears the result, by: 2026-10-30}

    Passes:

        # prospects/contoso.yaml
        prospect: Contoso Foods
        win: {what: They ask us to run the programme, by: 2027-09-30}
        steps:
          board-hears: {what: The board hears the result, by: 2026-10-30, done: 2026-10-28}
    """

    code = "RP812"
    name = "overdue-step"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Prospect

    def check(self, prospect: Prospect, context: Context) -> Iterator[Finding]:
        """Each step, from the day after its `by` until it is taken."""
        win = prospect.win
        if win is None or not is_sought(prospect) or win.by < context.today:
            return
        for id_, step in prospect.steps.items():
            if step.by and step.by < context.today and not is_taken(step, context.today):
                yield Finding(
                    f"{quoted(step.what)} was to be taken by {ago(step.by, context.today)}; write as"
                    " `done:` the day on which it was, or a new `by:`",
                    ("steps", id_, "by"),
                )
