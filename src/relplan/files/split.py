"""Texts that an unquoted comma has split: `{note: worried, my own fault}`."""

from collections.abc import Sequence
from typing import NamedTuple

from relplan.files.document import Document
from relplan.files.tree import Mapping, Node, Scalar, Step

_LONGEST = 60


class Split(NamedTuple):
    """A key without a value that is the rest of a text; the first of several speaks for all."""

    first: bool
    message: str


def split_text(document: Document, loc: Sequence[Step]) -> Split | None:
    """What to say when the key at `loc` is the rest of a text before a comma; None when it is not."""
    assert document.root is not None
    group = document.value_at(loc[:-1])
    if not isinstance(group, Mapping) or not group.flow:
        return None
    keys = [key.text for key, _ in group.pairs]
    index = keys.index(str(loc[-1])) if loc and str(loc[-1]) in keys else 0
    begin = index
    while begin and _valueless(group.pairs[begin]):
        begin -= 1
    value = group.pairs[begin][1]
    if begin == index or not isinstance(value, Scalar) or value.style or not value.text:
        return None
    end = index
    while end + 1 < len(group.pairs) and _valueless(group.pairs[end + 1]):
        end += 1
    key, last = group.pairs[begin][0], group.pairs[end][0]
    return Split(index == begin + 1, _message(document, key, value, last))


def _valueless(pair: tuple[Scalar, Node]) -> bool:
    _, value = pair
    return isinstance(value, Scalar) and not value.text and not value.style


def _message(document: Document, key: Scalar, value: Scalar, last: Scalar) -> str:
    text = " ".join(document.text[value.start : last.end].split())
    text = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    quoted = f"'{text}'" if '"' in text or "\\" in text else f'"{text}"'
    return f"a comma ends an unquoted text; put quotes around all of it: {key.text}: {quoted}"
