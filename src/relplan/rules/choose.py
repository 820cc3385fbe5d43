"""Which rules apply: the profile, the book's settings and the command line."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import partial
from typing import NamedTuple

from relplan.model import ids
from relplan.model.choices import Profile
from relplan.model.kinds import Lint, LintPart

_FAMILY = re.compile(r"([A-Z]{2,8})\d{0,2}")
_CODE = re.compile(r"([A-Za-z]{2,8}\d)\d*")
_MOST = 6
PROFILES: tuple[Profile, ...] = ("starter", "team", "strict")


class Known(NamedTuple):
    """What is known of a rule before it runs."""

    code: str
    name: str
    profile: Profile


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asks for; empty where it leaves the choice to the book."""

    profile: Profile | None = None
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    files: frozenset[str] | None = None
    """The files of which findings are wanted; None for those of the whole book."""

    @property
    def is_empty(self) -> bool:
        """True when the choice is left to the book."""
        return not (self.profile or self.select or self.ignore)


class Part(NamedTuple):
    """What holds for some files only, in codes; `profile` is None where it is the book's."""

    covers: Callable[[str], bool]
    profile: frozenset[str] | None
    select: frozenset[str]
    ignore: frozenset[str]


@dataclass(frozen=True)
class Choice:
    """The codes that apply to the book, and what is different for single clients and paths."""

    book: frozenset[str]
    parts: tuple[Part, ...] = ()
    _known: dict[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def codes(self) -> frozenset[str]:
        """Every code that applies to some file."""
        more = (part.select | (part.profile or frozenset()) for part in self.parts)
        return self.book.union(*more)

    def applies(self, code: str, path: str) -> bool:
        """True when the rule applies to this file."""
        if path not in self._known:
            self._known[path] = self._of(path)
        return code in self._known[path]

    def _of(self, path: str) -> frozenset[str]:
        """The book's codes as each part that covers the file changes them, in order."""
        codes = self.book
        for part in self.parts:
            if part.covers(path):
                codes = (
                    (codes if part.profile is None else part.profile) | part.select
                ) - part.ignore
        return codes


def choose(rules: Sequence[Known], lint: Lint, wanted: Wanted) -> Choice:
    """The rules of the profile and those selected besides, less those ignored.

    `--select` names the only rules that apply; `--ignore` adds to what the book ignores. What the
    book says of single clients and paths only takes away from a choice of the command line.
    """
    dropped = frozenset(meant(wanted.ignore, rules))
    if wanted.select:
        codes = frozenset(meant(wanted.select, rules))
    else:
        codes = _reached(wanted.profile or lint.profile, lint, rules)
    asked = bool(wanted.select or wanted.profile)
    parts = [
        Part(
            covers,
            _reached(one.profile, lint, rules) - dropped if one.profile and not asked else None,
            frozenset() if asked else frozenset(meant(one.select, rules)) - dropped,
            frozenset(meant(one.ignore, rules)),
        )
        for covers, one in _narrowed(lint)
    ]
    return Choice(codes - dropped, tuple(parts))


def _reached(profile: Profile, lint: Lint, rules: Sequence[Known]) -> frozenset[str]:
    """The codes of a profile, with what the book selects and without what it ignores."""
    reach = PROFILES.index(profile)
    codes = {one.code for one in rules if PROFILES.index(one.profile) <= reach}
    return frozenset(codes | {*meant(lint.select, rules)}) - {*meant(lint.ignore, rules)}


def _narrowed(lint: Lint) -> Iterator[tuple[Callable[[str], bool], LintPart]]:
    for client, part in lint.per_client.items():
        yield partial(belongs, client), part
    for pattern, part in lint.per_path.items():
        yield partial(covers, pattern), part


def belongs(client: str, path: str) -> bool:
    """True for the plan and the log of this client, prospect or campaign."""
    return client_of(path) == client


def covers(pattern: str, path: str) -> bool:
    """True for the file that is named, the files of a folder that is, and those of a pattern."""
    name = pattern.removeprefix("./").rstrip("/")
    return path == name or path.startswith(f"{name}/") or fnmatchcase(path, name)


def meant(words: Iterable[str], rules: Sequence[Known]) -> Iterator[str]:
    """The codes that codes, families (`RP3`) and names mean; unknown words mean none."""
    for word in words:
        yield from _codes(word, rules)


def why_unknown(word: str, rules: Sequence[Known]) -> str | None:
    """What is wrong with a word that means no rule, with the nearest; None when it means one."""
    if any(True for _ in _codes(word, rules)):
        return None
    if code := _CODE.fullmatch(word):
        family = [one.code for one in rules if one.code.startswith(code[1].upper())]
        return f"`{word}` is no rule; {_of_family(family)}"
    near = ids.nearest(word, [one.name for one in rules] + [one.code.lower() for one in rules])
    if near:
        found = next(one for one in rules if near in (one.name, one.code.lower()))
        return f"`{word[:40]}` is no rule; did you mean {found.code} ({found.name})?"
    return f"`{word[:40]}` is no rule; write one of those printed by: relplan rule"


def _of_family(codes: Sequence[str]) -> str:
    if not codes:
        return "write one of those printed by: relplan rule"
    if len(codes) > _MOST:
        return f"write one of the {len(codes)} from {codes[0]} to {codes[-1]}, printed by: relplan rule"
    return f"write one of {', '.join(codes)}"


def client_of(path: str) -> str:
    """The id that a file's name is; empty for the settings."""
    return path.partition("/")[2].removesuffix(".yaml")


def _codes(word: str, rules: Sequence[Known]) -> Iterator[str]:
    wanted = word.strip().upper()
    family = _FAMILY.fullmatch(wanted)
    for one in rules:
        if (
            one.code == wanted
            or one.name == word.strip()
            or (family and one.code.startswith(wanted) and one.code[len(family[1])].isdigit())
        ):
            yield one.code
