"""What TAB offers inside a file: places to `set`, words that fit there, ids to `rename`.

It is read from the facts of the file and the table of shapes: no model is loaded for it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, get_args

from relplan.cli.complete import Offer, fitting, members, people, plans, quietly, typed_client


class _Place(NamedTuple):
    """A place as `set` takes it, the record that it is a field of, and what it holds."""

    typed: str
    kind: str


def places(ctx: Any, incomplete: str) -> Offer:
    """The places of the file that stands before on the line, as `set` takes them."""

    def offer() -> Offer:
        found = dict.fromkeys(one.typed for one in _places(_record(ctx)))
        return [(one, "") for one in found if one.startswith(incomplete)]

    return quietly(offer)


def values(ctx: Any, incomplete: str) -> Offer:
    """What may stand at the place before on the line, where that is one of a few words."""

    def offer() -> Offer:
        *above, field = str(ctx.params.get("path") or "").split(".")
        holders = _holders(_record(ctx), above)
        kinds = {one.kind for held in holders for one in _fields(held, "") if one.typed == field}
        found = [one for kind in sorted(kinds) for one in _words(kind)]
        if field in ("owner", "ours", "lead", "voice", "cover"):
            return members(ctx, incomplete)
        if field in ("reports_to", "influences", "sponsor"):
            return people(ctx, incomplete)
        return [(one, "") for one in found if one.startswith(incomplete)]

    return quietly(offer)


def renamable_in(ctx: Any, incomplete: str) -> Offer:
    """The ids of what stands before on the line: of a plan, or of that kind in the book."""

    def offer() -> Offer:
        from relplan.cli.rename import KINDS

        where = str(ctx.params.get("where") or "")
        if where not in KINDS:
            ctx.params["client"] = where
            return fitting(_entries(_record(ctx)), incomplete)
        if where in ("member", "tier"):
            ctx.params["client"] = "book"
            held = {"member": "team", "tier": "tiers"}[where]
            return fitting(_called(getattr(_record(ctx), held)), incomplete)
        return fitting(plans(ctx, f"{where}s").items(), incomplete)

    return quietly(offer)


def _record(ctx: Any) -> Any:
    """What the file says that stands before on the line; an empty record of it with a fault."""
    from relplan.cli.options import root_of
    from relplan.files.disk import SETTINGS
    from relplan.files.reading import read_some
    from relplan.model import ids
    from relplan.model.light import record_of

    typed, root = typed_client(ctx), root_of(ctx.params.get("book"))
    if typed in ("book", SETTINGS):
        path, shape = SETTINGS, "Settings"
    else:
        named = plans(ctx)
        id_ = ids.find(typed, named, "client")
        path = f"{named.folder_of(id_)}/{id_}.yaml"
        shape = "Plan" if named.folder_of(id_) == "clients" else "Prospect"
    return read_some(Path(root), [path])[path].value or record_of(shape)


def _holders(record: Any, above: list[str]) -> Iterator[Any]:
    """The records that these steps lead to, from the top of the file or from an id in it."""
    if len(above) == 1:
        yield from (one for id_, one in _under_ids(record) if id_ == above[0])
    held = record
    for step in above:
        if isinstance(held, dict):
            held = held.get(step)
        else:
            names = {written: name for name, written in getattr(held, "written_", {}).items()}
            held = getattr(held, names.get(step, ""), None)
    if hasattr(held, "shape_"):
        yield held


def _places(record: Any) -> Iterator[_Place]:
    """Every place that can be set: the fields of the file, then those of each entry under an id."""
    yield from _fields(record, "")
    for id_, one in _under_ids(record):
        yield from _fields(one, f"{id_}.")


def _fields(record: Any, before: str) -> Iterator[_Place]:
    from relplan.model.shapes import SHAPES

    for field in SHAPES[record.shape_][2].split("; "):
        written, _, said = field.partition(" ")
        yield _Place(before + written, said.rpartition("<")[2])


def _under_ids(record: Any) -> Iterator[tuple[str, Any]]:
    """Every record that stands under an id, at any depth."""
    for name in getattr(record, "written_", ()):
        held = getattr(record, name, None)
        if isinstance(held, dict):
            for id_, one in held.items():
                if hasattr(one, "shape_"):
                    yield str(id_), one
                    yield from _under_ids(one)
        elif hasattr(held, "shape_"):
            yield from _under_ids(held)


def _entries(record: Any) -> Iterator[tuple[str, str]]:
    from relplan.model import ids

    for id_, one in _under_ids(record):
        if ids.why_not_an_id(id_) is None:
            yield from _called({id_: one})


def _called(entries: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Ids with what their records are called."""
    from relplan.model.shapes import SHAPES

    for id_, one in entries.items():
        name = SHAPES[one.shape_][1] or "name"
        yield id_, str(getattr(one, name, ""))


def _words(kind: str) -> Iterator[str]:
    """The words of a closed list; yes and no for a flag."""
    from relplan.model import choices

    name = kind.split("=", maxsplit=1)[0].strip("!?*")
    yield from ("true", "false") if name == "flag" else get_args(getattr(choices, name, None))
