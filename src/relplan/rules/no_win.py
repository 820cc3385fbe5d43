"""RP801."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Prospect
from relplan.rules.finding import Context, Finding


class NoWin:
    """A prospect without a win.

    **Why:** envision the win, and backtrack from it (domain.md 4, value-based prospect relationship
    marketing). Without it there is nothing to go back from, and each step is a call for the sake of
    calling.

    **Instead:** write as `win:` what they will do on that day, by when, and who of theirs wants it. A
    prospect that is not to be won now has `status: resting`.

    Fails:

        # prospects/contoso.yaml
        prospect: Contoso Foods
        owner: amara

    Passes:

        # prospects/contoso.yaml
        prospect: Contoso Foods
        owner: amara
        win: {what: They ask us to run the plant-cost programme, by: 2027-09-30}
    """

    code = "RP801"
    name = "no-win"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "starter"
    target = Prospect

    def check(self, prospect: Prospect, _context: Context) -> Iterator[Finding]:
        """The prospect that is to be won, with no `win`."""
        if prospect.status == "active" and prospect.win is None:
            yield Finding(
                f"no win is written for {prospect.prospect}; add `win:` with what they will do on that"
                " day and by when, or `status: resting`",
                ("prospect",),
            )
