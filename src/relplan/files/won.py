"""A prospect that became a client: its plan moves, and what a client's plan has no place for is kept.

What is kept stands under `won:` line by line as it was written, so that comments stay too and git
sees one file that moved.
"""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from relplan.errors import Refused
from relplan.files.book import Loaded
from relplan.files.document import document_of
from relplan.files.draft import Draft
from relplan.files.edit import layout, rename_key
from relplan.files.edit.outline import outline
from relplan.files.edit.refused import NotThere
from relplan.files.places import uses
from relplan.files.put import put
from relplan.files.tidy.blocks import Block, blocks
from relplan.files.tree import Mapping

if TYPE_CHECKING:
    from relplan.model.prospect import Prospect

_KEPT = (
    "since",
    "status",
    "voice",
    "core_team",
    "win",
    "ours",
    "steps",
    "homework",
    "metrics",
    "practices",
)
"""What stands under `won:` afterwards; `since` and `status` mean another thing in a client's plan."""
_MODE = re.compile(r"^(#\s*yaml-language-server:.*)\bprospect(\.schema\.json)", re.MULTILINE)
_HEAD = "# How they were won: what stood in the prospect's plan and has no place in a client's."
_MARK = "\ufeff"


class Turned(NamedTuple):
    """The draft of a prospect's plan turned into a client's."""

    draft: Draft
    path: str
    kept: tuple[str, ...]
    """The sections that stand under `won:` now."""
    campaigns: tuple[str, ...]
    """The campaigns that name them among their clients now."""
    alike: int
    """How much of the file stays as it is, in per cent: git sees a move from about 50 on."""


def became_client(loaded: Loaded, id_: str, today: date) -> Turned:
    """The book with this prospect as a client since that day; every touch stays where it is.

    Refused, with nothing changed, where the plan cannot be read whole, or the id is a client's too.
    """
    old, path = f"prospects/{id_}.yaml", f"clients/{id_}.yaml"
    _refuse_faults(loaded, old)
    draft = Draft(loaded)
    draft.move(old, path)
    prospect = loaded.book.prospects[id_]
    stays = "status" if prospect.status == "active" else ""
    kept, block = _cut_sections(draft, path, stays)
    _fill(draft, path, prospect, today)
    _append(draft, path, block)
    campaigns = tuple(_in_campaigns(loaded, draft, id_))
    _prove(loaded, draft, (old, path), kept)
    alike = _alike(loaded.documents[old].raw, draft.text(path).encode("utf-8"))
    return Turned(draft, path, kept, campaigns, alike)


def _refuse_faults(loaded: Loaded, path: str) -> None:
    for one in loaded.diagnostics:
        if one.path == path and one.severity == "error":
            raise Refused(
                f"{path}:{one.line}: {one.message}; mend this first, so that nothing of it is lost;"
                " nothing was changed"
            )


def _cut_sections(draft: Draft, path: str, stays: str) -> tuple[tuple[str, ...], list[str]]:
    """Take the sections without a place out, but for one that stays: their names and their lines."""
    whole = draft.text(path)
    mark, text = (_MARK, whole[1:]) if whole.startswith(_MARK) else ("", whole)
    found = _blocks(text, path.replace("clients/", "prospects/"))
    gone = [one for one in found if one.key in _KEPT and one.key != stays]
    rest = _MODE.sub(r"\1plan\2", rename_key(_without(text, gone), ("prospect",), "client"))
    draft.put(path, mark + rest)
    lines = [line for one in gone for line in text[one.start : one.blank].splitlines()]
    return tuple(one.key for one in gone), lines


def _append(draft: Draft, path: str, lines: Iterable[str]) -> None:
    """Put the lines to the end, under `won:`."""
    inside = [_inside(line) for line in lines]
    if inside:
        text = draft.text(path)
        newline = layout.newline(text, 0)
        draft.put(path, newline.join([text.rstrip("\r\n"), "", _HEAD, "won: |1", *inside, ""]))


def _blocks(text: str, path: str) -> list[Block]:
    """The sections; Refused where the plan is not written in lines."""
    root = outline(text).root
    assert root is not None
    why = NotThere(root.start, "the plan stands in brackets here")
    if not root.flow:
        try:
            return blocks(text, root)
        except NotThere as found:
            why = found
    line = text.count("\n", 0, why.offset) + 1
    raise Refused(
        f"{path}:{line}: {why.reason}; write each section on a line of its own; nothing was changed"
    )


def _without(text: str, gone: Iterable[Block]) -> str:
    for one in reversed([*gone]):
        text = text[: one.start] + text[one.end :]
    return text


def _inside(line: str) -> str:
    """The line inside the block: what begins with a space can stay as it is."""
    return line if not line or line.startswith(" ") else f" {line}"


def _fill(draft: Draft, path: str, prospect: "Prospect", today: date) -> None:
    """Write what a client's plan says otherwise than a prospect's."""
    ours = dict.fromkeys([*([prospect.voice] if prospect.voice else []), *prospect.core_team])
    team = [one for one in ours if one != prospect.owner]
    put(draft, path, ("priority",), prospect.priority)
    put(draft, path, ("status",), "active")
    put(draft, path, ("since",), today.isoformat())
    if team:
        put(draft, path, ("team",), team)


def _in_campaigns(loaded: Loaded, draft: Draft, id_: str) -> Iterable[str]:
    """Name them among the clients of each cohort that names them among its prospects."""
    for path, document in loaded.documents.items():
        found = [
            one for one in uses(document) if one.place.kinds == ("prospect",) and one.id == id_
        ]
        if not path.startswith("campaigns/") or not found:
            continue
        _refuse_faults(loaded, path)
        cohort = loaded.book.campaigns[path.removeprefix("campaigns/").removesuffix(".yaml")].cohort
        others = [one for one in cohort.prospects if one != id_]
        put(draft, path, ("cohort", "prospects"), others)
        put(draft, path, ("cohort", "clients"), [*dict.fromkeys((*cohort.clients, id_))])
        yield path


def _prove(loaded: Loaded, draft: Draft, paths: tuple[str, str], kept: tuple[str, ...]) -> None:
    """Refused unless everything that was written is written now, here or under `won:`."""
    before = _plain(loaded.documents[paths[0]].raw)
    after = _plain(draft.text(paths[1]).encode("utf-8"))
    under = _plain(str(after.get("won", "")).encode("utf-8")) if kept else {}
    same = {key: one for key, one in before.items() if key not in (*_KEPT, "prospect", "priority")}
    stays = {key: after.get(key) for key in same}
    moved = {key: one for key, one in before.items() if key in kept}
    if stays != same or under != moved or after.get("client") != before.get("prospect"):
        raise Refused(
            f"{paths[0]}: its sections cannot be put under `won:` as they are written; take tabs and"
            " indentation marks out of them, or move the file yourself; nothing was changed"
        )


def _alike(old: bytes, new: bytes) -> int:
    """The lines that are in both, by their bytes, in per cent of the longer text: as git counts."""
    same = Counter(old.splitlines()) & Counter(new.splitlines())
    shared = sum((len(line) + 1) * count for line, count in same.items())
    return min(100, 100 * shared // max(len(old), len(new), 1))


def _plain(raw: bytes) -> dict[str, Any]:
    root = document_of("clients/x.yaml", raw)[0].root
    found: Any = root.plain() if isinstance(root, Mapping) else {}
    return dict(found)
