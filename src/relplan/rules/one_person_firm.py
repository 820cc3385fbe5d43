"""RP607."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.bus_factor import leaning
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Settings
from relplan.rules.finding import Context, Finding

_MOST = 3


class OnePersonFirm:
    """A firm of several whose clients know only one of them.

    **Why:** everyone is responsible, each at their level (relationship marketing in a professional
    firm). Where one member keeps every tie at more than half of at least four clients, and nobody
    else was in touch with anybody there for a year, the firm is as safe as that one's health.

    **Instead:** take a colleague along and log it; give ties away with `ours:`. What would hang in
    the air is listed by `relplan team --what-if "leaves amara"`.

    Fails:

        # clients/acme.yaml
        client: Acme plc
        priority: A
        owner: amara
        roles: {jane: {name: Jane Porter, tie: credible}}
        # clients/beta.yaml
        client: Beta plc
        priority: B
        owner: amara
        roles: {raj: {name: Raj Patel, tie: credible}}
        # clients/carr.yaml
        client: Carr plc
        priority: B
        owner: amara
        roles: {zoe: {name: Zoe Hart, tie: credible}}
        # clients/dale.yaml
        client: Dale plc
        priority: C
        owner: ben
        roles: {mick: {name: Mick Shaw, tie: credible}}

    Passes:

        # clients/acme.yaml
        client: Acme plc
        priority: A
        owner: amara
        roles: {jane: {name: Jane Porter, tie: credible}}
        # clients/beta.yaml
        client: Beta plc
        priority: B
        owner: amara
        roles: {raj: {name: Raj Patel, tie: credible}}
        # clients/carr.yaml
        client: Carr plc
        priority: B
        owner: amara
        roles: {zoe: {name: Zoe Hart, tie: credible, ours: ben}}
        # clients/dale.yaml
        client: Dale plc
        priority: C
        owner: ben
        roles: {mick: {name: Mick Shaw, tie: credible}}
    """

    code = "RP607"
    name = "one-person-firm"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Settings

    def check(self, settings: Settings, context: Context) -> Iterator[Finding]:
        """The one member on whom more than half of the clients hang."""
        found = leaning(context.book, context.today)
        if found is None or found.member not in settings.team:
            return
        more = len(found.clients) - _MOST
        named = ", ".join(found.clients[:_MOST]) + (f" and {more} more" if more > 0 else "")
        yield Finding(
            f"{len(found.clients)} of {found.of} clients know nobody of ours but"
            f" {settings.team[found.member].name} ({named}); take a colleague along, and give ties"
            " away with `ours:`",
            ("team", found.member),
        )
