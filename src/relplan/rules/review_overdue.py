"""RP702."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.contacts import keeps_in_touch
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Plan
from relplan.rules.finding import Context, Finding
from relplan.rules.words import ago


class ReviewOverdue:
    """A review whose day has passed and that was not held.

    **Why:** a review is scheduled, held, recorded, and compared with the last one (the customer
    relationship plan in six steps, step six).

    **Instead:** hold it and write it under `held:`; or move it once, to a day that stands.

    Fails:

        review: {next: 2026-10-07, held: {2026-07-08: {ours: [amara]}}}

    Passes:

        review: {next: 2027-01-12, held: {2026-10-07: {ours: [amara]}}}
    """

    code = "RP702"
    name = "review-overdue"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Plan

    def check(self, plan: Plan, context: Context) -> Iterator[Finding]:
        """The plan whose `next` is before today and after the last review that was held."""
        review = plan.review
        held = review.next and review.last and review.last >= review.next
        if review.next is None or review.next >= context.today or held:
            return
        if keeps_in_touch(plan):
            yield Finding(
                f"the review was due on {ago(review.next, context.today)}, and none is written"
                " since; write it under `held:`, or a new `next:`",
                ("review", "next"),
            )
