"""RP312."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.diagnostics import Severity
from relplan.judgement.claims import boast
from relplan.model.choices import Profile
from relplan.model.kinds import Strength
from relplan.rules.finding import Context, Finding
from relplan.rules.words import quoted


class StrengthIsABoast:
    """A strength that praises us, with nothing that shows it.

    **Why:** to understand where we are (domain.md 2) is to see the relationship as the client sees
    it; and to show, not assert, is the third test (domain.md 1).

    **Instead:** write what the client does or says, and put what shows it under `evidence:`.

    Fails:

        strengths:
          best: We are the leading adviser in the sector

    Passes:

        strengths:
          called-first: {text: The audit team is called first when a rule changes, evidence: five calls in 2026}
    """

    code = "RP312"
    name = "strength-is-a-boast"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Strength

    def check(self, strength: Strength, _context: Context) -> Iterator[Finding]:
        """The strength, when it praises us and gives no evidence."""
        if not strength.evidence and (words := boast(strength.text)):
            yield Finding(
                f'{quoted(strength.text)} praises us ("{words}"); write what they do or say, and'
                " what shows it under `evidence:`",
                ("text",),
            )
