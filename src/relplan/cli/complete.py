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


def promised(ctx: Any, incomplete: str) -> Offer:
    """What may follow in `promise [kept] CLIENT PERSON`, by the words before."""
    words = list(ctx.params.get("words") or ())
    if not words:
        kept = [("kept", "a promise that was kept")] if "kept".startswith(incomplete) else []
        return [*clients(ctx, incomplete), *kept]
    ctx.params["client"] = words[0]
    if words == ["kept"]:
        return clients(ctx, incomplete)
    return people(ctx, incomplete) if len(words) == 1 else []


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
        found = (pair for goal in _plan(ctx).goals.values() for pair in goal.initiatives.items())
        return _fitting(((one, each.what) for one, each in found), incomplete)

    return _quietly(offer)


def goals(ctx: Any, incomplete: str) -> Offer:
    """The goals of the client that stands before on the line."""
    return _quietly(
        lambda: _fitting(((i, one.goal) for i, one in _plan(ctx).goals.items()), incomplete)
    )


def weaknesses(ctx: Any, incomplete: str) -> Offer:
    """The weaknesses of the client that stands before on the line."""
    return _quietly(
        lambda: _fitting(((i, one.text) for i, one in _plan(ctx).weaknesses.items()), incomplete)
    )


def words_for(kind: str) -> Callable[[str], list[str]]:
    """The words of a closed list of the model, by the list's name there."""

    def offer(incomplete: str) -> list[str]:
        from typing import get_args

        from relplan.model import choices

        return [one for one in get_args(getattr(choices, kind)) if one.startswith(incomplete)]

    return offer


def places(ctx: Any, incomplete: str) -> Offer:
    """The places of the plan that stands before on the line, as `set` takes them."""

    def offer() -> Offer:
        from relplan.cli.options import root_of
        from relplan.files import address
        from relplan.files.book import load, shape_of
        from relplan.files.disk import SETTINGS
        from relplan.model import ids

        loaded = load(root_of(ctx.params.get("book")))
        typed = _client(ctx)
        path = SETTINGS
        if typed not in ("book", SETTINGS):
            id_ = ids.find(typed, loaded.book.names(), "client")
            path = f"{'clients' if id_ in loaded.book.plans else 'prospects'}/{id_}.yaml"
        found = address.places(loaded.documents[path], shape_of(path))
        return _fitting(((one, "") for one in found), incomplete)

    return _quietly(offer)


def _client(ctx: Any) -> str:
    """The client that was typed; behind an option that waits for its value it is left in `args`."""
    return str(ctx.params.get("client") or next(iter(getattr(ctx, "args", ())), ""))


def _plan(ctx: Any) -> Any:
    from relplan.model import ids

    book = _book(ctx)
    return book.plans[ids.find(_client(ctx), book.names(), "client")]


def kinds(incomplete: str) -> list[str]:
    """The kinds of reasons for which somebody is listed as due."""
    from relplan.analysis.due_item import KINDS

    return [kind for kind in KINDS if kind.startswith(incomplete) and kind != "silence"]


def formats(incomplete: str) -> list[str]:
    """The formats of the list of who is due."""
    from relplan.cli.due_formats import FORMATS

    return [form for form in FORMATS if form.startswith(incomplete)]


def forms(incomplete: str) -> list[str]:
    """The formats of the relationship map."""
    from relplan.reports.map.forms import FORMS

    return [form for form in FORMS if form.startswith(incomplete)]


def export_formats(incomplete: str) -> list[str]:
    """The formats of an export."""
    from relplan.reports.export.formats import FORMATS

    return [form for form in FORMATS if form.startswith(incomplete)]


def answer_formats(incomplete: str) -> list[str]:
    """The formats of the answer to a query."""
    from relplan.reports.export.answer import FORMATS

    return [form for form in FORMATS if form.startswith(incomplete)]


def tables(incomplete: str) -> list[str]:
    """The tables and views of an export."""
    from relplan.reports.export.formats import EVERY, VIEW_NAMES

    return [name for name in (*EVERY, *VIEW_NAMES) if name.startswith(incomplete)]


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


ways = words_for("How")
"""The channels of a touch."""
