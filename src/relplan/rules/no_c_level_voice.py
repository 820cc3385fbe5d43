"""RP804."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.contacts import is_here
from relplan.analysis.win import is_sought
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Prospect
from relplan.rules.finding import Context, Finding


class NoCLevelVoice:
    """A win that nobody of ours speaks for at C-level.

    **Why:** it needs a voice at C-level (domain.md 4, value-based prospect relationship marketing):
    what nobody says there is not on the table when it is decided.

    **Instead:** add `voice:` with the member of ours whom their executives listen to.

    Fails:

        # prospects/contoso.yaml
        prospect: Contoso Foods
        win: {what: They ask us to run the programme, by: 2027-09-30}

    Passes:

        # prospects/contoso.yaml
        prospect: Contoso Foods
        win: {what: They ask us to run the programme, by: 2027-09-30}
        voice: amara
    """

    code = "RP804"
    name = "no-c-level-voice"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Prospect

    def check(self, prospect: Prospect, context: Context) -> Iterator[Finding]:
        """The prospect with a win, whose voice is missing or has left us."""
        if not is_sought(prospect):
            return
        member = context.settings.team.get(prospect.voice or "")
        if prospect.voice is None:
            yield Finding(
                "nobody of ours speaks for this win at C-level; add `voice:` with whoever the"
                f" executives of {prospect.prospect} listen to",
                ("win",),
            )
        elif member and not is_here(member, context.today):
            yield Finding(
                f"{member.name}, who speaks for this win at C-level, has left us; write as `voice:` who"
                " does now",
                ("voice",),
            )
