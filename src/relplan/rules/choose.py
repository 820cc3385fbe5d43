"""Which rules apply: the profile, the book's settings and the command line."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from relplan.model import ids
from relplan.model.choices import Profile
from relplan.model.settings import Lint

_FAMILY = re.compile(r"RP\d{0,2}")
_CODE = re.compile(r"[Rr][Pp]\d+")
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


@dataclass(frozen=True, slots=True)
class Choice:
    """The codes that apply to the book, and those that single clients do without."""

    codes: frozenset[str]
    per_client: dict[str, frozenset[str]] = field(default_factory=dict)

    def applies(self, code: str, client: str) -> bool:
        """True when the rule applies to this client's files."""
        return code in self.codes and code not in self.per_client.get(client, frozenset())


def choose(rules: Sequence[Known], lint: Lint, wanted: Wanted) -> Choice:
    """The rules of the profile and those selected besides, less those ignored.

    `--select` names the only rules that apply; `--ignore` adds to what the book ignores.
    """
    if wanted.select:
        codes = set(meant(wanted.select, rules))
    else:
        reach = PROFILES.index(wanted.profile or lint.profile)
        codes = {one.code for one in rules if PROFILES.index(one.profile) <= reach}
        codes |= set(meant(lint.select, rules))
        codes -= set(meant(lint.ignore, rules))
    codes -= set(meant(wanted.ignore, rules))
    per_client = {
        client: frozenset(meant(one.ignore, rules)) for client, one in lint.per_client.items()
    }
    return Choice(frozenset(codes), per_client)


def meant(words: Iterable[str], rules: Sequence[Known]) -> Iterator[str]:
    """The codes that codes, families (`RP3`) and names mean; unknown words mean none."""
    for word in words:
        yield from _codes(word, rules)


def why_unknown(word: str, rules: Sequence[Known]) -> str | None:
    """What is wrong with a word that means no rule, with the nearest; None when it means one."""
    if any(True for _ in _codes(word, rules)):
        return None
    if _CODE.fullmatch(word):
        family = [one.code for one in rules if one.code.startswith(word[:3].upper())]
        return f"`{word}` is no rule; {_of_family(family)}"
    near = ids.nearest(word, [one.name for one in rules] + [one.code.lower() for one in rules])
    if near:
        found = next(one for one in rules if near in (one.name, one.code.lower()))
        return f"`{word[:40]}` is no rule; did you mean {found.code} ({found.name})?"
    return f"`{word[:40]}` is no rule; the list is printed by: relplan rule"


def _of_family(codes: Sequence[str]) -> str:
    if not codes:
        return "the list is printed by: relplan rule"
    if len(codes) > _MOST:
        return f"there are {len(codes)} from {codes[0]} to {codes[-1]}, printed by: relplan rule"
    return f"there are {', '.join(codes)}"


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
            or (family and one.code.startswith(wanted))
        ):
            yield one.code
