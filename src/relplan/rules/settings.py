"""Words in the lint settings of relplan.yaml that mean no rule, and paths that fit no file."""

from collections.abc import Iterable, Iterator

from relplan.diagnostics import Diagnostic
from relplan.files.book import Loaded
from relplan.files.document import Document
from relplan.files.tree import Node, Path
from relplan.model import ids
from relplan.rules.catalogue import page
from relplan.rules.choose import covers, why_unknown
from relplan.rules.team import Guarded, team
from relplan.rules.walk import SETTINGS


def idle_settings(loaded: Loaded) -> Iterator[Diagnostic]:
    """A diagnostic for every rule and package that is not there and every path that fits no file."""
    lint = loaded.book.settings.lint
    words = list(_words(loaded))
    document = loaded.documents.get(SETTINGS)
    if not (words or lint.per_path or lint.rules) or document is None:
        return  # most books say nothing here: then nothing is read
    if document.root is None:
        return
    ours = team(lint.rules)
    for name, trouble in ours.troubles:
        yield _about_package(loaded, "missing-rules", name, trouble)
    for path, word in words:
        if why := why_unknown(word, ours.manual.known):
            yield _say(document, "unknown-rule", document.value_at(path), path, why)
    for pattern in loaded.book.settings.lint.per_path:
        if why := _why_idle(pattern, [*loaded.documents]):
            place = ("lint", "per_path", pattern)
            yield _say(document, "path-without-file", document.key_at(place), place, why)


def stopped_rules(loaded: Loaded, guarded: Iterable[Guarded]) -> Iterator[Diagnostic]:
    """A diagnostic for every rule of the team that raised something, with the first place."""
    origin = dict(team(loaded.book.settings.lint.rules).origin)
    for rule in guarded:
        if rule.failed:
            context, error = rule.failed[0]
            place = ".".join(str(step) for step in (context.plan_id, *context.place) if step != "")
            more = len(rule.failed) - 1
            others = f", and {more:,} {'time' if more == 1 else 'times'} more" if more else ""
            why = (
                f"{rule.code} stopped at {place or 'the settings'}{others} ({error}); tell who keeps"
                " the package, or leave the rule out with `ignore`"
            )
            yield _about_package(loaded, "rule-stopped", origin[rule.code], why)


def _about_package(loaded: Loaded, rule: str, name: str, why: str) -> Diagnostic:
    """What is to be said of a package of rules, at its name in the settings."""
    document = loaded.documents[SETTINGS]
    path = ("lint", "rules", loaded.book.settings.lint.rules.index(name))
    return _say(document, rule, document.value_at(path), path, why)


def _say(document: Document, name: str, node: Node, path: Path, why: str) -> Diagnostic:
    about = page(name)
    item = ".".join(str(step) for step in path)
    return document.at(node, about.code, name, why, severity=about.severity, item=item)


def _why_idle(pattern: str, paths: list[str]) -> str | None:
    if any(covers(pattern, path) for path in paths):
        return None
    near = ids.nearest(pattern, paths)
    if near and not ids.nearest(_stem(pattern), [_stem(near)]):
        near = None  # the folder alone makes no likeness
    more = f"did you mean {near}?" if near else "write a path from the book's root, or remove it"
    return f"no file of the book is at `{pattern[:64]}`; {more}"


def _stem(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0]


def _words(loaded: Loaded) -> Iterator[tuple[Path, str]]:
    lint = loaded.book.settings.lint
    lists: list[tuple[Path, tuple[str, ...]]] = [
        (("lint", "select"), lint.select),
        (("lint", "ignore"), lint.ignore),
    ]
    for field, parts in (("per_client", lint.per_client), ("per_path", lint.per_path)):
        for key, part in parts.items():
            lists.append((("lint", field, key, "select"), part.select))
            lists.append((("lint", field, key, "ignore"), part.ignore))
    for path, words in lists:
        yield from (((*path, index), word) for index, word in enumerate(words))
