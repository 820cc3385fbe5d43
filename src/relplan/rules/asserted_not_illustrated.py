"""RP305."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.diagnostics import Severity
from relplan.judgement.result import TESTS
from relplan.model.choices import Profile
from relplan.model.kinds import Initiative
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
                what: Listen to the plant managers about their month-end
                invests: two unpaid days of Ben and Priya
                learns: how each plant really closes its books

    Passes:

        goals:
          close-faster:
            goal: Each plant closes its month in five days
            initiatives:
              close-clinic:
                what: Listen to the plant managers about their month-end
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
        failed = context.failed_tests
        if "illustrates" in failed and len(failed) < len(TESTS):
            yield Finding(
                f"{quoted(initiative.what)} does not say what the client sees or keeps of it; add"
                " `illustrates:`",
                ("illustrates",),
            )
