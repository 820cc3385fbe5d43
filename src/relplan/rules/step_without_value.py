"""RP808."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.win import is_sought, is_taken
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Prospect
from relplan.rules.finding import Context, Finding
from relplan.rules.words import quoted


class StepWithoutValue:
    """A step by which the prospect gains nothing.

    **Why:** deliver real value at each step of the buying process (domain.md 4, value-based prospect
    relationship marketing): a step that is only for us is one that they put off.

    **Instead:** add as `value:` what they keep of this step, whatever comes after; if there is nothing,
    change the step. Steps that none of their people touches are not asked.

    Fails:

        # prospects/contoso.yaml
        prospect: Contoso Foods
        win: {what: They ask us to run the programme, by: 2027-09-30}
        roles: {lena: Lena Hartmann}
        steps:
          board-hears: {what: The board hears the pilot's result, people: {lena: propellent}}

    Passes:

        # prospects/contoso.yaml
        prospect: Contoso Foods
        win: {what: They ask us to run the programme, by: 2027-09-30}
        roles: {lena: Lena Hartmann}
        steps:
          board-hears:
            what: The board hears the pilot's result
            people: {lena: propellent}
            value: a cost map of one plant that they keep
    """

    code = "RP808"
    name = "step-without-value"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Prospect

    def check(self, prospect: Prospect, context: Context) -> Iterator[Finding]:
        """Each step still to be taken that somebody of theirs touches, with no `value`."""
        if not is_sought(prospect):
            return
        for id_, step in prospect.steps.items():
            at_home = step.people and not any(who in prospect.roles for who in step.people)
            if not step.value and not at_home and not is_taken(step, context.today):
                yield Finding(
                    f"{quoted(step.what)} does not say what they gain; add as `value:` what they keep"
                    " of it, whatever comes after",
                    ("steps", id_),
                )
