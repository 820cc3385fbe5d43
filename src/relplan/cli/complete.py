"""What TAB offers: clients, people of the client that was typed, members of the team.

`complete_words` has relplan's own words, `complete_places` what stands inside a file.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from relplan.files.names import Names, Plans

Offer = list[tuple[str, str]]
_WORD = re.compile(r"[A-Za-z0-9_.,/-]+")
_NO_SIGNS = str.maketrans({"\\": "⧵", "$": "＄", "`": "‘", '"': "”", "'": "’"})


def clients(ctx: Any, incomplete: str) -> Offer:
    """The clients and prospects whose id begins with what was typed."""
    return quietly(lambda: _next_of(plans(ctx), incomplete))


def people(ctx: Any, incomplete: str) -> Offer:
    """The people of the client that stands before on the line."""

    def offer() -> Offer:
        given = ctx.params.get("person") or ()
        named = _named(ctx, "clients", "prospects").people
        left = {one: name for one, name in named.items() if one not in given}
        return _next_of(left, incomplete)

    return quietly(offer)


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


def campaigns(ctx: Any, incomplete: str) -> Offer:
    """The campaigns whose id begins with what was typed."""
    return quietly(lambda: fitting(plans(ctx, "campaigns").items(), incomplete))


def prospects(ctx: Any, incomplete: str) -> Offer:
    """The prospects whose id begins with what was typed."""
    return quietly(lambda: fitting(plans(ctx, "prospects").items(), incomplete))


def own_clients(ctx: Any, incomplete: str) -> Offer:
    """The clients without the prospects, where only a client's plan has what is asked for."""
    return quietly(lambda: fitting(plans(ctx, "clients").items(), incomplete))


def members(ctx: Any, incomplete: str) -> Offer:
    """The members of the team."""

    def offer() -> Offer:
        from relplan.cli.options import root_of
        from relplan.files.names import team_of

        team = team_of(root_of(ctx.params.get("book")))
        return _next_of({one: who.name for one, who in team.items()}, incomplete)

    return quietly(offer)


def leaving(ctx: Any, incomplete: str) -> Offer:
    """What follows `team --what-if`: the word, or the member at once."""
    word = [("leaves", "and then the member")] if "leaves".startswith(incomplete) else []
    return [*word, *members(ctx, incomplete)]


def renamable(ctx: Any, incomplete: str) -> Offer:
    """What `rename` begins with: a client, or the kind of what has an id in the whole book."""
    from relplan.cli.rename import KINDS

    kinds = [(kind, f"a {kind}'s own id") for kind in KINDS if kind.startswith(incomplete)]
    return [*kinds, *clients(ctx, incomplete)]


def initiatives(ctx: Any, incomplete: str) -> Offer:
    """The initiatives of the client that stands before on the line."""
    return quietly(lambda: fitting(_named(ctx, "clients").initiatives.items(), incomplete))


def goals(ctx: Any, incomplete: str) -> Offer:
    """The goals of the client that stands before on the line."""
    return quietly(lambda: fitting(_named(ctx, "clients").goals.items(), incomplete))


def weaknesses(ctx: Any, incomplete: str) -> Offer:
    """The weaknesses of the client that stands before on the line."""
    return quietly(lambda: _next_of(_named(ctx, "clients").weaknesses, incomplete))


def words_for(kind: str) -> Callable[[str], list[str]]:
    """The words of a closed list of the model, by the list's name there."""

    def offer(incomplete: str) -> list[str]:
        from typing import get_args

        from relplan.model import choices

        return [one for one in get_args(getattr(choices, kind)) if one.startswith(incomplete)]

    return offer


def typed_client(ctx: Any) -> str:
    """The client that was typed, as an argument or with --at; behind an option that waits for its value it is left in `args`."""
    named = ctx.params.get("client") or ctx.params.get("at")
    return str(named or next(iter(getattr(ctx, "args", ())), ""))


def _named(ctx: Any, *folders: str) -> "Names":
    """What the plan that stands before on the line names."""
    from relplan.files.names import names_of
    from relplan.model import ids

    found = plans(ctx, *folders)
    return names_of(found.document(ids.find(typed_client(ctx), found, "client")))


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


def pack_forms(incomplete: str) -> list[str]:
    """The formats of packs."""
    from relplan.reports.press import ENDINGS

    return [form for form in ENDINGS if form.startswith(incomplete)]


def win_forms(incomplete: str) -> list[str]:
    """The formats of the way to a win."""
    from relplan.reports.win.forms import FORMS

    return [form for form in FORMS if form.startswith(incomplete)]


def book_files(ctx: Any, incomplete: str) -> Offer:
    """The files of the book, by their paths in it."""

    def offer() -> Offer:
        from relplan.cli.options import root_of
        from relplan.files.disk import SETTINGS, names_in

        root = root_of(ctx.params.get("book"))
        folders = ("clients", "touches", "prospects", "campaigns")
        paths = [SETTINGS, *(f"{one}/{name}" for one in folders for name in names_in(root / one))]
        return [(one, "") for one in paths if one.startswith(incomplete)]

    return quietly(offer)


def files_or_clients(ctx: Any, incomplete: str) -> Offer:
    """The clients, and the files of the book."""
    return [*clients(ctx, incomplete), *book_files(ctx, incomplete)]


def reviewed(ctx: Any, incomplete: str) -> Offer:
    """The clients, and `team` for the page over all of them."""
    all_ = [("team", "the partners' page over all clients")]
    return [*(one for one in all_ if one[0].startswith(incomplete)), *clients(ctx, incomplete)]


def plans(ctx: Any, *folders: str) -> "Plans":
    """The plans of these folders with their names; of clients and prospects when none is given."""
    from relplan.cli.options import root_of
    from relplan.files.names import Plans

    return Plans(root_of(ctx.params.get("book")), folders or ("clients", "prospects"))


def _next_of(names: "Mapping[str, str]", typed: str) -> Offer:
    """What fits behind the last comma, with what stands before it; nobody twice."""
    before, comma, last = typed.rpartition(",")
    given = before.split(",")
    left = ((one, name) for one, name in names.items() if one not in given)
    return [(f"{before}{comma}{one}", name) for one, name in fitting(left, last)]


def fitting(names: Iterable[tuple[str, str]], typed: str) -> Offer:
    """Ids with names; completion replaces what was typed, so only prefixes of ids are of use."""
    from relplan.reports.safe import safe

    wanted = typed.casefold()
    return sorted((one, safe(name)) for one, name in names if one.startswith(wanted))


def quietly(offer: Callable[[], Offer]) -> Offer:
    r"""What may reach the prompt of an offer; nothing outside a book, and never a traceback.

    Typer hands offers to zsh as a program, and a name such as `Acme \$(…)` would run in it: words
    with signs of the shell are left out, and in what explains them other signs stand for these.
    """
    try:
        return [
            (word, said.translate(_NO_SIGNS)) for word, said in offer() if _WORD.fullmatch(word)
        ]
    except Exception:  # noqa: BLE001 -- a traceback on the prompt helps nobody
        return []


ways = words_for("How")
"""The channels of a touch."""
