"""Places in a text as an editor counts them: lines from 0, columns in the units agreed upon.

UTF-16 is the protocol's own; a client may ask for UTF-8 or code points instead.
"""

from collections.abc import Callable

from relplan.files.tree import Lines

UTF16 = "utf-16"
Position = tuple[int, int]
"""A line and a column, both from 0."""
MARK = "\ufeff"
"""The byte-order mark, which an editor may count and relplan does not."""

_UNITS: dict[str, Callable[[str], int]] = {
    UTF16: lambda text: len(text) + sum(char > "\uffff" for char in text),
    "utf-8": lambda text: len(text.encode("utf-8", "surrogatepass")),
    "utf-32": len,
}


class Ruler:
    """Measures one text of an editor; offsets are in code points without its byte-order mark."""

    def __init__(self, text: str, encoding: str = UTF16) -> None:
        self._shift = _UNITS[encoding](MARK) if text.startswith(MARK) else 0
        self.lines = Lines(text.removeprefix(MARK))
        self._units = _UNITS[encoding]

    def position(self, offset: int) -> Position:
        """Where an offset is for the editor; behind the end it is the end."""
        return self.of_place(*self.lines.place(min(max(offset, 0), len(self.lines.text))))

    def of_place(self, line: int, column: int) -> Position:
        """The same for a line and a column that count code points from 1."""
        before = self._units(self.lines.line(line)[: column - 1])
        return line - 1, before + (self._shift if line == 1 else 0)

    def offset(self, position: Position) -> int:
        """The offset of a position; within a character its beginning, behind a line its end."""
        number = min(position[0] + 1, len(self.lines))
        line, start = self.lines.line(number), self.lines.start(number)
        left = position[1] - (self._shift if number == 1 else 0)
        if line.isascii():
            return start + min(max(left, 0), len(line))
        for index, char in enumerate(line):
            left -= self._units(char)
            if left < 0:
                return start + index
        return start + len(line)
