"""The book for sharing: people by their roles, clients and members by numbers, texts left out.

It goes through the table of shapes, so that a field that is new is left out until somebody has
looked at it: of texts nothing stays unless they are asked for, and no id stays but that of a tier.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from relplan.analysis.redact_words import Words, folded
from relplan.model.frozen import Light, altered, made
from relplan.model.light import as_light
from relplan.model.shapes import SHAPES

if TYPE_CHECKING:
    from relplan.model.book import Book

FIRM = "our firm"
_NEVER = frozenset(["email", "phone", "birthday", "interests", "lint", "fmt", "import_"])
_PROMISED = ("kept", "taken_over")
"""Texts by which a line names an earlier promise: without them it would count as broken."""
_MEMBERS = ("owner", "cover", "voice", "core_team", "team", "ours", "lead", "by")
_PEOPLE = ("roles", "people", "reports_to", "influences", "sponsor", "to")
_CLIENTS = ("clients", "prospects", "without", "at")
_KINDS = {
    **dict.fromkeys(_MEMBERS, "member"),
    **dict.fromkeys(_PEOPLE, "person"),
    **dict.fromkeys(_CLIENTS, "client"),
    "answers": "weakness",
    "weaknesses": "weakness",
    "needs": "step",
    "steps": "step",
    "initiative": "initiative",
    "initiatives": "initiative",
    "goals": "goal",
    "tags": "tag",
    "values": "value",
    "strengths": "strength",
    "metrics": "metric",
    "practices": "practice",
}
"""By the field in which an id stands, what it is the id of; else it is its own kind."""


class Shared(NamedTuple):
    """A book without names, and what stands in it for the ids of clients and members."""

    book: "Book"
    clients: Mapping[str, str]
    members: Mapping[str, str]


def redacted(book: "Book", *, keep_texts: bool = False) -> Shared:
    """The book by roles and numbers; with `keep_texts` texts stay, and names in them are replaced.

    Who is meant may still be told by a text, a date, a title: it hides names, not facts.
    """
    whole = _Whole(book, keep_texts=keep_texts)
    places, clients, campaigns = whole.places, whole.clients, _Ids("campaign")
    shared = replace(
        book,
        settings=altered(whole.place().record(as_light(book.settings)), firm=FIRM),
        plans={clients[id_]: whole.plan(id_, one) for id_, one in book.plans.items()},
        prospects={clients[id_]: whole.plan(id_, one) for id_, one in book.prospects.items()},
        campaigns={campaigns[id_]: whole.campaign(one) for id_, one in book.campaigns.items()},
        touches={
            clients[id_]: tuple(places[id_].record(as_light(one)) for one in lines)
            for id_, lines in book.touches.items()
        },
        unread=frozenset(_unread(book, clients, campaigns)),
        kept={clients[id_]: lines for id_, lines in book.kept.items()},
    )
    return Shared(shared, clients, whole.members)


class _Whole:
    """What stands for the ids of the whole book, and the place of each plan in it."""

    def __init__(self, book: "Book", *, keep_texts: bool) -> None:
        self._book = book
        self.members, self.clients = _Ids("member", _by_tier(book)), _clients(book)
        self._tags = _Ids("tag")
        self._people = {id_: _people(plan) for id_, plan in book.everyone().items()}
        self._words = _common_words(book, self.clients, self.members) if keep_texts else None
        ids = dict.fromkeys([*book.everyone(), *book.touches])
        self.places = {id_: self.place(id_) for id_ in ids}

    def place(self, id_: str = "") -> "_Place":
        """Where one plan with its log stands; without an id, what belongs to no plan."""
        people = self._of(id_)
        words = self._words and self._words.within(_names(self._book, id_, people))
        ids = {"client": self.clients, "member": self.members, "tag": self._tags, "person": people}
        return _Place(ids, words.replaced if words else None)

    def plan(self, id_: str, plan: Any) -> Any:
        """The plan of a client or prospect, called by its number."""
        new = self.places[id_].record(as_light(plan))
        name = "prospect" if new.shape_ == "Prospect" else "client"
        return altered(new, **{name: spoken(self.clients[id_])})

    def campaign(self, campaign: Any) -> Any:
        """The campaign; whom a pitch went to is a person of the plan that it names."""
        new = self.place().record(as_light(campaign))
        pitches = (
            altered(one, to=self._of(old.at)[old.to])
            for one, old in zip(new.pitches, campaign.pitches, strict=True)
        )
        return altered(new, pitches=tuple(pitches))

    def _of(self, id_: str) -> "_Ids":
        return self._people.setdefault(id_, _Ids("unknown-person"))


class _Ids(dict[str, str]):
    """Ids with what stands for them: one that nobody gave a number gets the next."""

    def __init__(self, what: str, found: Mapping[str, str] | None = None) -> None:
        super().__init__(found or {})
        self._what, self._more = what, 0

    def __missing__(self, id_: str) -> str:
        self._more += 1
        self[id_] = f"{self._what}-{self._more}"
        return self[id_]


def spoken(id_: str) -> str:
    """The name that goes with such an id: `decision-maker 1` with `decision-maker-1`."""
    what, _, number = id_.rpartition("-")
    return f"{what} {number}"


def _numbered(found: Mapping[str, str]) -> dict[str, str]:
    """Ids with what they are, each with its number among its kind."""
    counted: Counter[str] = Counter()
    numbered = {}
    for id_, what in found.items():
        counted[what] += 1
        numbered[id_] = f"{what}-{counted[what]}"
    return numbered


def _by_tier(book: "Book") -> dict[str, str]:
    tiers, team = list(book.settings.tiers), book.settings.team
    ranks = {one: at for at, one in enumerate(tiers)}
    ordered = sorted(team, key=lambda id_: ranks.get(team[id_].tier, len(tiers)))
    return _numbered(dict.fromkeys(ordered, "member"))


def _clients(book: "Book") -> _Ids:
    kinds = {one: "client" if one in book.plans else "prospect" for one in sorted(book.everyone())}
    return _Ids("unknown-client", _numbered(kinds))


def _people(plan: Any) -> _Ids:
    """The people of one plan by their roles, and our own ones in it as colleagues."""
    found = {id_: one.role or "person" for id_, one in plan.roles.items()}
    return _Ids("unknown-person", _numbered(found))


def _common_words(book: "Book", clients: _Ids, members: _Ids) -> Words:
    """What every text may name: the firm, clients, members; people of other clients are `somebody`."""
    words = Words()
    for plan in book.everyone().values():
        for one, person in plan.roles.items():
            words.add(person.name, "somebody", one)
        for ours in getattr(plan, "ours", {}).values():  # their ids often say a post, not a name
            words.add(ours.name, "a colleague")
    for id_, member in book.settings.team.items():
        words.add(member.name, spoken(members[id_]), id_)
    for id_, name in book.names().items():
        words.add(name, spoken(clients[id_]), id_)
    words.add(book.settings.firm, FIRM)
    return words


def _names(book: "Book", id_: str, people: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """The people of one plan, for its own texts: name, what stands for it, id."""
    plan = book.everyone().get(id_)
    for one, person in (plan.roles if plan else {}).items():
        yield person.name, spoken(people[one]), one


def _unread(book: "Book", clients: _Ids, campaigns: _Ids) -> Iterator[str]:
    for path in book.unread:
        folder, _, id_ = path.partition("/")
        ids = campaigns if folder == "campaigns" else clients
        yield f"{folder}/{ids[id_]}" if id_ else path


@cache
def _fields(shape: str) -> tuple[tuple[str, str, bool], ...]:
    """Each field of a shape: its attribute, its kind, whether it must be there."""
    found = []
    for one in SHAPES[shape][2].split("; "):
        name, _, said = one.partition(" ")
        own, _, kind = said.rpartition("<")
        bare = kind.partition("=")[0].rstrip("!?")
        found.append((own or name, bare, kind.endswith("!")))
    return tuple(found)


@dataclass(frozen=True)
class _Place:
    """One plan with its log, one campaign or the settings: in it an id or a text keeps its number."""

    ids: dict[str, _Ids]
    words: Callable[[str], str] | None
    """What replaces names in texts; None leaves the texts out."""
    texts: dict[str, _Ids] = field(default_factory=dict)

    def record(self, record: Light) -> Any:
        """The record without names, and without the texts that need not be there."""
        found = {}
        for name, kind, must in _fields(record.shape_):
            left_out = "text" in kind and not (must or self.words or name in (*_PROMISED, "void"))
            if name in vars(record) and name not in _NEVER and not left_out:
                found[name] = self._value(record.shape_, name, kind, vars(record)[name])
        return made(type(record), found)

    def _value(self, shape: str, name: str, kind: str, one: Any) -> Any:
        if one is None:
            return None
        if kind[-1] == "*" or kind[0] == "[":
            inner = kind.strip("[]*")
            return tuple(self._value(shape, name, inner, each) for each in one)
        if kind[0] == "{" or kind == "tiers":
            return self._group(shape, name, "tier:Tier" if kind == "tiers" else kind[1:-1], one)
        if kind == "id":
            return one if name == "tier" else self._ids(shape, name)[one]
        if kind == "text":
            return self._text(shape, name, one)
        return self.record(one) if kind in SHAPES else one

    def _group(self, shape: str, name: str, kind: str, group: Mapping[Any, Any]) -> dict[Any, Any]:
        key, _, value = kind.partition(":")
        found = {}
        for id_, one in group.items():
            new, under = self._value(shape, name, value, one), self._value(shape, name, key, id_)
            named = value in ("Person", "Member", "OwnPerson")
            found[under] = altered(new, name=spoken(under)) if named else new
        return found

    def _ids(self, shape: str, name: str) -> _Ids:
        if (shape, name) == ("Prospect", "ours"):
            return self._numbers("colleague")
        if (shape, name) == ("Step", "people"):
            return self._parties()
        return self._numbers(_KINDS.get(name, name))

    def _numbers(self, what: str) -> _Ids:
        return self.ids.setdefault(what, _Ids(what))

    def _parties(self) -> _Ids:
        """Who touches a step: theirs, our own ones of the plan, or members."""
        known = (self.ids["member"], self._numbers("colleague"), self.ids["person"])
        return _Ids("unknown-party", {id_: new for ids in known for id_, new in ids.items()})

    def _text(self, shape: str, name: str, text: str) -> str:
        if name == "void":
            day, *who = text.replace(",", " ").split() or [""]
            return " ".join([day[:10], *(self.ids["person"][one] for one in who)])
        if self.words:
            return self.words(text)
        what = "promise" if name in _PROMISED else shape.lower()
        numbers = self.texts.setdefault(what, _Ids(what))
        return spoken(numbers[" ".join(folded(text).split())])
