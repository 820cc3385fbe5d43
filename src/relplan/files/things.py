"""What an id means: something of the book, or of one plan. It is typed in full."""

from collections.abc import Collection

from relplan.errors import Refused, WrongUse
from relplan.files.book import Loaded
from relplan.files.disk import SETTINGS
from relplan.files.document import CODES
from relplan.files.known import Known, Thing
from relplan.files.places import DEFINING, OF_THE_BOOK
from relplan.model import ids

FOLDERS = {"client": "clients", "prospect": "prospects", "campaign": "campaigns"}
"""The kinds whose ids are names of files."""

_UNSURE = ("not-readable", "yaml-syntax", "merge-conflict", "yaml-feature", "duplicate-key")


def of_book(loaded: Loaded, kind: str, id_: str) -> Thing:
    """The client, prospect, campaign, member or tier of that id."""
    if kind in FOLDERS:
        folder = f"{FOLDERS[kind]}/"
        paths = (one for one in loaded.documents if one.startswith(folder))
        known = [one.removeprefix(folder).removesuffix(".yaml") for one in paths]
        path = f"{folder}{id_}.yaml"
    else:
        known = [*Known(loaded.documents).defined(kind, SETTINGS)]
        path = SETTINGS
    if id_ not in known:
        raise WrongUse(_nothing(f"no {kind}", id_, known))
    return Thing(kind, path, id_)


def of_plan(loaded: Loaded, client: str, id_: str, kind: str | None = None) -> Thing:
    """The person, goal, initiative … of that id in a plan, of that `kind` when it is given."""
    known = Known(loaded.documents)
    path = known.plan_of(client)
    kinds = [one for one in DEFINING if one not in OF_THE_BOOK]
    if kind is not None and kind not in kinds:
        raise WrongUse(f"--kind: {kind!r} is none of {', '.join(kinds)}")
    found = {one: known.defined(one, path) for one in ([kind] if kind else kinds)}
    fits = [one for one, defined in found.items() if id_ in defined]
    if not fits:
        every = [one for defined in found.values() for one in defined]
        what = "nothing" if kind is None else f"no {kind}"
        raise WrongUse(_nothing(f"{what} in the plan of {client}", id_, every))
    if len(fits) > 1:
        raise WrongUse(f"`{id_}` is a {' and a '.join(fits)} here; say which with --kind {fits[0]}")
    return Thing(fits[0], path, id_)


def refuse_unsure(loaded: Loaded, paths: Collection[str] = ()) -> None:
    """Refused when something that these files, or folders, mention cannot be read; () is all."""
    unsure = {CODES[one] for one in _UNSURE}
    for one in loaded.diagnostics:
        near = not paths or one.path in paths or one.path.partition("/")[0] in paths
        if one.code in unsure and near:
            raise Refused(
                f"what {one.path} mentions is not known; mend it first; nothing was changed:\n"
                f"{one.path}:{one.line}: {one.message}"
            )


def _nothing(what: str, id_: str, known: list[str]) -> str:
    near = ids.nearest(id_, known)
    if near:
        return f"{what} has the id {id_!r}; did you mean {near}?"
    listed = ", ".join(sorted(known)[:12]) or "none yet"
    more = f" and {len(known) - 12} more" if len(known) > 12 else ""
    return f"{what} has the id {id_!r}; there are: {listed}{more}"
