"""The second opinion: what ruamel.yaml, another parser, reads in the lines around a change."""

from functools import lru_cache
from typing import Any

from relplan.files.edit.outline import Mark, Outline, mark
from relplan.files.edit.window import window


def disagrees(made: Outline, start: int, end: int) -> str:
    """Why ruamel.yaml reads the stretch otherwise than libyaml did; empty when it does not."""
    shown = window(made, start, end)
    if shown is None:
        return "the change cannot be shown to a second parser by itself"
    text, meant = shown
    try:
        said = marks(text)
    except Unreadable as why:
        return str(why)
    return "" if said[2:-2] == meant else "two parsers would read this differently"


class Unreadable(Exception):  # never shown: the edit is refused with its text
    """The second parser does not take a text."""


def marks(text: str) -> list[Mark]:
    """What ruamel.yaml's events say of a whole text; Unreadable says why it takes none of it."""
    try:
        return [mark(event) for event in _reader().parse(text)]
    except Exception as error:  # noqa: BLE001 -- it raises far more than YAMLError
        _reader.cache_clear()
        problem = str(getattr(error, "problem", "") or type(error).__name__)
        raise Unreadable(f"the second parser cannot read this ({problem})") from None


@lru_cache(maxsize=1)
def _reader() -> Any:
    """ruamel.yaml in pure Python; it looks for plug-ins on the disk whenever one is made."""
    from ruamel.yaml import YAML

    return YAML(typ="safe", pure=True)
