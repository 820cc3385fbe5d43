"""Book to findings: walks the book, asks the rules, and applies settings and comments.

A rule says what is wrong and where in its node; code, severity, file, line and column are put on
here, so that no rule can forget one.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from relplan.analysis.belonging import Belongings
from relplan.analysis.campaigns import Pitches
from relplan.analysis.contacts import in_force
from relplan.analysis.verdicts import Verdicts
from relplan.diagnostics import Diagnostic, in_order
from relplan.files.book import Loaded
from relplan.files.document import Document
from relplan.files.tree import Mapping as Group
from relplan.files.tree import Node, Path, Scalar, follow
from relplan.model.book import Book
from relplan.rules import RULES
from relplan.rules.choose import Choice, Wanted, choose
from relplan.rules.finding import Context, Finding, Rule
from relplan.rules.settings import idle_settings, stopped_rules
from relplan.rules.silence import silence
from relplan.rules.team import Guarded, team
from relplan.rules.walk import Part, parts


def lint(
    loaded: Loaded,
    today: date,
    wanted: Wanted | None = None,
    rules: Sequence[Rule] = RULES,
    tell: Callable[[str], object] | None = None,
) -> list[Diagnostic]:
    """All that there is to say about the book on this day, in the order of every listing.

    Errors of reading are always among it; everything else follows the choice of rules and the
    comments in the files. The team's own rules come from the packages that the book names, and
    stop nothing. `tell` is told what takes long. Where only some files are wanted, nothing is
    looked at but what their findings need.
    """
    asked = wanted or Wanted()
    judged = loaded.book if asked.files is None else _only(loaded.book, asked.files)
    return lint_by(Verdicts(judged, tell), loaded, today, asked, rules)


def lint_by(
    verdicts: Verdicts,
    loaded: Loaded,
    today: date,
    wanted: Wanted,
    rules: Sequence[Rule] = RULES,
) -> list[Diagnostic]:
    """The same by verdicts that were made already, or are made in another way."""
    files = wanted.files
    settings = loaded.book.settings.lint
    ours = team(settings.rules)
    guarded = [Guarded(rule) for rule in ours.rules]
    choice = choose(ours.manual.known, settings, wanted)
    documents: Mapping[str, Document] = loaded.documents
    if files is not None:
        documents = {path: documents[path] for path in sorted(files) if path in documents}
    asked = _asked((*rules, *guarded), choice)
    of_rules = list(_findings(loaded, today, documents, asked, verdicts))
    about_settings = [*idle_settings(loaded), *stopped_rules(loaded, guarded)]
    read = [*loaded.diagnostics, *about_settings]
    found = [*(one for one in read if files is None or one.path in files), *of_rules]
    heard = [one for one in found if _stays(one, choice)]
    kept = silence(heard, documents, today, choice, ours.manual)
    return in_order(one for one in kept if _stays(one, choice))


def _only(book: Book, files: frozenset[str]) -> Book:
    """The book with the plans of these files alone: no others are judged for them."""
    plans = {i: one for i, one in book.plans.items() if f"clients/{i}.yaml" in files}
    return replace(book, plans=plans)


def _stays(one: Diagnostic, choice: Choice) -> bool:
    return one.severity == "error" or choice.applies(one.code, one.path)


def _asked(rules: Sequence[Rule], choice: Choice) -> dict[str, list[Rule]]:
    """The rules that apply somewhere, by the kinds of nodes that they look at."""
    asked: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        if rule.code in choice.codes:
            kinds = rule.target if isinstance(rule.target, tuple) else (rule.target,)
            for kind in kinds:
                asked[kind.__name__].append(rule)
    return asked


def _findings(
    loaded: Loaded,
    today: date,
    documents: Mapping[str, Document],
    asked: dict[str, list[Rule]],
    verdicts: Verdicts,
) -> Iterator[Diagnostic]:
    logs = {id_: in_force(touches) for id_, touches in loaded.book.touches.items()}
    everyone = loaded.book.everyone()
    pitches, belongings = Pitches(loaded.book, today), Belongings(loaded.book, today)
    partial = _partly_used(loaded.diagnostics)
    for part in parts(loaded.book, loaded.documents):
        document = documents.get(part.path)
        of_log = part.path.startswith("touches/")  # its lines do not hang on each other
        if document is None or (part.path in partial and not of_log):
            continue
        context = Context(
            loaded.book,
            today,
            part.id,
            everyone.get(part.id),
            logs.get(part.id, ()),
            log_is_whole=f"touches/{part.id}.yaml" not in partial,
            verdicts=verdicts,
            pitches=pitches,
            belongings=belongings,
        )
        yield from _in_part(part, document, context, asked)


HARMLESS = frozenset(
    ["unknown-field", "unknown-person", "unknown-member", "unknown-id", "needs-quotes"]
)
"""Faults of reading by which nothing was left out but themselves."""


def _partly_used(diagnostics: Iterable[Diagnostic]) -> frozenset[str]:
    """The files of which something was left out: what is missing there is no finding, but a cause."""
    return frozenset(
        one.path for one in diagnostics if one.severity == "error" and one.name not in HARMLESS
    )


def _in_part(
    part: Part, document: Document, context: Context, asked: dict[str, list[Rule]]
) -> Iterator[Diagnostic]:
    for path, node in part.nodes:
        if rules := asked.get(type(node).__name__):
            here = replace(context, place=path, node=node)
            for rule in rules:
                for finding in rule.check(node, here):
                    yield _stamped(rule, document, path, finding)


def _stamped(rule: Rule, document: Document, path: Path, finding: Finding) -> Diagnostic:
    full = (*path, *finding.at)
    item = ".".join(str(step) for step in full)
    node = _pointed(document, full)
    return document.at(
        node, rule.code, rule.name, finding.message, severity=rule.severity, item=item
    )


def _pointed(document: Document, path: Path) -> Node:
    """The text to point at: a value that fits on a line, else the key that leads to it."""
    assert document.root is not None
    value = follow(document.root, path)
    above = follow(document.root, path[:-1])
    there = value is not above and path
    if there and isinstance(value, Scalar) and value.text and "\n" not in value.text:
        return value
    key = document.key_at(path)
    if isinstance(key, Group) and key.pairs:
        return key.pairs[0][0]
    return key
