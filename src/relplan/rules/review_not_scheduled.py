"""RP701."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.contacts import keeps_in_touch
from relplan.clock import spoken
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Plan
from relplan.rules.finding import Context, Finding


class ReviewNotScheduled:
    """A plan whose next review has no day.

    **Why:** review on a fixed schedule, every quarter, and adapt (the customer relationship plan in
    six steps, step six). A review that is in nobody's calendar does not take place.

    **Instead:** agree on a day and write it as `review: {next: …}`; after a review, the next one.

    Fails:

        review: {every: quarterly}

    Passes:

        review: {every: quarterly, next: 2027-01-12}
    """

    code = "RP701"
    name = "review-not-scheduled"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Plan

    def check(self, plan: Plan, _context: Context) -> Iterator[Finding]:
        """The plan of a client we keep in touch with, with no `next` after the last review."""
        review = plan.review
        if not keeps_in_touch(plan):
            return
        if review.next is None:
            yield Finding(
                "the next review has no day; add `review: {next: YYYY-MM-DD}` — without a day it is"
                " in nobody's calendar",
                ("review",),
            )
        elif review.last is not None and review.next <= review.last:
            held = spoken(review.last, review.next)
            yield Finding(
                f"the review of {spoken(review.next, review.last)} is behind us, the last was held"
                f" on {held}; write the day of the next one",
                ("review", "next"),
            )
