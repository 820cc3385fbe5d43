"""RP903."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.campaigns import is_over
from relplan.analysis.cohort import cohort
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Campaign
from relplan.rules.finding import Context, Finding


class CohortOfOne:
    """A proposition for one customer.

    **Why:** a proposition that is invented per customer is a weak one; compelling ones are taken to a
    cohort in a dedicated campaign (domain.md 5, campaign-centric, not customer-centric, selling).

    **Instead:** say under `cohort: {is: …}` what the customers have in common to whom it would be worth
    as much, and name them in `clients:` and `prospects:`, or find them by a rule over the book, such
    as `where: {tags: plants}`.

    Fails:

        # campaigns/stock.yaml
        proposition: We hold the stock on your shelf and you pay when you use it
        cohort: {is: plants with more than three sites, clients: [acme]}

    Passes:

        # campaigns/stock.yaml
        proposition: We hold the stock on your shelf and you pay when you use it
        cohort: {is: plants with more than three sites, clients: [acme], prospects: [contoso]}
        # prospects/contoso.yaml
        prospect: Contoso Foods
    """

    code = "RP903"
    name = "cohort-of-one"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Campaign

    def check(self, campaign: Campaign, context: Context) -> Iterator[Finding]:
        """The campaign, until it is over, with fewer than two customers in its cohort."""
        found = cohort(campaign, context.book)
        if len(found) > 1 or is_over(campaign, context.today):
            return
        names = context.book.names()
        alone = f"taken to {names.get(found[0].id, found[0].id)} alone" if found else ""
        if campaign.cohort.where is not None:
            said = f"by its rule this proposition is {alone or 'taken to nobody in the book'}"
            yield Finding(
                f"{said}; widen the `where:` of its `cohort:`, or name others in `clients:` and"
                " `prospects:`",
                ("cohort", "where"),
            )
            return
        yield Finding(
            f"this proposition is {alone or 'taken to nobody'}; name in the `clients:` and"
            " `prospects:` of its `cohort:` all to whom it is worth as much, or find them by a rule"
            " under `where:`",
            ("cohort",) if found or campaign.cohort.what else ("proposition",),
        )
