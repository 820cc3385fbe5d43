"""RP806."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.win import is_sought
from relplan.diagnostics import Severity
from relplan.judgement.claims import sales_talk
from relplan.model.choices import Profile
from relplan.model.kinds import Prospect
from relplan.rules.finding import Context, Finding
from relplan.rules.words import quoted


class OnlySalesCallHomework:
    """Homework that was learned in sales calls alone, or not done.

    **Why:** learn from enough people what prospects value, not only in sales calls, where one does not
    hear the truth (domain.md 4, value-based prospect relationship marketing).

    **Instead:** ask people who do not buy: a former employee, a supplier, a customer of theirs; read
    what they publish. Write under `homework:` what was learned and `from:` what.

    Fails:

        # prospects/contoso.yaml
        prospect: Contoso Foods
        win: {what: They ask us to run the programme, by: 2027-09-30}
        homework:
          price: {learned: They look at the price, from: our first sales call}

    Passes:

        # prospects/contoso.yaml
        prospect: Contoso Foods
        win: {what: They ask us to run the programme, by: 2027-09-30}
        homework:
          price: {learned: They look at the price, from: our first sales call}
          waste: {learned: Waste cost is reported monthly to the family, from: interview, who: former controller}
    """

    code = "RP806"
    name = "only-sales-call-homework"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Prospect

    def check(self, prospect: Prospect, _context: Context) -> Iterator[Finding]:
        """The prospect with a win, of whom nothing is known from anywhere but sales talks."""
        if not is_sought(prospect):
            return
        if not prospect.homework:
            yield Finding(
                f"nothing is written of what {prospect.prospect} values; ask people who do not buy, and"
                " write under `homework:` what was learned and `from:` what",
                ("win",),
            )
            return
        sources = [item.source for item in prospect.homework.values()]
        if all(map(sales_talk, sources)):
            yield Finding(
                f"all that is known was learned in sales talks ({quoted(sources[0])}); ask people who"
                " do not buy as well — one does not hear the truth in a sales call",
                ("homework",),
            )
