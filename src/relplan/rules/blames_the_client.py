"""RP708."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.repair import blame, in_repair, named
from relplan.diagnostics import Severity
from relplan.judgement.remorse import their_fault
from relplan.model.choices import Profile
from relplan.model.kinds import Repair, Touch
from relplan.rules.finding import Context, Finding
from relplan.rules.words import quoted


class BlamesTheClient:
    """A repair that points out the client's faults.

    **Why:** own the problems you made, ask what you could have done differently, never point out the
    client's faults (relationship marketing in a professional firm). Half a fault of theirs undoes the
    whole apology.

    **Instead:** list under `our_faults:` what we did wrong, whatever they did; in a talk, ask and
    listen. Looked at are `our_faults` and the notes of the log since the repair began. What stands in
    double quotes counts as somebody else's words; a reading that is wrong is silenced with its reason:
    `# relplan: ignore[RP708] Dominic's own words`.

    Fails:

        status: damaged
        repair: {began: 2026-11-02, our_faults: [We filed late because they did not send the figures]}

    Passes:

        status: damaged
        repair: {began: 2026-11-02, our_faults: [We filed late and did not ask for the figures in time]}
    """

    code = "RP708"
    name = "blames-the-client"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "starter"
    target = (Repair, Touch)

    def check(self, node: Repair | Touch, context: Context) -> Iterator[Finding]:
        """Each fault that is the client's, or the line by which we told them of one."""
        plan = context.plan
        if plan is None or in_repair(plan) is None:
            return
        if isinstance(node, Touch):
            if words := blame(node, plan, context.settings):
                yield Finding(
                    f'this note points out a fault of theirs ("{words}"); own our part and leave theirs'
                    " unsaid, or put words that are their own in quotes",
                    ("note",),
                )
            return
        for index, fault in enumerate(node.our_faults):
            if words := their_fault(fault, named(plan, context.settings)):
                yield Finding(
                    f'{quoted(fault)} puts it on them ("{words}"); write what we did wrong,'
                    " whatever they did",
                    ("our_faults", index),
                )
