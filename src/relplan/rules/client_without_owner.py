"""RP601."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.absence import present
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Plan
from relplan.rules.finding import Context, Finding


class ClientWithoutOwner:
    """A client for whom nobody of ours answers.

    **Why:** clients are divided among owners, and each owner answers for the client's well-being
    (relationship marketing in a professional firm).

    **Instead:** add `owner:` with a member of the team.

    Fails:

        # clients/acme.yaml
        client: Acme plc
        priority: A

    Passes:

        # clients/acme.yaml
        client: Acme plc
        priority: A
        owner: amara
    """

    code = "RP601"
    name = "client-without-owner"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "starter"
    target = Plan

    def check(self, plan: Plan, context: Context) -> Iterator[Finding]:
        """The plan without an owner, unless the client is a former one."""
        if plan.owner is None and plan.status != "former":
            team = ", ".join(present(context.settings, context.today)[:8])
            yield Finding(
                f"nobody answers for {plan.client}; add `owner:` with one of {team or 'us'}",
                ("client",),
            )
