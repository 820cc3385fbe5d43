"""Words that refer to something: people, members, weaknesses, clients, steps and initiatives.

An id that exists in the file but whose entry could not be used still counts as known: its own
diagnostic is enough.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from relplan.diagnostics import Diagnostic, Instead
from relplan.files.document import Document
from relplan.files.explain import CODES
from relplan.files.tree import Items, Mapping, Node, Scalar
from relplan.model import ids
from relplan.model.book import Book
from relplan.model.record import NOTHING


class _Use(NamedTuple):
    """An id that is used at `node`, and the `kind` of thing that it refers to."""

    document: Document
    node: Scalar
    kind: str
    known: list[str]
    item: str


_NAMES = {
    "person": "unknown-person",
    "either side": "unknown-person",
    "member": "unknown-member",
}
_SAID = {
    "person": "is nobody in {where}",
    "either side": "is neither in this plan's roles or `ours` nor in the team",
    "member": "is not in the team of relplan.yaml",
    "tier": "is not a tier of relplan.yaml",
    "weakness": "is not a weakness of this plan",
    "initiative": "is not an initiative of this plan",
    "step": "is not a step of this plan",
    "client": "is not a client of this book",
    "prospect": "is not a prospect of this book",
    "client or prospect": "is neither a client nor a prospect of this book",
}


def unknown_references(book: Book, documents: dict[str, Document]) -> Iterator[Diagnostic]:
    """A diagnostic for every id that refers to nothing in the book."""
    team = _keys(documents.get("relplan.yaml"), "team")
    names = {
        kind: [p.split("/")[1][:-5] for p in documents if p.startswith(f"{kind}/")]
        for kind in ("clients", "prospects")
    }
    for path, document in documents.items():
        folder, _, name = path.partition("/")
        root = document.root
        if root is None:
            continue
        if folder == "relplan.yaml":
            uses = _in_settings(document, team, [*book.settings.tiers], names)
        elif folder in ("clients", "prospects"):
            uses = _in_plan(document, team)
        elif folder == "touches":
            plan = documents.get(f"clients/{name}") or documents.get(f"prospects/{name}")
            # Of a plan that cannot be read nobody knows whom it names: its own fault is enough.
            uses = _in_log(document, plan, team) if plan and _is_plan(plan) else iter(())
        else:
            uses = _in_campaign(document, documents, names, team)
        yield from (_diagnostic(use) for use in uses if use.node.text not in use.known)


def _in_settings(
    document: Document, team: list[str], tiers: list[str], names: dict[str, list[str]]
) -> Iterator[_Use]:
    for id_, member in _entries(document.root, "team"):
        yield from _uses(document, member, "tier", "tier", tiers, f"team.{id_}.tier")
        for absence in _each(member, "away"):
            yield from _uses(document, absence, "cover", "member", team, f"team.{id_}.away")

    lint = document.root.get("lint") if isinstance(document.root, Mapping) else None
    per_client = lint.get("per_client") if isinstance(lint, Mapping) else None
    for key, _ in per_client.pairs if isinstance(per_client, Mapping) else ():
        known = [*names["clients"], *names["prospects"]]
        yield _Use(document, key, "client or prospect", known, f"lint.per_client.{key.text}")


def _in_plan(document: Document, team: list[str]) -> Iterator[_Use]:
    root = document.root
    people = _keys(document, "roles")
    for field in ("owner", "team", "voice", "core_team"):
        yield from _uses(document, root, field, "member", team, field)
    for id_, person in _entries(root, "roles"):
        for field in ("reports_to", "influences"):
            yield from _uses(document, person, field, "person", people, f"roles.{id_}.{field}")
        yield from _uses(document, person, "ours", "member", team, f"roles.{id_}.ours")
    yield from _in_goals(document, people, team)
    yield from _in_reviews(document, people, team)
    yield from _in_win(document, people, team)


def _in_goals(document: Document, people: list[str], team: list[str]) -> Iterator[_Use]:
    weak = _keys(document, "weaknesses")
    for id_, goal in _entries(document.root, "goals"):
        yield from _uses(document, goal, "answers", "weakness", weak, f"goals.{id_}.answers")
        for one, initiative in _entries(goal, "initiatives"):
            item = f"goals.{id_}.initiatives.{one}"
            yield from _uses(document, initiative, "owner", "member", team, f"{item}.owner")
            yield from _uses(document, initiative, "for", "person", people, f"{item}.for")


def _in_reviews(document: Document, people: list[str], team: list[str]) -> Iterator[_Use]:
    review = document.root.get("review") if isinstance(document.root, Mapping) else None
    for day, held in _entries(review, "held"):
        yield from _uses(document, held, "with", "person", people, f"review.held.{day}.with")
        yield from _uses(document, held, "ours", "member", team, f"review.held.{day}.ours")
        for decided in _each(held, "decided"):
            item = f"review.held.{day}.decided"
            yield from _uses(document, decided, "owner", "member", team, item)


def _in_win(document: Document, people: list[str], team: list[str]) -> Iterator[_Use]:
    root = document.root
    ours = _keys(document, "ours")
    steps = _keys(document, "steps")
    win = root.get("win") if isinstance(root, Mapping) else None
    yield from _uses(document, win, "sponsor", "person", people, "win.sponsor")
    for id_, step in _entries(root, "steps"):
        yield from _uses(document, step, "needs", "step", steps, f"steps.{id_}.needs")
        touched = step.get("people") if isinstance(step, Mapping) else None
        for key, _ in touched.pairs if isinstance(touched, Mapping) else ():
            known = [*people, *ours, *team]
            yield _Use(document, key, "either side", known, f"steps.{id_}.people.{key.text}")


def _in_log(document: Document, plan: Document, team: list[str]) -> Iterator[_Use]:
    people = _keys(plan, "roles")
    initiatives = [
        one for _, goal in _entries(plan.root, "goals") for one in _names(goal, "initiatives")
    ]
    for index, line in enumerate(_items(document.root)):
        yield from _uses(document, line, "with", "person", people, f"{index}.with")
        yield from _uses(document, line, "by", "member", team, f"{index}.by")
        yield from _uses(document, line, "for", "initiative", initiatives, f"{index}.for")


def _in_campaign(
    document: Document, documents: dict[str, Document], names: dict[str, list[str]], team: list[str]
) -> Iterator[_Use]:
    root = document.root
    clients, prospects = names["clients"], names["prospects"]
    yield from _uses(document, root, "owner", "member", team, "owner")
    cohort = root.get("cohort") if isinstance(root, Mapping) else None
    yield from _uses(document, cohort, "clients", "client", clients, "cohort.clients")
    yield from _uses(document, cohort, "prospects", "prospect", prospects, "cohort.prospects")
    for index, pitch in enumerate(_each(root, "pitches")):
        item = f"pitches.{index}"
        either = [*clients, *prospects]
        yield from _uses(document, pitch, "at", "client or prospect", either, f"{item}.at")
        yield from _uses(document, pitch, "by", "member", team, f"{item}.by")
        at = pitch.get("at") if isinstance(pitch, Mapping) else None
        if isinstance(at, Scalar) and at.text in either:
            plan = documents.get(f"clients/{at.text}.yaml") or documents.get(
                f"prospects/{at.text}.yaml"
            )
            if plan and _is_plan(plan):
                people = _keys(plan, "roles")
                yield from _uses(document, pitch, "to", "person", people, f"{item}.to")


def _is_plan(document: Document) -> bool:
    return isinstance(document.root, Mapping)


def _diagnostic(use: _Use) -> Diagnostic:
    name = _NAMES.get(use.kind, "unknown-id")
    where = (
        "this plan" if not use.document.path.startswith(("touches/", "campaigns/")) else "the plan"
    )
    said = _SAID[use.kind].format(where=f"{where}'s roles")
    near = ids.nearest(use.node.text, use.known)
    if near:
        advice = f"did you mean {near}?"
    elif use.known:
        listed = ", ".join(sorted(use.known)[:12])
        advice = f"known: {listed}{' and more' if len(use.known) > 12 else ''}"
    else:
        people = name != "unknown-id"
        advice = (
            "nobody is written there yet: add them" if people else "none is written yet: add it"
        )
    message = f"`{use.node.text[:64]}` {said}; {advice}"
    found = use.document.at(use.node, CODES[name], name, message, item=use.item)
    slip = near is not None and ids.is_slip(use.node.text, near, use.known)
    return replace(found, instead=Instead(near, slip) if near else None)


def _uses(  # noqa: PLR0913, PLR0917 -- where, which field, and what may stand there
    document: Document, within: Node | None, field: str, kind: str, known: list[str], item: str
) -> Iterator[_Use]:
    value = within.get(field) if isinstance(within, Mapping) else None
    for node in value.items if isinstance(value, Items) else [value]:
        if isinstance(node, Scalar) and node.text and node.text not in NOTHING:
            yield _Use(document, node, kind, known, item)


def _entries(within: Node | None, field: str) -> Iterator[tuple[str, Node]]:
    value = within.get(field) if isinstance(within, Mapping) else None
    if isinstance(value, Mapping):
        yield from ((key.text, entry) for key, entry in value.pairs)


def _each(within: Node | None, field: str) -> list[Node]:
    value = within.get(field) if isinstance(within, Mapping) else None
    return value.items if isinstance(value, Items) else [value] if value is not None else []


def _items(node: Node | None) -> list[Node]:
    return node.items if isinstance(node, Items) else []


def _names(within: Node | None, field: str) -> list[str]:
    return [name for name, _ in _entries(within, field)]


def _keys(document: Document | None, field: str) -> list[str]:
    return _names(document.root, field) if document else []
