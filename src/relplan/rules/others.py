"""A book as others see it who get a pack, a site or an export of it: without what is private."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from relplan.analysis.private import Marked, is_hidden, marked, without_private
from relplan.diagnostics import Diagnostic
from relplan.files.book import Loaded
from relplan.files.places import words_at
from relplan.model.written import flag
from relplan.rules.choose import Wanted
from relplan.rules.runner import lint


def as_others_see_it(loaded: Loaded, also: Marked | None = None) -> Loaded:
    """The same book without what is marked private, nor what is wrong in such a place.

    `also` names entries that are private by a later state of the book.
    """
    hidden = dict(marked(loaded.book))
    told = []
    for one in loaded.diagnostics:
        id_ = one.path.partition("/")[2].removesuffix(".yaml")
        place = _private_entry(loaded, one)
        if place and one.path.startswith(("clients/", "prospects/")):
            # An entry that could not be used is not in the book, and what mentions it is.
            also = {**(also or {}), id_: (also or {}).get(id_, frozenset()) | {place}}
        if not place and not is_hidden(one.item, hidden.get(id_, ())):
            told.append(one)
    for id_, places in (also or {}).items():
        hidden[id_] = hidden.get(id_, frozenset()) | places
    book = without_private(loaded.book, also)
    return replace(loaded, book=book, diagnostics=tuple(told), hidden=hidden)


def _private_entry(loaded: Loaded, found: Diagnostic) -> str:
    """The private entry of the file in which a fault is, by its place; empty where it is in none."""
    document = loaded.documents.get(found.path) if found.item else None
    steps = [int(one) if one.isdigit() else one for one in found.item.split(".")]
    for end in range(1, len(steps) + 1):
        if document and _is_true(words_at(document, [*steps[:end], "private"])):
            return ".".join(map(str, steps[:end]))
    return ""


def _is_true(words: str) -> bool:
    try:
        return flag(words)
    except ValueError:
        return bool(words)  # whatever was meant, it was not that everybody may see it


def found_for_others(
    loaded: Loaded,
    today: date,
    wanted: Wanted | None = None,
    tell: Callable[[str], object] | None = None,
) -> list[Diagnostic]:
    """What lint says of this book as others see it, less what it says only for lack of the rest.

    `loaded` is the whole book: a decision-maker who is private is no missing one.
    """
    seen = as_others_see_it(loaded)
    found = lint(seen, today, wanted, tell=tell)
    if not seen.hidden and seen.diagnostics == loaded.diagnostics and not seen.book.kept:
        return found
    whole = {(one.path, one.code, one.item) for one in lint(loaded, today, wanted)}
    return [one for one in found if (one.path, one.code, one.item) in whole]
