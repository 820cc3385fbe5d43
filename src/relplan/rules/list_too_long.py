"""RP602."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.lists import lists
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Settings
from relplan.rules.finding import Context, Finding
from relplan.rules.words import count


class ListTooLong:
    """A member who is to keep in touch with more people than anybody can.

    **Why:** do not overwhelm yourself: staff keep about 5 client peers, senior staff 10 to 20,
    principals 10 at a time (relationship marketing in a professional firm). A list that is too long
    is not kept at all. The numbers stand in `tiers:` of relplan.yaml.

    **Instead:** hand people over with `ours:`, or let some rest with `cadence: never`. Counted are
    the people still there of active clients and prospects whose `ours`, else whose client's owner,
    is this member.

    Fails:

        # relplan.yaml
        firm: Hartwell & Lowe
        team: {ben: {name: Ben Archer, tier: staff}}
        tiers: {staff: {contacts: 1}}
        # clients/acme.yaml
        client: Acme plc
        priority: A
        owner: ben
        roles: {jane: Jane Porter, raj: Raj Patel}

    Passes:

        # relplan.yaml
        firm: Hartwell & Lowe
        team: {ben: {name: Ben Archer, tier: staff}}
        tiers: {staff: {contacts: 1}}
        # clients/acme.yaml
        client: Acme plc
        priority: A
        owner: ben
        roles: {jane: Jane Porter, raj: {name: Raj Patel, cadence: never}}
    """

    code = "RP602"
    name = "list-too-long"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Settings

    def check(self, settings: Settings, context: Context) -> Iterator[Finding]:
        """Each member whose list is longer than their tier's `contacts`."""
        for id_, people in lists(context.book, context.today).items():
            member, kept = settings.team.get(id_), len(people)
            tier = settings.tiers.get(member.tier) if member else None
            if member is None or tier is None or kept <= tier.contacts:
                continue
            yield Finding(
                f"{member.name} keeps in touch with {count(kept, 'person', 'people')}, and"
                f" {member.tier} means {tier.contacts} at most; hand {kept - tier.contacts} over with"
                " `ours:`, or let some rest with `cadence: never`",
                ("team", id_),
            )
