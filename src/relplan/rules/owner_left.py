"""RP604."""

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.absence import gone
from relplan.analysis.charge import KINDS, Charge, at_campaign, at_plan
from relplan.clock import spoken
from relplan.diagnostics import Severity
from relplan.files.tree import Path
from relplan.model.choices import Profile
from relplan.model.kinds import Campaign, Plan, Prospect
from relplan.rules.finding import Context, Finding
from relplan.rules.words import count


class OwnerLeft:
    """A plan that still counts on a member of ours who has left.

    **Why:** each owner answers for the client's well-being (relationship marketing in a
    professional firm). A tie, a promise or an initiative in the name of somebody who is gone is in
    nobody's hands, and the client is the first to notice.

    **Instead:** hand each over to a colleague; `relplan team --what-if "leaves ben"` lists them and
    proposes who is nearest. Lines of the log stay as they are: they say what happened.

    Fails:

        # relplan.yaml
        firm: Hartwell & Lowe
        team:
          amara: {name: Amara Okafor, tier: principal}
          ben: {name: Ben Archer, tier: senior, left: 2026-10-30}
        # clients/acme.yaml
        client: Acme plc
        owner: ben
        priority: A

    Passes:

        # relplan.yaml
        firm: Hartwell & Lowe
        team:
          amara: {name: Amara Okafor, tier: principal}
          ben: {name: Ben Archer, tier: senior, left: 2026-10-30}
        # clients/acme.yaml
        client: Acme plc
        owner: amara
        priority: A
    """

    code = "RP604"
    name = "owner-left"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "starter"
    target = (Plan, Prospect, Campaign)

    def check(self, plan: Plan | Prospect | Campaign, context: Context) -> Iterator[Finding]:
        """Once for each member who has left and in whose charge something of this file still is."""
        charged = at_campaign if isinstance(plan, Campaign) else at_plan
        for id_ in gone(context.settings, context.today):
            charges = list(charged(context.book, context.plan_id, id_, context.today))
            member = context.settings.team[id_]
            if not charges or member.left is None:
                continue
            yield Finding(
                f"{member.name} left us on {spoken(member.left, context.today)}, and this file still"
                f" counts on them ({_listed(charges)}); hand it over: relplan team --what-if"
                f' "leaves {id_}" says who is nearest',
                _place(plan, id_),
            )


def _listed(charges: list[Charge]) -> str:
    counts = Counter(one.kind for one in charges)
    said = {
        "client": "owner",
        "prospect": "owner",
        "campaign": "owner",
        "voice": "voice at C-level",
    }
    return ", ".join(
        said.get(kind) or count(counts[kind], kind, f"{kind}es" if kind.endswith("ch") else "")
        for kind in KINDS
        if counts[kind]
    )


def _place(plan: Plan | Prospect | Campaign, member: str) -> Path:
    """The first place of the file that names them; its own name when only the log does."""
    if plan.owner == member:
        return ("owner",)
    if getattr(plan, "voice", None) == member:
        return ("voice",)
    if (repair := getattr(plan, "repair", None)) and repair.lead == member:
        return ("repair", "lead")
    for id_, person in getattr(plan, "roles", {}).items():
        if person.ours == member:
            return ("roles", id_, "ours")
    for goal_id, goal in getattr(plan, "goals", {}).items():
        for id_, one in goal.initiatives.items():
            if one.owner == member:
                return ("goals", goal_id, "initiatives", id_, "owner")
    return ("client",) if isinstance(plan, Plan) else ("prospect",)
