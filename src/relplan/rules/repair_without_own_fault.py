"""RP710."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.repair import in_repair
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Repair
from relplan.rules.finding import Context, Finding


class RepairWithoutOwnFault:
    """A repair that owns no fault of ours.

    **Why:** break the ice humbly and own the problems you made (relationship marketing in a
    professional firm). Who has done nothing wrong has nothing to repair, and the client hears that.

    **Instead:** write under `our_faults:` what we did wrong, one plain sentence each, fit to be read
    out to them.

    Fails:

        status: damaged
        repair: {began: 2026-11-02, step: ask}

    Passes:

        status: damaged
        repair: {began: 2026-11-02, step: ask, our_faults: [Two filings late, in June and July]}
    """

    code = "RP710"
    name = "repair-without-own-fault"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Repair

    def check(self, repair: Repair, context: Context) -> Iterator[Finding]:
        """The repair of a damaged relationship with an empty `our_faults`."""
        if in_repair(context.plan) and not repair.our_faults:
            yield Finding(
                "the repair owns no fault of ours; write under `our_faults:` what we did wrong, in"
                " words that can be read out to them",
                ("our_faults",),
            )
