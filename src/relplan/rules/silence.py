"""Comments against findings: what is silenced, and what is wrong with the comments themselves."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from relplan.clock import spoken
from relplan.diagnostics import Diagnostic
from relplan.files.document import Document
from relplan.files.tree import Node
from relplan.rules.catalogue import OWN, Manual
from relplan.rules.choose import Choice, meant, why_unknown
from relplan.rules.comments import Ignore, ignores


def silence(
    found: Iterable[Diagnostic],
    documents: Mapping[str, Document],
    today: date,
    choice: Choice,
    manual: Manual = OWN,
) -> Iterator[Diagnostic]:
    """The findings that no comment silences, and those about the comments."""
    day = _Day(today, choice, manual)
    by_path: dict[str, list[Diagnostic]] = defaultdict(list)
    for one in found:
        by_path[one.path].append(one)
    for path in by_path.keys() | documents.keys():
        document = documents.get(path)
        comments = list(ignores(document)) if document else []
        if document is None or not comments:
            yield from by_path[path]
            continue
        yield from _in_file(by_path[path], document, comments, day)


class _Day:
    def __init__(self, today: date, choice: Choice, manual: Manual) -> None:
        self.today = today
        self.choice = choice
        self.manual = manual


def _in_file(
    found: list[Diagnostic], document: Document, comments: list[Ignore], day: _Day
) -> Iterator[Diagnostic]:
    used: set[tuple[int, str]] = set()
    for one in found:
        silencing = [c for c in comments if _silences(c, one, day)]
        used.update((comment.start, one.code) for comment in silencing)
        if not silencing:
            yield one
    for comment in comments:
        yield from _about(comment, document, used, day)


def _silences(comment: Ignore, one: Diagnostic, day: _Day) -> bool:
    if comment.trouble or one.severity == "error" or _expired(comment, day.today):
        return False
    named = comment.covers(one.line, one.column)
    return named and one.code in meant(comment.words, day.manual.known)


def _expired(comment: Ignore, today: date) -> bool:
    return comment.until is not None and comment.until < today


def _about(
    comment: Ignore, document: Document, used: set[tuple[int, str]], day: _Day
) -> Iterator[Diagnostic]:
    if comment.trouble:
        yield _say(document, comment, "unreadable-ignore", comment.trouble)
        return
    for word in comment.words:
        if why := why_unknown(word, day.manual.known):
            yield _say(document, comment, "unknown-rule", why)
        elif error := _error_in(word, day.manual):
            why = f"{error} is an error, which no comment silences; mend it"
            yield _say(document, comment, "unreadable-ignore", why)
    if comment.until and _expired(comment, day.today):
        message = (
            f"this silence ended on {spoken(comment.until, day.today)}; remove the comment, or give"
            " a new reason with a later `until`"
        )
        yield _say(document, comment, "expired-ignore", message)
        return
    if not comment.reason:
        message = "no reason is given; write after the bracket why the finding does not matter here"
        yield _say(document, comment, "ignore-without-reason", message)
    if idle := _idle(comment, document, used, day):
        message = f"nothing here is silenced by {', '.join(idle)}; remove it from the comment"
        if len(idle) == len(comment.words):
            message = f"nothing here is silenced by {', '.join(idle)}; remove the comment"
        yield _say(document, comment, "unused-ignore", message)


def _error_in(word: str, manual: Manual) -> str | None:
    """The first code that the word means and that no comment silences."""
    return next((one for one in meant([word], manual.known) if manual.is_error(one)), None)


def _idle(comment: Ignore, document: Document, used: set[tuple[int, str]], day: _Day) -> list[str]:
    """The words of the comment whose rules were asked and had nothing to say."""
    idle = []
    for word in comment.words:
        codes = list(meant([word], day.manual.known))
        asked = bool(codes) and all(
            day.choice.applies(code, document.path) and not day.manual.is_error(code)
            for code in codes
        )
        if asked and not any((comment.start, code) in used for code in codes):
            idle.append(word)
    return idle


def _say(document: Document, comment: Ignore, name: str, message: str) -> Diagnostic:
    about = OWN.page(name)
    span = Node(comment.start, comment.end)
    return document.at(span, about.code, name, message, severity=about.severity)
