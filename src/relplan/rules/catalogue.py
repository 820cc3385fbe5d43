"""The manual: one page for every code, those of reading and schema as well as the rules."""

import inspect
from typing import NamedTuple

from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.rules import RULES
from relplan.rules.choose import Known
from relplan.rules.finding import Rule
from relplan.rules.reading import READING


class Page(NamedTuple):
    """What the manual says about one code."""

    code: str
    name: str
    severity: Severity
    profile: Profile
    title: str
    text: str
    """The page below its title: why, what to write instead, examples."""


def page_of(rule: Rule) -> Page:
    """The page that a rule's docstring is."""
    title, _, text = inspect.cleandoc(type(rule).__doc__ or "").partition("\n")
    return Page(rule.code, rule.name, rule.severity, rule.profile, title.rstrip("."), text.strip())


def _pages() -> tuple[Page, ...]:
    reading = [
        Page(code, name, severity, "starter", title, text)
        for code, name, severity, title, text in READING
    ]
    return tuple(sorted([*reading, *map(page_of, RULES)], key=lambda one: one.code))


PAGES: tuple[Page, ...] = _pages()
KNOWN: tuple[Known, ...] = tuple(Known(one.code, one.name, one.profile) for one in PAGES)
_BY_WORD = {word: one for one in PAGES for word in (one.code, one.name)}


def page(word: str) -> Page:
    """The page of a code or a name; KeyError when there is none."""
    return _BY_WORD[word if word in _BY_WORD else word.upper()]


def is_error(code: str) -> bool:
    """True for codes whose findings cannot be silenced."""
    return _BY_WORD[code].severity == "error"
