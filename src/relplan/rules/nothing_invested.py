"""RP303."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.diagnostics import Severity
from relplan.judgement.result import TESTS
from relplan.model.choices import Profile
from relplan.model.kinds import Initiative
from relplan.rules.finding import Context, Finding
from relplan.rules.words import quoted


class NothingInvested:
    """An open initiative that does not say what we give.

    **Why:** the first test of an investment in a relationship (Maister, "Build relationship plans,
    not sales plans"): it shows that we spend our own time. What costs us nothing is worth nothing
    to the client.

    **Instead:** add `invests:` with the time or means of our own that we give, unpaid. If it is
    paid work, it belongs under `current_work`; if it is selling, into a campaign.

    Fails:

        goals:
          close-faster:
            goal: Each plant closes its month in five days
            initiatives:
              close-clinic:
                what: Close clinic at each plant
                owner: ben
                by: 2026-12-18
                learns: how each plant really closes its books
                illustrates: each plant keeps a working close checklist

    Passes:

        goals:
          close-faster:
            goal: Each plant closes its month in five days
            initiatives:
              close-clinic:
                what: Close clinic at each plant
                owner: ben
                by: 2026-12-18
                invests: two unpaid days of Ben and Priya
                learns: how each plant really closes its books
                illustrates: each plant keeps a working close checklist
    """

    code = "RP303"
    name = "nothing-invested"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Initiative

    def check(self, initiative: Initiative, context: Context) -> Iterator[Finding]:
        """The initiative, while it is open; speaks for all three tests where it fails them all."""
        failed = context.failed_tests
        if len(failed) == len(TESTS):
            yield Finding(
                f"{quoted(initiative.what)} says neither what we give, nor what we learn, nor what"
                " the client sees of it; add `invests:`, `learns:` and `illustrates:` — without"
                " them it is no investment in the relationship",
                ("invests",),
            )
        elif "invests" in failed:
            yield Finding(
                f"{quoted(initiative.what)} does not say what we give; add `invests:` with the"
                " unpaid time or means of our own",
                ("invests",),
            )
