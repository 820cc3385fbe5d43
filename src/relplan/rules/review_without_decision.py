"""RP706."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.contacts import keeps_in_touch
from relplan.analysis.traces import last_held
from relplan.clock import spoken
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Review
from relplan.rules.finding import Context, Finding


class ReviewWithoutDecision:
    """A review that decided nothing.

    **Why:** review on a fixed schedule, and adapt (the customer relationship plan in six steps, step
    six): a review is held, recorded, and compared with the last one. Without a decision the next one
    has nothing to compare.

    **Instead:** write under `decided:` what is to change, each with an owner and a day where it needs
    one; "leave all as it is until spring" is a decision as well. Only the last review is asked.

    Fails:

        review: {next: 2027-01-12, held: {2026-10-07: {ours: [amara], note: Good talk}}}

    Passes:

        review: {next: 2027-01-12, held: {2026-10-07: {ours: [amara], decided: [Start at the Leeds plant]}}}
    """

    code = "RP706"
    name = "review-without-decision"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Review

    def check(self, review: Review, context: Context) -> Iterator[Finding]:
        """The last review that took place, when no decision is written."""
        held = last_held(review, context.today)
        awake = context.plan is not None and keeps_in_touch(context.plan)
        if awake and held and not review.held[held].decided:
            yield Finding(
                f"the review of {spoken(held, context.today)} decided nothing; write under `decided:`"
                " what is to change and who does it, or that all is to stay as it is",
                ("held", held.isoformat()),
            )
