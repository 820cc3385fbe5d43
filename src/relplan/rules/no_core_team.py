"""RP805."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.win import core_team, is_sought
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Prospect
from relplan.rules.finding import Context, Finding


class NoCoreTeam:
    """A win that one of us, or nobody, carries.

    **Why:** it needs a core team (domain.md 4, value-based prospect relationship marketing): one
    person is on holiday when the prospect decides.

    **Instead:** name at least two members in `core_team:` who know the plan and each other's part.

    Fails:

        # prospects/contoso.yaml
        prospect: Contoso Foods
        win: {what: They ask us to run the programme, by: 2027-09-30}
        core_team: [amara]

    Passes:

        # prospects/contoso.yaml
        prospect: Contoso Foods
        win: {what: They ask us to run the programme, by: 2027-09-30}
        core_team: [amara, ben]
    """

    code = "RP805"
    name = "no-core-team"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Prospect

    def check(self, prospect: Prospect, context: Context) -> Iterator[Finding]:
        """The prospect with a win, whose core team has fewer than two who are still with us."""
        if not is_sought(prospect):
            return
        team = context.settings.team
        here = core_team(prospect, context.settings, context.today)
        if len(here) < 2:
            said = "nobody carries this win"
            if here:
                said = (
                    f"{team[here[0]].name if here[0] in team else here[0]} carries this win alone"
                )
            yield Finding(
                f"{said}; name at least two of us in `core_team:`",
                ("core_team",) if prospect.core_team else ("win",),
            )
