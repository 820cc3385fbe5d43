"""How wide a text may come out in a picture whose fonts are not known, and where it is broken."""

import re
import unicodedata

_WIDTHS = {
    **dict.fromkeys("ijlI|'!.,:;`", 0.4),
    **dict.fromkeys('frt()[]{}-"/\\ ', 0.5),
    **dict.fromkeys("mwMW@%&—…→", 1.0),
}
_BOLD = 1.14


def width_of(text: str, size: int, *, bold: bool = False) -> float:
    """The width in pixels that no usual font exceeds: those of wide letters are reckoned with."""
    return sum(_em(char) for char in text) * size * (_BOLD if bold else 1)


def lines_of(text: str, room: int, most: int, size: int, *, bold: bool = False) -> list[str]:
    """The text in at most `most` lines of this room; `…` stands for what has none."""
    lines: list[str] = []
    line = ""
    for word in _words(text, room, size, bold=bold):
        joined = f"{line} {word}" if line else word
        if line and width_of(joined, size, bold=bold) > room:
            lines.append(line)
            line = word
        else:
            line = joined
    lines += [line] if line else []
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while width_of(last + "…", size, bold=bold) > room:
        last = last[:-1]
    return [*lines[: most - 1], last.rstrip() + "…"]


def _words(text: str, room: int, size: int, *, bold: bool) -> list[str]:
    """The words, with those that fit on no line broken."""
    found = []
    for word in re.split(r"\s+", text.strip()):
        part = ""
        for char in word:
            if part and width_of(part + char, size, bold=bold) > room:
                found.append(part)
                part = ""
            part += char
        found.append(part)
    return found


def _em(char: str) -> float:
    if char in _WIDTHS:
        return _WIDTHS[char]
    kind = unicodedata.category(char)
    if kind in ("Mn", "Me", "Cf"):
        return 0
    if kind == "So":
        return 1.4
    if unicodedata.east_asian_width(char) in "WF":
        return 1.1
    if char.isascii() or "LATIN" in unicodedata.name(char, ""):
        return 0.8 if char.isupper() else 0.66
    return 1.0
