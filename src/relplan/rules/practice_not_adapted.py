"""RP809."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Practice, Prospect
from relplan.rules.finding import Context, Finding
from relplan.rules.words import quoted


class PracticeNotAdapted:
    """A practice from outside that was taken as it is.

    **Why:** best practices from outside are adapted, never forced in (domain.md 4, value-based prospect
    relationship marketing).

    **Instead:** write as `adapted:` what is done differently here, and why.

    Fails:

        # prospects/contoso.yaml
        prospect: Contoso Foods
        practices:
          joint-board: {from: a peer's alliance}

    Passes:

        # prospects/contoso.yaml
        prospect: Contoso Foods
        practices:
          joint-board: {from: a peer's alliance, adapted: quarterly instead of monthly}
    """

    code = "RP809"
    name = "practice-not-adapted"
    severity: ClassVar[Severity] = "advice"
    profile: ClassVar[Profile] = "team"
    target = Practice

    def check(self, practice: Practice, context: Context) -> Iterator[Finding]:
        """The practice without `adapted`, while the prospect is to be won."""
        prospect = context.plan
        active = isinstance(prospect, Prospect) and prospect.status == "active"
        if active and not practice.adapted:
            yield Finding(
                f"the practice from {quoted(practice.source)} was taken as it is; write as `adapted:`"
                " what is done differently here"
            )
