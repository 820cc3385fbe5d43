"""RP305."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.initiatives import is_open, says_nothing
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.plan import Initiative
from relplan.rules.finding import Context, Finding
from relplan.rules.words import quoted


class AssertedNotIllustrated:
    """An open initiative that leaves nothing behind which shows that we are useful.

    **Why:** the third test of an investment in a relationship (Maister, "Build relationship plans,
    not sales plans"): it lets us show, not assert, that we can be useful beyond the work in hand.

    **Instead:** add `illustrates:` with what the client sees or keeps: a sheet, a list, an answer.

    Fails:

        goals:
          close-faster:
            goal: Each plant closes its month in five days
            initiatives:
              close-clinic:
                what: Half-day close clinic at each plant
                invests: two unpaid days of Ben and Priya
                learns: how each plant really closes its books

    Passes:

        goals:
          close-faster:
            goal: Each plant closes its month in five days
            initiatives:
              close-clinic:
                what: Half-day close clinic at each plant
                invests: two unpaid days of Ben and Priya
                learns: how each plant really closes its books
                illustrates: each plant keeps a working close checklist
    """

    code = "RP305"
    name = "asserted-not-illustrated"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Initiative

    def check(self, initiative: Initiative, context: Context) -> Iterator[Finding]:
        """The initiative, while it is open; silent where nothing-invested speaks for all three."""
        missing = (
            is_open(initiative) and not initiative.illustrates and not says_nothing(initiative)
        )
        if missing and context.words_fail("illustrates"):
            yield Finding(
                f"{quoted(initiative.what)} does not say what the client sees or keeps of it; add"
                " `illustrates:`",
                ("illustrates",),
            )
