"""RP810."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.win import is_mapped_at_home, is_sought
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Prospect
from relplan.rules.finding import Context, Finding


class OwnPeopleMissing:
    """A way to the win on which none of our own people stands.

    **Why:** map every step and every person who touches it, in one's own organisation too (domain.md 4,
    value-based prospect relationship marketing). Wins are lost at home: over hours, over the rota, over
    whose client it is.

    **Instead:** write under `ours:` who of our own house drives it or holds it back, and why; or name
    members of the team in the `people:` of the steps.

    Fails:

        # prospects/contoso.yaml
        prospect: Contoso Foods
        win: {what: They ask us to run the programme, by: 2027-09-30}
        steps: {board-hears: The board hears the pilot's result}

    Passes:

        # prospects/contoso.yaml
        prospect: Contoso Foods
        win: {what: They ask us to run the programme, by: 2027-09-30}
        steps: {board-hears: The board hears the pilot's result}
        ours:
          marcus: {name: Marcus Hale, force: detractor, motive: fears unpaid hours, answer: a cap of 40 hours}
    """

    code = "RP810"
    name = "own-people-missing"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Prospect

    def check(self, prospect: Prospect, _context: Context) -> Iterator[Finding]:
        """The prospect with steps to a win, and nobody of ours in any of them."""
        if not is_sought(prospect) or not prospect.steps:
            return
        if not is_mapped_at_home(prospect):
            yield Finding(
                "none of our own people stands on the way to this win; write under `ours:` who drives"
                " it here and who holds it back",
                ("steps",),
            )
