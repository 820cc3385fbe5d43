"""RP208."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Initiative
from relplan.rules.finding import Context, Finding
from relplan.rules.words import quoted


class ThinInitiative:
    """An initiative that is a title: nobody could begin to do it.

    **Why:** goals are easy to write; the "how" is the hard part, and initiatives are detailed (the
    customer relationship plan in six steps, step five).

    **Instead:** say what is done, with whom and where, so that a colleague could take it over. Four
    words or fewer are a title, unless `invests:`, `learns:` or `illustrates:` say more. What sells,
    is vague or fails all three tests is left to RP301, RP302 and RP303.

    Fails:

        goals:
          close-faster:
            goal: Each plant closes its month in five days
            initiatives:
              close-clinic: {what: Unpaid close clinic}

    Passes:

        goals:
          close-faster:
            goal: Each plant closes its month in five days
            initiatives:
              close-clinic:
                what: Unpaid close clinic for half a day at each plant, beside the person who posts the accruals
    """

    code = "RP208"
    name = "thin-initiative"
    severity: ClassVar[Severity] = "advice"
    profile: ClassVar[Profile] = "team"
    target = Initiative

    def check(self, initiative: Initiative, context: Context) -> Iterator[Finding]:
        """The initiative, while it is open and nothing graver is said of its words."""
        if context.is_title:
            yield Finding(
                f"{quoted(initiative.what)} does not say how; write what is done, with whom and"
                " where, so that a colleague could take it over",
                ("what",),
            )
