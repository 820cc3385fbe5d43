"""Where ids stand: one table of the places that define one and of those that refer to one.

The check of references, `rename` and `hand-over` all read it, so that none of them knows a place
that another does not.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from relplan.files.document import Document
from relplan.files.tree import Items, Node, Path, Scalar, Step
from relplan.files.tree import Mapping as Group
from relplan.model.choices import NOTHING


class Place(NamedTuple):
    """A field that holds ids: `*` is any key of a group, `-` any item of a list, or the one value."""

    where: str
    kinds: tuple[str, ...]
    """What it may refer to; the first kind that has the id is meant."""
    key: bool = False
    """True where the id is the key that `where` ends with."""
    duty: str = ""
    """What a member answers for here, if it is such a place: that goes to another by `hand-over`."""
    hangs: str = ""
    """What hangs on a person of theirs here, if it is such a place: `leave` lists it."""
    word: bool = False
    """True where the ids are words of a text, behind a date."""


MEMBER, PERSON = ("member",), ("person",)
EITHER_SIDE = ("person", "colleague", "member")
EITHER_PLAN = ("client", "prospect")
_PLAN = (
    Place("owner", MEMBER, duty="plan"),
    Place("team", MEMBER, duty="team"),
    Place("voice", MEMBER, duty="voice"),
    Place("core_team", MEMBER, duty="team"),
    Place("roles.*.reports_to", PERSON, hangs="report"),
    Place("roles.*.influences", PERSON, hangs="influence"),
    Place("roles.*.ours", MEMBER, duty="tie"),
    Place("goals.*.answers", ("weakness",)),
    Place("goals.*.initiatives.*.owner", MEMBER, duty="initiative"),
    Place("goals.*.initiatives.*.for", PERSON, hangs="initiative"),
    Place("repair.lead", MEMBER, duty="repair"),
    Place("review.held.*.with", PERSON, hangs="review"),
    Place("review.held.*.ours", MEMBER),
    Place("review.held.*.decided.-.owner", MEMBER, duty="decision"),
    Place("win.sponsor", PERSON, hangs="sponsor"),
    Place("steps.*.needs", ("step",)),
    Place("homework.*.for", ("step",)),
    Place("steps.*.people.*", EITHER_SIDE, key=True, duty="step", hangs="step"),
)
REFERRING: Mapping[str, tuple[Place, ...]] = {
    "relplan.yaml": (
        Place("team.*.tier", ("tier",)),
        Place("team.*.away.-.cover", MEMBER, duty="absence"),
        Place("lint.per_client.*", EITHER_PLAN, key=True),
    ),
    "clients": _PLAN,
    "prospects": _PLAN,
    "touches": (
        Place("-.with", PERSON, hangs="touch"),
        Place("-.by", MEMBER),
        Place("-.for", ("initiative",)),
        Place("-.void", PERSON, word=True),
    ),
    "campaigns": (
        Place("owner", MEMBER, duty="campaign"),
        Place("cohort.clients", ("client",)),
        Place("cohort.prospects", ("prospect",)),
        Place("cohort.where.owner", MEMBER),
        Place("cohort.unless.owner", MEMBER),
        Place("cohort.without", EITHER_PLAN),
        Place("pitches.-.at", EITHER_PLAN),
        Place("pitches.-.by", MEMBER),
        Place("pitches.-.to", PERSON, hangs="pitch"),
    ),
}
"""By kind of file, every place that refers to something."""
DEFINING: Mapping[str, str] = {
    "member": "team.*",
    "tier": "tiers.*",
    "person": "roles.*",
    "strength": "strengths.*",
    "weakness": "weaknesses.*",
    "goal": "goals.*",
    "initiative": "goals.*.initiatives.*",
    "value": "values.*",
    "colleague": "ours.*",
    "step": "steps.*",
    "homework": "homework.*",
    "metric": "metrics.*",
    "practice": "practices.*",
}
"""By kind of thing, where it gets its id: members and tiers in the settings, the rest in a plan."""
OF_THE_BOOK = ("member", "tier")


class Use(NamedTuple):
    """An id that refers to something: the words at `path`, or its key."""

    document: Document
    place: Place
    path: Path
    node: Scalar
    id: str

    @property
    def item(self) -> str:
        """The field by ids and indices, such as `roles.jane.ours`."""
        end = -1 if self.path and isinstance(self.path[-1], int) else None
        return ".".join(str(step) for step in self.path[:end])


def uses(document: Document) -> Iterator[Use]:
    """Every id in a file that refers to something."""
    if document.root is None:
        return
    for place in REFERRING.get(document.path.partition("/")[0], ()):
        for path, node in reach(document.root, place.where.split("."), key=place.key):
            if place.word:
                day, *words = node.text.replace(",", " ").split() or [""]
                yield from (Use(document, place, path, node, one) for one in words if day)
            elif node.text and (place.key or node.text not in NOTHING):
                yield Use(document, place, path, node, node.text)


def words_at(document: Document, path: Sequence[Step]) -> str:
    """The words of a field; empty where there are none, where it says nothing, or is not there."""
    node = document.root
    for step in path:
        if isinstance(node, Group):
            node = node.get(str(step))
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return ""
    return node.text if isinstance(node, Scalar) and node.text not in NOTHING else ""


def names(node: Node, word: str) -> bool:
    """True when a list has that word among its items, or a group among its keys."""
    if isinstance(node, Group):
        return node.get(word) is not None
    return isinstance(node, Items) and any(
        isinstance(one, Scalar) and one.text == word for one in node.items
    )


def reach(
    node: Node, steps: list[str], path: Path = (), *, key: bool = False
) -> Iterator[tuple[Path, Scalar]]:
    """The words that the steps of a place lead to; with `key` the keys that the last one names."""
    if not steps:
        yield from _words(node, path)
        return
    step, rest = steps[0], steps[1:]
    if step == "-" and isinstance(node, Items):
        for at, item in enumerate(node.items):
            yield from reach(item, rest, (*path, at), key=key)
    elif step == "-":
        yield from reach(node, rest, path, key=key)
    elif isinstance(node, Group) and step == "*":
        for name, value in node.pairs:
            if key and not rest:
                yield (*path, name.text), name
            else:
                yield from reach(value, rest, (*path, name.text), key=key)
    elif isinstance(node, Group) and (found := node.get(step)) is not None:
        yield from reach(found, rest, (*path, step), key=key)


def _words(node: Node, path: Path) -> Iterator[tuple[Path, Scalar]]:
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Items):
        for at, one in enumerate(node.items):
            if isinstance(one, Scalar):
                yield (*path, at), one
