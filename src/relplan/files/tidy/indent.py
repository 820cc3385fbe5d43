"""Lines indented anew: what stands behind the indentation of a line stays as it is."""

from relplan.files.edit import layout
from relplan.files.edit.outline import Outline
from relplan.files.edit.part import BLOCKS, Part
from relplan.files.edit.refused import NotThere

_Levels = tuple[tuple[int, int], ...]
"""The columns of the collections that are open at a line: as they are, and as they will be."""


def indented(made: Outline, step: int) -> str:
    """The text with each level `step` columns further in than the one around it.

    A list may stand at the column of its key, and does so where it did. Lines that go on with a
    text or with brackets move along with the line on which these begin.
    """
    if made.root is None or made.root.flow or made.root.leaf:
        return made.text
    text = _Text(made.text, step)
    text.collection(made.root, (), 0)
    return text.written()


class _Text:
    """The lines of a text with the indentation that each one will have."""

    def __init__(self, text: str, step: int) -> None:
        self.text = text
        self.step = step
        self.columns: dict[int, int] = {}
        """The new indentation of each line that moves, by the offset of its beginning."""
        self.levels: dict[int, _Levels] = {}
        self.inside: set[int] = set()
        """The lines that are not comments of their own: they begin or continue a value."""

    def collection(self, part: Part, around: _Levels, column: int) -> None:
        """A mapping or list in lines, whose entries will stand at `column` if they begin a line."""
        assert part.children is not None
        old = layout.entry_column(self.text, part)
        for index, child in enumerate(part.children):
            at = layout.entry_start(self.text, part, index)
            if part.keys is not None and at != part.keys[index].start:
                raise NotThere(at, "a key with `?` stands here, which fmt does not indent")
            begins = layout.indent(self.text, at) is not None
            if not index and not begins:
                column = self.now(at)
            levels = (*around, (old, column))
            if begins:
                self.line(at, column, levels)
            elif index:
                raise NotThere(at, "two entries stand on one line here")
            else:
                self.levels[layout.line_start(self.text, at)] = levels
            self.value(child, levels, at)

    def line(self, at: int, column: int, levels: _Levels) -> None:
        """The line on which `at` is the first thing will have this indentation."""
        start = layout.line_start(self.text, at)
        if "\t" in self.text[start:at]:
            raise NotThere(at, "a tab indents this line; use spaces")
        self.columns[start] = column
        self.levels[start] = levels
        self.inside.add(start)

    def now(self, at: int) -> int:
        """The column that something behind the beginning of its line will have."""
        return layout.column(self.text, at) + self.shift(at)

    def shift(self, at: int) -> int:
        """By how much the line of an offset moves."""
        start = layout.line_start(self.text, at)
        return self.columns.get(start, (old := self.old(start))) - old

    def old(self, start: int) -> int:
        """How many spaces indent a line."""
        line = self.text[start : layout.line_end(self.text, start)]
        return len(line) - len(line.lstrip(" "))

    def value(self, part: Part, levels: _Levels, at: int) -> None:
        """What stands under the entry that begins at `at`."""
        if part.empty:
            return
        column = levels[-1][1]
        own = layout.line_start(self.text, part.start) > layout.line_start(self.text, at)
        if part.children and not part.flow:
            beside = part.keys is None and layout.entry_column(self.text, part) == levels[-1][0]
            self.collection(part, levels, column if beside else column + self.step)
            return
        if own:
            self.line(part.start, column + self.step, levels)
        if part.style in BLOCKS:
            self.block(part, levels, at)
        else:
            self.rest(part, levels)

    def rest(self, part: Part, levels: _Levels) -> None:
        """The further lines of a text or of brackets."""
        by = self.shift(part.start)
        old, new = levels[-1]
        start = layout.next_line(self.text, layout.line_end(self.text, part.start))
        while start < part.end:
            was = self.old(start)
            column = max(0, was + by)
            self.inside.add(start)
            if self.text[start : layout.line_end(self.text, start)].strip(" \t"):
                self.columns[start] = new + self.step if was > old and column <= new else column
            start = layout.next_line(self.text, start)

    def block(self, part: Part, levels: _Levels, at: int) -> None:
        """The lines of a `|` or `>` block."""
        header = layout.line_end(self.text, part.start)
        lines = []
        start = layout.next_line(self.text, header)
        while start < part.end:
            lines.append(start)
            start = layout.next_line(self.text, start)
        full = [self.old(one) for one in lines if self.full(one)]
        self.inside.update(lines)
        if not full:
            return
        old, new = full[0], levels[-1][1] + self.step
        if any(char.isdigit() for char in self.text[part.start : header].partition("#")[0]):
            old, new = levels[-1]
        elif self.text[at : at + 1] == "-" and layout.line_start(self.text, at) == (
            layout.line_start(self.text, part.start)
        ):
            new = self.now(part.start)
        for one in lines:
            was = self.old(one)
            self.columns[one] = was + new - old if self.full(one) or was > old else min(was, new)

    def full(self, start: int) -> bool:
        """True for a line with more than spaces."""
        return bool(self.text[start : layout.line_end(self.text, start)].strip(" "))

    def written(self) -> str:
        """The text as it will be."""
        self.comments()
        parts: list[str] = []
        start = 0
        while start < len(self.text):
            end = layout.next_line(self.text, start)
            was = self.old(start)
            parts.append(" " * self.columns.get(start, was) + self.text[start + was : end])
            start = end
        return "".join(parts)

    def comments(self) -> None:
        """Lines with a comment alone go with the level that they stand at, or in."""
        above: _Levels = ()
        waiting: list[int] = []
        start = 0
        while start < len(self.text):
            if (below := self.levels.get(start)) is not None:
                for one in waiting:
                    self.comment(one, (*above, *below))
                above, waiting = below, []
            elif start not in self.inside and layout.comment_column(self.text, start) is not None:
                waiting.append(start)
            start = layout.next_line(self.text, start)
        for one in waiting:
            self.comment(one, above)

    def comment(self, start: int, levels: _Levels) -> None:
        """The new indentation of a comment's line, between the levels above and below it."""
        was = self.old(start)
        fits = [(old, new) for old, new in levels if old <= was]
        if fits and "\t" not in self.text[start : start + was + 1]:
            old, new = max(fits)
            self.columns[start] = max(0, was + new - old)
