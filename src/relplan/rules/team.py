"""The team's own rules: from installed packages, each switched on by its name in relplan.yaml.

A package offers rules by an entry point of the group `relplan.rules`, whose object has `RULES`.
Nothing is loaded that the book does not name, and nothing of the book's own files ever is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from relplan.model import ids
from relplan.rules.catalogue import OWN, Manual, Page, page_of
from relplan.rules.choose import PROFILES
from relplan.rules.finding import Context, Finding, Rule

if TYPE_CHECKING:
    from relplan.model.choices import Profile

GROUP = "relplan.rules"
_CODE = re.compile(r"([A-Z]{2,8})\d{3}")
_NAME = re.compile(r"[a-z][a-z0-9-]{2,63}")
_SEVERITIES = ("warning", "advice")
_LONGEST = 100


class Team(NamedTuple):
    """What the packages that a book names bring, and why some bring nothing."""

    rules: tuple[Rule, ...] = ()
    pages: tuple[Page, ...] = ()
    origin: tuple[tuple[str, str], ...] = ()
    """Code and package of each rule."""
    troubles: tuple[tuple[str, str], ...] = ()
    """Package and what is wrong with it."""

    @property
    def manual(self) -> Manual:
        """All pages: relplan's own and the team's."""
        return Manual((*OWN.pages, *self.pages)) if self.pages else OWN


class _Unfit(Exception):
    """Why a package's rules cannot be used, in words for the writer of relplan.yaml."""


@cache
def team(names: tuple[str, ...]) -> Team:
    """The rules of the packages of these names, in this order; a package is taken whole or not."""
    rules: list[Rule] = []
    pages: list[Page] = []
    origin: list[tuple[str, str]] = []
    troubles: list[tuple[str, str]] = []
    for name in dict.fromkeys(names):
        try:
            found = tuple(_rules_of(name))
            pages += _pages(found, [*OWN.pages, *pages])
        except _Unfit as why:
            troubles.append((name, str(why)))
        else:
            rules += found
            origin += [(one.code, name) for one in found]
    return Team(tuple(rules), tuple(pages), tuple(origin), tuple(troubles))


def _rules_of(name: str) -> Iterator[Rule]:
    offered = [one for one in entry_points(group=GROUP) if not _is_of_this_folder(one)]
    fitting = [one for one in offered if one.name == name]
    if not fitting:
        raise _Unfit(_not_installed(name, sorted({one.name for one in offered})))
    if len({one.value for one in fitting}) > 1:
        raise _Unfit(f"two installed packages offer rules called `{name}`; uninstall one of them")
    held = _loaded(fitting[0])
    rules = getattr(held, "RULES", held)
    if not isinstance(rules, Sequence) or isinstance(rules, str) or not rules:
        raise _Unfit(f"`{name}` has no rules; it must hold them in RULES = (…)")
    for rule in rules:
        if why := _why_unfit(rule):
            raise _Unfit(f"`{name}`: {why}")
        yield rule


def _is_of_this_folder(point: EntryPoint) -> bool:
    """True for what only `python -m` finds, in the working folder: that may be a stranger's book."""
    return point.dist is not None and Path(str(point.dist.locate_file(""))).resolve() == Path.cwd()


def _loaded(point: EntryPoint) -> Any:
    try:
        return point.load()
    except (Exception, SystemExit) as error:  # noqa: BLE001 -- whatever a foreign module does
        raise _Unfit(
            f"the rules of `{point.name}` cannot be loaded ({in_short(error)}); ask who keeps them,"
            " or take the name out"
        ) from None


def _not_installed(name: str, offered: Sequence[str]) -> str:
    if near := ids.nearest(name, list(offered)):
        return f"no installed package has rules called `{name[:40]}`; did you mean `{near}`?"
    there = f"; there are: {', '.join(offered)}" if offered else ""
    return f"no installed package has rules called `{name[:40]}`{there}; install it, or take it out"


def _why_unfit(rule: Any) -> str | None:
    """What a rule lacks of what every rule has."""
    missing = [one for one in ("code", "name", "severity", "target") if not hasattr(rule, one)]
    if missing or isinstance(rule, type) or not callable(getattr(rule, "check", None)):
        what = f"has no {missing[0]}" if missing else "has no check, or is a class and no instance"
        return f"{_shown(rule)} {what}; write it as docs/lint.md shows"
    if not rule.__doc__:
        return f"{_shown(rule)} has no docstring, which is its page of the manual; write one"
    return _why_misnamed(rule)


def _why_misnamed(rule: Any) -> str | None:
    """What is wrong with what stands in its attributes."""
    code = _CODE.fullmatch(str(rule.code))
    if code is None or code[1] == "RP":
        return f"`{rule.code}` is no code for a team's rule; write your own letters and three digits, such as HL001"
    if not _NAME.fullmatch(str(rule.name)):
        return f"{rule.code}: `{rule.name}` is no name; write small letters with dashes, such as thin-plan"
    if rule.severity not in _SEVERITIES:
        return f"{rule.code}: severity `{rule.severity}`; write warning or advice"
    if getattr(rule, "profile", "team") not in PROFILES:
        return f"{rule.code}: profile `{rule.profile}`; write {', '.join(PROFILES)}"
    targets = rule.target if isinstance(rule.target, tuple) else (rule.target,)
    if not all(isinstance(one, type) for one in targets):
        return f"{rule.code}: target is no class; write one of relplan.api, such as Plan"
    return None


def _shown(rule: Any) -> str:
    kind = rule if isinstance(rule, type) else type(rule)
    return f"`{getattr(rule, 'code', kind.__name__)}`"


def _pages(rules: Iterable[Rule], taken: Sequence[Page]) -> list[Page]:
    """The pages of a package's rules; none of them may have a code or a name twice."""
    known = {word for one in taken for word in (one.code, one.name)}
    pages = []
    for rule in rules:
        for word in (rule.code, rule.name):
            if word in known:
                raise _Unfit(f"{rule.code}: `{word}` is another rule's already; write another")
            known.add(word)
        pages.append(page_of(Guarded(rule)))
    return pages


def in_short(error: BaseException) -> str:
    """The kind of an error and its first line, cut."""
    lines = str(error).strip().splitlines()
    said = f"{type(error).__name__}: {lines[0]}" if lines else type(error).__name__
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"


class Guarded:
    """A team's rule for one run: what it raises is noted, and ends nothing but that one check."""

    def __init__(self, rule: Rule) -> None:
        self._rule = rule
        self.__doc__ = rule.__doc__
        self.code, self.name, self.severity = rule.code, rule.name, rule.severity
        self.profile: Profile = getattr(rule, "profile", "team")
        self.target = rule.target
        self.failed: list[tuple[Context, str]] = []
        """Where it failed, and by what."""

    def check(self, node: Any, context: Context) -> Iterator[Finding]:
        """The findings of the rule at this node, as far as it comes."""
        try:
            for message, at in self._rule.check(node, context):
                yield Finding(" ".join(str(message).split()), tuple(at))
        except (Exception, SystemExit) as error:  # noqa: BLE001 -- whatever a foreign rule does
            self.failed.append((context, in_short(error)))
