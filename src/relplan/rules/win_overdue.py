"""RP811."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.win import is_sought
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Prospect
from relplan.rules.finding import Context, Finding
from relplan.rules.words import ago, quoted


class WinOverdue:
    """A win whose day has passed.

    **Why:** envision the win, and backtrack from it (domain.md 4, value-based prospect relationship
    marketing). From a day that has passed there is nothing to go back from: every date of the chain
    hangs on it.

    **Instead:** if they are won, `relplan win contoso --became-client`; if they can still be won, a day
    that somebody believes in; else `status: lost` or `resting`.

    Fails:

        # prospects/contoso.yaml
        prospect: Contoso Foods
        win: {what: They ask us to run the programme, by: 2026-10-30}

    Passes:

        # prospects/contoso.yaml
        prospect: Contoso Foods
        status: lost
        win: {what: They ask us to run the programme, by: 2026-10-30}
    """

    code = "RP811"
    name = "win-overdue"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "starter"
    target = Prospect

    def check(self, prospect: Prospect, context: Context) -> Iterator[Finding]:
        """The win, from the day after its `by` until the prospect is won, lost or resting."""
        win = prospect.win
        if win is not None and is_sought(prospect) and win.by < context.today:
            yield Finding(
                f"{quoted(win.what)} was to be won by {ago(win.by, context.today)}; make them a client"
                " with relplan win --became-client, or write a new `by:`, or `status: lost`",
                ("win", "by"),
            )
