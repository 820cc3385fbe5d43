"""RP606."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.load import STAFF, lonely
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Settings
from relplan.rules.finding import Context, Finding
from relplan.rules.words import count


class StaffWithoutPeers:
    """A member of the staff who keeps hardly anybody of their own level.

    **Why:** everyone is responsible, each at their level: staff keep about 5 client peers
    (relationship marketing in a professional firm). The peers of today decide in ten years, and
    they remember who knew them before. It is said below half of the tier's `contacts:`, and only
    where the book has as many people to give; executives are no peers.

    **Instead:** give them people of their own level with `ours:`.

    Fails:

        # relplan.yaml
        firm: Hartwell & Lowe
        team:
          amara: {name: Amara Okafor, tier: principal}
          zoe: {name: Zoe Hart, tier: staff}
        tiers: {staff: {contacts: 2}}
        # clients/acme.yaml
        client: Acme plc
        priority: A
        owner: amara
        roles: {raj: {name: Raj Patel, level: staff}, dawn: {name: Dawn Hill, level: manager}}

    Passes:

        # relplan.yaml
        firm: Hartwell & Lowe
        team:
          amara: {name: Amara Okafor, tier: principal}
          zoe: {name: Zoe Hart, tier: staff}
        tiers: {staff: {contacts: 2}}
        # clients/acme.yaml
        client: Acme plc
        priority: A
        owner: amara
        roles: {raj: {name: Raj Patel, level: staff, ours: zoe}, dawn: {name: Dawn Hill, level: manager}}
    """

    code = "RP606"
    name = "staff-without-peers"
    severity: ClassVar[Severity] = "advice"
    profile: ClassVar[Profile] = "team"
    target = Settings

    def check(self, settings: Settings, context: Context) -> Iterator[Finding]:
        """Each member of tier `staff` with fewer than half of the people that the tier means."""
        for id_, kept in lonely(context.book, context.today):
            peers = count(kept, "peer") if kept else "no peers"
            yield Finding(
                f"{settings.team[id_].name} keeps {peers} at our clients, and {STAFF} means about"
                f" {settings.tiers[STAFF].contacts}; give them people of their own level with `ours:`",
                ("team", id_),
            )
