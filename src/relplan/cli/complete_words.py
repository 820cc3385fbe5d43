"""What TAB offers where the words are relplan's own: formats, profiles, rules, topics."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from relplan.cli.complete import Offer, quietly


def listed(module: str, name: str) -> Callable[[str], list[str]]:
    """The words of a table of relplan, by its name in a module; that is imported when TAB asks."""

    def offer(incomplete: str) -> list[str]:
        words = getattr(import_module(f"relplan.{module}"), name)
        return [one for one in words if one.startswith(incomplete)]

    return offer


def rules(ctx: Any, incomplete: str) -> Offer:
    """Codes and names of rules, the team's as well; behind a comma the next one."""

    def offer() -> Offer:
        before, comma, typed = incomplete.rpartition(",")
        return [
            (f"{before}{comma}{word}", title)
            for code, name, title in (*_of_the_manual(), *_of_the_team(ctx))
            for word in (code, name)
            if word.lower().startswith(typed.lower())
        ]

    return quietly(offer)


def _of_the_manual() -> list[tuple[str, str, str]]:
    """Code, name and title of every rule, from its page: that imports no rule."""
    import re

    from relplan.files.packaged import doc

    heading = r"^### (RP\d+) (\S+)\n\n\*[^*]*\* — (.*)\.$"
    return re.findall(heading, doc("rules.md"), re.MULTILINE)


def _of_the_team(ctx: Any) -> list[tuple[str, str, str]]:
    """The same of the packages that the book names; only then is a rule imported."""
    from relplan.cli.manual_here import rules_named

    names = rules_named(ctx.params.get("book"))
    if not names:
        return []
    from relplan.rules.team import team

    return [(one.code, one.name, one.title) for one in team(names).pages]


def topics(incomplete: str) -> Offer:
    """The topics of the manual, and the commands."""

    def offer() -> Offer:
        from relplan.cli.app import COMMANDS
        from relplan.reports.topics import topics as pages

        known = {**COMMANDS, **pages()}
        return [(one, said) for one, said in known.items() if one.startswith(incomplete)]

    return quietly(offer)


def plan_kinds(incomplete: str) -> list[str]:
    """The kinds of what has an id inside a plan."""
    from relplan.files.places import DEFINING, OF_THE_BOOK

    return [one for one in DEFINING if one not in OF_THE_BOOK and one.startswith(incomplete)]


OUTPUT_FORMATS = (
    "concise",
    "full",
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "markdown",
)
"""The formats of findings; a test holds them against those that there are, which load all rules."""
