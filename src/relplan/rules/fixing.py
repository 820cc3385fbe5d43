"""Findings that one other word mends, put into a draft."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from relplan.diagnostics import Diagnostic
from relplan.errors import Refused
from relplan.files import tree
from relplan.files.document import Document
from relplan.files.draft import Draft
from relplan.files.edit import Word, respell
from relplan.files.tree import Items, Node, Path, Scalar

Edit = Callable[[str], str]


def can_mend(one: Diagnostic, *, unsafe: bool) -> bool:
    """True when one other word mends it; only with `unsafe` where that word is a guess."""
    return one.instead is not None and (unsafe or one.instead.sure)


def mend(
    draft: Draft,
    found: Iterable[Diagnostic],
    documents: Mapping[str, Document],
    *,
    unsafe: bool = False,
) -> list[Diagnostic]:
    """Put the right words into the draft, and return what they mend.

    Where the words of a file do not read together, each is tried alone; what cannot be written is
    left as it is.
    """
    by_path: dict[str, list[tuple[Diagnostic, Word]]] = defaultdict(list)
    for one in found:
        document = documents.get(one.path)
        word = _word(one, document) if document and can_mend(one, unsafe=unsafe) else None
        if word is not None:
            by_path[one.path].append((one, word))
    mended: list[Diagnostic] = []
    for path, pairs in by_path.items():
        mended += _all_or_each(draft, path, pairs)
    return mended


def _all_or_each(
    draft: Draft, path: str, pairs: Sequence[tuple[Diagnostic, Word]]
) -> list[Diagnostic]:
    if _tried(draft, path, [word for _, word in pairs]):
        return [one for one, _ in pairs]
    # The last one first: a key that is respelled leads to the words below it no more.
    alone = [one for one, word in reversed(pairs) if _tried(draft, path, [word])]
    return alone[::-1]


def _tried(draft: Draft, path: str, words: Sequence[Word]) -> bool:
    """True when the words are in the draft now, and it still reads."""
    before = draft.text(path)
    try:
        draft.change(path, lambda text: respell(text, words))
        draft.checked()
    except Refused:
        draft.put(path, before)
        return False
    return True


def _word(one: Diagnostic, document: Document) -> Word | None:
    """What to respell: the key or the value that the finding marks."""
    if one.instead is None or document.root is None:
        return None
    at = document.lines.start(one.line) + one.column - 1
    for path, node, key in _scalars(document.root):
        if node.start == at:
            return Word(path, one.instead.text, key)
    return None


def _scalars(node: Node, path: Path = ()) -> Iterator[tuple[Path, Scalar, bool]]:
    """Every key and value that is a text, with the path that leads to it."""
    if isinstance(node, Scalar):
        yield path, node, False
    elif isinstance(node, tree.Mapping):
        for key, value in node.pairs:
            yield (*path, key.text), key, True
            yield from _scalars(value, (*path, key.text))
    elif isinstance(node, Items):
        for index, item in enumerate(node.items):
            yield from _scalars(item, (*path, index))
