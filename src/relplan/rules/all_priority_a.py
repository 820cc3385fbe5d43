"""RP605."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.load import all_priority_a, by_priority
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Settings
from relplan.rules.finding import Context, Finding


class AllPriorityA:
    """A book in which most clients come first.

    **Why:** clients are divided among owners and prioritised, so that nobody overwhelms themselves
    (relationship marketing in a professional firm). Where more than half of at least four active
    clients are of priority A, the letter chooses nothing, and each of them asks for a touch every
    four weeks.

    **Instead:** leave A to those who would leave a hole in the firm, and give the others B or C; a
    person who needs more can have a `cadence:` of their own.

    Fails:

        # clients/acme.yaml
        client: Acme plc
        priority: A
        # clients/beta.yaml
        client: Beta plc
        priority: A
        # clients/carr.yaml
        client: Carr plc
        priority: A
        # clients/dale.yaml
        client: Dale plc
        priority: C

    Passes:

        # clients/acme.yaml
        client: Acme plc
        priority: A
        # clients/beta.yaml
        client: Beta plc
        priority: B
        # clients/carr.yaml
        client: Carr plc
        priority: B
        # clients/dale.yaml
        client: Dale plc
        priority: C
    """

    code = "RP605"
    name = "all-priority-a"
    severity: ClassVar[Severity] = "advice"
    profile: ClassVar[Profile] = "team"
    target = Settings

    def check(self, _settings: Settings, context: Context) -> Iterator[Finding]:
        """The book, once, with how many clients are of priority A."""
        found = by_priority(context.book)
        if all_priority_a(found):
            yield Finding(
                f"{found['A']} of {sum(found.values())} active clients are of priority A; give B or"
                " C to those that can wait, since where everybody is first nobody is",
            )
