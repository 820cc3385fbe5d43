"""RP707."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.contacts import keeps_in_touch
from relplan.analysis.traces import forgotten
from relplan.clock import spoken
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Review
from relplan.rules.finding import Context, Finding
from relplan.rules.words import ago, quoted


class DecisionForgotten:
    """A decision whose day has passed and of which nothing was heard again.

    **Why:** persistence (relationship marketing in a professional firm), and a review that is compared
    with the last one (the customer relationship plan in six steps, step six). Who sees that nobody does
    what is decided, stops deciding.

    **Instead:** log what came of it, in the words of the decision; or write a new `by:`. Looked for
    are two of its telling words, in the initiatives, the steps, the homework, and the lines of the log
    since the review.

    Fails:

        review:
          next: 2027-01-12
          held:
            2026-10-07: {ours: [amara], decided: [{what: Send the Leeds benchmark to every director, by: 2026-10-30}]}

    Passes:

        review:
          next: 2027-01-12
          held:
            2026-10-07: {ours: [amara], decided: [{what: Send the Leeds benchmark to every director, by: 2026-10-30}]}
        # touches/acme.yaml
        - {date: 2026-10-29, with: [jane], by: ben, how: email, note: The benchmark went to all five directors}
    """

    code = "RP707"
    name = "decision-forgotten"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Review

    def check(self, _review: Review, context: Context) -> Iterator[Finding]:
        """Each decision of the last review that is past its day and left no trace."""
        plan = context.plan
        if plan is None or not keeps_in_touch(plan) or not context.log_is_whole:
            return
        for one in forgotten(plan, context.touches, context.today):
            yield Finding(
                f"{quoted(one.decision.what)} was decided on {spoken(one.held, context.today)} to be"
                f" done by {ago(one.by, context.today)}, and nothing written since speaks of it; log"
                " what came of it, or write a new `by:`",
                ("held", one.held.isoformat(), "decided", one.at, "by"),
            )
