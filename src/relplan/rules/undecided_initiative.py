"""RP308."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.initiatives import is_open
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Initiative
from relplan.rules.finding import Context, Finding
from relplan.rules.words import quoted


class UndecidedInitiative:
    """An initiative whose words do not tell whom it is for.

    **Why:** "Second set of eyes on their contract" is a gift or an opener (domain.md 1); who reads
    the plan next will wonder, and relplan asks instead of accusing.

    **Instead:** answer the question in the line itself, or in `invests`, `learns`, `illustrates`.

    Fails:

        goals:
          closer:
            goal: They call us first when a rule changes
            initiatives:
              contract: {what: Second set of eyes on their contract}

    Passes:

        goals:
          closer:
            goal: They call us first when a rule changes
            initiatives:
              contract:
                what: Read their oldest supplier contract for an unpaid evening and send back the three traps
                invests: an unpaid evening of Ben
                learns: where their suppliers have them
                illustrates: a list of three traps that their buyer keeps
    """

    code = "RP308"
    name = "undecided-initiative"
    severity: ClassVar[Severity] = "advice"
    profile: ClassVar[Profile] = "strict"
    target = Initiative

    def check(self, initiative: Initiative, context: Context) -> Iterator[Finding]:
        """The initiative, while it is open and words alone cannot decide."""
        judgement = context.judgement
        if not is_open(initiative) or context.is_title:
            return
        if judgement and judgement.verdict == "undecided":
            yield Finding(
                f"{quoted(initiative.what)} can be read in two ways; answer in the line:"
                f" {judgement.suggestion}",
                ("what",),
            )
