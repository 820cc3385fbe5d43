"""What TAB offers: clients, people of the client that was typed, members of the team."""

from collections.abc import Callable, Iterable
from typing import Any

Offer = list[tuple[str, str]]


def clients(ctx: Any, incomplete: str) -> Offer:
    """The clients and prospects whose id begins with what was typed."""
    return _quietly(lambda: _fitting(_book(ctx).names().items(), incomplete))


def people(ctx: Any, incomplete: str) -> Offer:
    """The people of the client that stands before on the line."""

    def offer() -> Offer:
        from relplan.model import ids

        book = _book(ctx)
        id_ = ids.find(_client(ctx), book.names(), "client")
        plan = book.plans.get(id_) or book.prospects[id_]
        given = ctx.params.get("person") or ()
        names = ((one, who.name) for one, who in plan.roles.items() if one not in given)
        return _fitting(names, incomplete)

    return _quietly(offer)


def members(ctx: Any, incomplete: str) -> Offer:
    """The members of the team."""

    def offer() -> Offer:
        team = _book(ctx).settings.team
        return _fitting(((one, who.name) for one, who in team.items()), incomplete)

    return _quietly(offer)


def renamable(ctx: Any, incomplete: str) -> Offer:
    """What `rename` begins with: a client, or the kind of what has an id in the whole book."""
    from relplan.cli.rename import KINDS

    kinds = [(kind, f"a {kind}'s own id") for kind in KINDS if kind.startswith(incomplete)]
    return [*kinds, *clients(ctx, incomplete)]


def initiatives(ctx: Any, incomplete: str) -> Offer:
    """The initiatives of the client that stands before on the line."""

    def offer() -> Offer:
        from relplan.model import ids

        book = _book(ctx)
        id_ = ids.find(_client(ctx), book.names(), "client")
        plan = book.plans[id_]
        found = (pair for goal in plan.goals.values() for pair in goal.initiatives.items())
        return _fitting(((one, each.what) for one, each in found), incomplete)

    return _quietly(offer)


def _client(ctx: Any) -> str:
    """The client that was typed; behind an option that waits for its value it is left in `args`."""
    return str(ctx.params.get("client") or next(iter(getattr(ctx, "args", ())), ""))


def ways(incomplete: str) -> list[str]:
    """The channels of a touch."""
    from typing import get_args

    from relplan.model.choices import How

    return [way for way in get_args(How) if way.startswith(incomplete)]


def _book(ctx: Any) -> Any:
    from relplan.cli.options import root_of
    from relplan.files.book import load

    return load(root_of(ctx.params.get("book"))).book


def _fitting(names: Iterable[tuple[str, str]], typed: str) -> Offer:
    """Ids with names; completion replaces what was typed, so only prefixes of ids are of use."""
    from relplan.reports.safe import safe

    wanted = typed.casefold()
    return sorted((one, safe(name)) for one, name in names if one.startswith(wanted))


def _quietly(offer: Callable[[], Offer]) -> Offer:
    """Completion never prints and never fails: outside a book there is nothing to offer."""
    try:
        return offer()
    except Exception:  # noqa: BLE001 -- a traceback on the prompt helps nobody
        return []
