"""The manual: one page for every code, those of reading and schema as well as the rules."""

import inspect
from collections.abc import Iterable
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
    title, _, text = inspect.cleandoc(rule.__doc__ or "").partition("\n")
    return Page(rule.code, rule.name, rule.severity, rule.profile, title.rstrip("."), text.strip())


def _pages() -> tuple[Page, ...]:
    reading = [
        Page(code, name, severity, "starter", title, text)
        for code, name, severity, title, text in READING
    ]
    return tuple(sorted([*reading, *map(page_of, RULES)], key=lambda one: one.code))


class Manual:
    """The pages of all rules that there are for a book."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self.pages = tuple(pages)
        self.known = tuple(Known(one.code, one.name, one.profile) for one in self.pages)
        self._by_word = {word: one for one in self.pages for word in (one.code, one.name)}

    def page(self, word: str) -> Page:
        """The page of a code or a name; KeyError when there is none."""
        return self._by_word[word if word in self._by_word else word.upper()]

    def is_error(self, code: str) -> bool:
        """True for codes whose findings cannot be silenced."""
        return self._by_word[code].severity == "error"


OWN = Manual(_pages())
"""relplan's own rules, without those of a team (`rules.team`)."""
PAGES, page = OWN.pages, OWN.page
