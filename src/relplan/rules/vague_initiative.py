"""RP302."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.initiatives import is_open
from relplan.analysis.suggestions import another_way
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Initiative
from relplan.rules.finding import Context, Finding
from relplan.rules.words import because, quoted, repeats_paid_work


class VagueInitiative:
    """An initiative that names a contact or a good intention, and nothing that is done.

    **Why:** the other way to miss a relationship plan is the vague plan to go and see someone in
    the hope of a job (domain.md 1). Goals are easy to write; the "how" is the hard part (domain.md 2).

    **Instead:** say what they get, or what we learn, and by whose unpaid time.

    Fails:

        goals:
          closer:
            goal: They call us first when a rule changes
            initiatives:
              keep-close: {what: Keep close to the CFO}

    Passes:

        goals:
          closer:
            goal: They call us first when a rule changes
            initiatives:
              rehearsal:
                what: Play the audit committee for the CFO for an unpaid afternoon and leave her the ten hardest questions
    """

    code = "RP302"
    name = "vague-initiative"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Initiative

    def check(self, initiative: Initiative, context: Context) -> Iterator[Finding]:
        """The initiative, while it is open, its words say nothing that is done, and RP306 is silent."""
        judgement = context.judgement
        if not is_open(initiative) or judgement is None or repeats_paid_work(judgement):
            return
        if judgement.verdict == "vague":
            yield Finding(
                f"{quoted(initiative.what)} says neither what they get nor what we learn"
                f"{because(judgement)}; say what is done, such as: "
                f"{another_way(initiative, context.plan)}",
                ("what",),
            )
