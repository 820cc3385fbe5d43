"""RP603."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.load import moneys
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Settings
from relplan.rules.finding import Context, Finding


class BudgetOverspent:
    """A member who has spent more on clients this year than their tier may.

    **Why:** staff have a small budget for lunches (relationship marketing in a professional firm);
    it is there so that nobody asks for each of them, and small so that the lunch is not the point.
    Counted is the `cost:` of each touch of this calendar year, in the currency of the budget.

    **Instead:** let the rest of the year cost nothing, or agree on a higher `budget:` for the tier.

    Fails:

        # relplan.yaml
        firm: Hartwell & Lowe
        team: {ben: {name: Ben Archer, tier: staff}}
        tiers: {staff: {contacts: 5, budget: 100 GBP}}
        # clients/acme.yaml
        client: Acme plc
        priority: A
        owner: ben
        roles: {jane: Jane Porter}
        # touches/acme.yaml
        - {date: 2026-11-03, with: [jane], by: ben, how: dinner, cost: 140 GBP}

    Passes:

        # relplan.yaml
        firm: Hartwell & Lowe
        team: {ben: {name: Ben Archer, tier: staff}}
        tiers: {staff: {contacts: 5, budget: 100 GBP}}
        # clients/acme.yaml
        client: Acme plc
        priority: A
        owner: ben
        roles: {jane: Jane Porter}
        # touches/acme.yaml
        - {date: 2026-11-03, with: [jane], by: ben, how: lunch, cost: 64 GBP}
    """

    code = "RP603"
    name = "budget-overspent"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Settings

    def check(self, settings: Settings, context: Context) -> Iterator[Finding]:
        """Each member whose costs of this year are higher than the budget of their tier."""
        for id_, money in moneys(context.book, context.today).items():
            budget, left = money.budget, money.left
            if budget is None or left is None or left >= 0:
                continue
            member = settings.team[id_]
            yield Finding(
                f"{member.name} has spent {budget.amount - left:f} {budget.currency} since 1"
                f" January, and {member.tier} means {budget} a year; let the rest of the year cost"
                " nothing, or raise the tier's `budget:`",
                ("team", id_),
            )
