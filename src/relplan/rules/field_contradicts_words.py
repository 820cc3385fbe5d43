"""RP307."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.initiatives import is_open
from relplan.diagnostics import Severity
from relplan.judgement.fields import HOLDS
from relplan.model.choices import Profile
from relplan.model.kinds import Initiative
from relplan.rules.finding import Context, Finding
from relplan.rules.words import quoted


class FieldContradictsWords:
    """A test that is filled in, but whose own words do not hold.

    **Why:** the three tests (domain.md 1) are answered by what is given, learned and seen, not by
    a field that is filled.

    **Instead:** under `invests` our own time or means; under `learns` what we come to know about
    them; under `illustrates` what they see or keep.

    Fails:

        goals:
          closer:
            goal: They call us first when a rule changes
            initiatives:
              visit-plants:
                what: Spend an unpaid day in each plant and send back ten observations
                invests: pitch deck

    Passes:

        goals:
          closer:
            goal: They call us first when a rule changes
            initiatives:
              visit-plants:
                what: Spend an unpaid day in each plant and send back ten observations
                invests: two days of Ben
    """

    code = "RP307"
    name = "field-contradicts-words"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Initiative

    def check(self, initiative: Initiative, context: Context) -> Iterator[Finding]:
        """Each filled test of an open initiative whose words do not answer it."""
        judgement = context.judgement
        if not is_open(initiative) or judgement is None or judgement.verdict == "sales":
            return
        for name, wanted in _WANTED.items():
            written = getattr(initiative, name)
            failed = [e for e in judgement.evidence if e.field == name and HOLDS not in e.reason]
            if written and failed:
                yield Finding(
                    f"`{name}:` says {quoted(written)}, which is not {wanted}; write {wanted}, or"
                    " leave the line out",
                    (name,),
                )


_WANTED = {
    "invests": "the unpaid time or means that we give",
    "learns": "what we come to know about them",
    "illustrates": "what they see or keep",
}
