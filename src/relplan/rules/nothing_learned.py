"""RP304."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.diagnostics import Severity
from relplan.judgement.result import TESTS
from relplan.model.choices import Profile
from relplan.model.kinds import Initiative
from relplan.rules.finding import Context, Finding
from relplan.rules.words import quoted


class NothingLearned:
    """An open initiative from which we learn nothing about the client.

    **Why:** the second test of an investment in a relationship (Maister, "Build relationship plans,
    not sales plans"): by doing it we get to learn more about the client.

    **Instead:** add `learns:` with what we know afterwards that no brochure of theirs says. If
    there is nothing, change the initiative so that it needs their knowledge.

    Fails:

        goals:
          close-faster:
            goal: Each plant closes its month in five days
            initiatives:
              close-clinic:
                what: Send the board a page on the new lease rules
                invests: two unpaid days of Ben and Priya
                illustrates: each plant keeps a working close checklist

    Passes:

        goals:
          close-faster:
            goal: Each plant closes its month in five days
            initiatives:
              close-clinic:
                what: Send the board a page on the new lease rules
                invests: two unpaid days of Ben and Priya
                learns: how each plant really closes its books
                illustrates: each plant keeps a working close checklist
    """

    code = "RP304"
    name = "nothing-learned"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Initiative

    def check(self, initiative: Initiative, context: Context) -> Iterator[Finding]:
        """The initiative, while it is open; silent where nothing-invested speaks for all three."""
        failed = context.failed_tests
        if "learns" in failed and len(failed) < len(TESTS):
            yield Finding(
                f"{quoted(initiative.what)} does not say what we learn about the client by doing"
                " it; add `learns:`",
                ("learns",),
            )
