"""Columns of text: how wide a text is on a terminal, and how to line texts up."""

import unicodedata


def width(text: str) -> int:
    """The columns that a text takes: wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(_columns(char) for char in text)


def pad(text: str, columns: int) -> str:
    """The text with spaces behind it up to this many columns; never cut."""
    return text + " " * max(0, columns - width(text))


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
