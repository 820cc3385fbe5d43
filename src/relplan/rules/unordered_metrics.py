"""RP807."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.win import misplaced
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Prospect
from relplan.rules.finding import Context, Finding
from relplan.rules.words import quoted


class UnorderedMetrics:
    """A metric of our own effort above one that shows whether the win comes nearer.

    **Why:** metrics stand in a top-down scale, the most important first (domain.md 4, value-based
    prospect relationship marketing). What they do tells more than what we do.

    **Instead:** put first what the sponsor and their people do: meetings they asked for, places to
    which they invited us; below that what we do.

    Fails:

        # prospects/contoso.yaml
        prospect: Contoso Foods
        metrics:
          calls: {what: calls made a month, target: 20}
          asked: {what: meetings the sponsor asked for, target: 3}

    Passes:

        # prospects/contoso.yaml
        prospect: Contoso Foods
        metrics:
          asked: {what: meetings the sponsor asked for, target: 3}
          calls: {what: calls made a month, target: 20}
    """

    code = "RP807"
    name = "unordered-metrics"
    severity: ClassVar[Severity] = "advice"
    profile: ClassVar[Profile] = "team"
    target = Prospect

    def check(self, prospect: Prospect, _context: Context) -> Iterator[Finding]:
        """Each metric that counts what we do and stands above one that counts what they do."""
        if prospect.status != "active":
            return
        for one in misplaced(prospect):
            yield Finding(
                f"{quoted(prospect.metrics[one.id].what)} counts what we do and stands above"
                f" {quoted(prospect.metrics[one.below].what)}; put first what they do",
                ("metrics", one.id),
            )
