"""A text cut into its entries, each with its own lines: put together again they are the text."""

from typing import Any, NamedTuple

from relplan.files.edit import layout
from relplan.files.edit.part import Part
from relplan.files.merge.doubt import Clash
from relplan.files.merge.texts import moved


class Entry(NamedTuple):
    """An entry of a block collection: from `start`, its key or dash, to the end of its last line."""

    text: str
    start: int
    end: int
    column: int
    gap: str
    """Blank lines and comments above it that belong to nobody: they stand before what follows."""
    above: str
    """Its own comment, on the lines right above."""
    inline: bool
    """True for the first entry behind a dash: it begins on the line of another."""
    key: Part | None
    value: Part

    @property
    def body(self) -> str:
        """The entry from its key or dash on."""
        return self.text[self.start : self.end]

    def lines(self, column: int) -> str:
        """The entry's lines with its comment, as they stand at a column."""
        by = column - self.column
        above = moved(self.above, by, first=True)
        return above + " " * column + moved(self.body, by, first=False)

    def same(self, other: "Entry") -> bool:
        """True when both are written alike, wherever they are indented to."""
        return self.lines(0) == other.lines(0)


class Collection(NamedTuple):
    """Entries that stand on lines of their own; `head` and `tail` are the lines around them."""

    column: int
    head: str
    entries: list[Entry]
    tail: str
    part: Part | None


def collection(text: str, part: Part, start: int, end: int) -> Collection:
    """The entries of a block collection, and of `start` to `end` what stands around them."""
    assert part.children is not None
    column = layout.entry_column(text, part)
    entries: list[Entry] = []
    last = start
    for index in range(len(part.children)):
        entry = _entry(text, part, index, last, column)
        if entry.column != column:
            raise Clash
        entries.append(entry)
        last = entry.end
    first = entries[0]
    head = text[start : first.start - len(first.above) - (0 if first.inline else column)]
    entries[0] = first._replace(gap="")
    return Collection(column, head, entries, text[last:end], part)


def nothing(text: str) -> Collection:
    """The place of a collection that holds no entry yet: all of its text is its head."""
    return Collection(0, text, [], "", None)


def _entry(text: str, part: Part, index: int, last: int, column: int) -> Entry:
    assert part.children is not None
    start = layout.entry_start(text, part, index)
    line = layout.line_start(text, start)
    inline = layout.indent(text, start) is None
    first = start if inline else layout.above(text, start, column)
    if not index and not text[:first].strip().removeprefix("---"):
        first = line  # a comment that opens the file speaks of the file
    if first < last or (inline and index):
        raise Clash
    end = layout.next_line(text, layout.below(text, layout.entry_end(part, index), column))
    key = part.keys[index] if part.keys is not None else None
    above = "" if inline else text[first:line]
    return Entry(
        text, start, end, layout.column(text, start), text[last:first], above, inline, key,
        part.children[index],
    )  # fmt: skip


def plain(part: Part | None) -> Any:
    """What a part says: texts, None, lists and mappings."""
    if part is None:
        return None
    if part.children is None:
        return part.text if part.text or part.style else None
    values = [plain(one) for one in part.children]
    if part.keys is None:
        return values
    return dict(zip((one.text for one in part.keys), values, strict=True))


def is_block(part: Part | None) -> bool:
    """True for a collection with entries on lines of their own."""
    return part is not None and bool(part.children) and not part.flow


def is_empty(part: Part | None) -> bool:
    """True where no value stands yet: nothing, `{}`, `[]`."""
    return part is None or not (part.children or part.text or part.style)
