"""The lines around a change as a document of their own, for a second parser.

ruamel.yaml takes 30 ms for 10 KB, so it gets a document of its own: the changed lines with the
value before them, one line for each collection that is open there, and a stub for what follows.
That is enough. In block context the state of a YAML parser at the start of a line is the stack of
open collections and their columns, nothing else; the opening lines rebuild that stack, so it
reads the changed lines as it would in the whole file. The stub stands at the column of the next
entry: it is accepted there only if the change left the stack as the rest of the file needs it.
The rest itself is the old text in the old state, which libyaml has read in full.
"""

from bisect import bisect_left
from typing import Any, NamedTuple

import yaml

from relplan.files.edit import layout
from relplan.files.edit.narrow import STUB, narrow
from relplan.files.edit.outline import ENDS, STARTS, Mark, Outline

_SHORT = 600
_SEQUENCE: Mark = ("SequenceStartEvent", None, None)
_MAPPING: Mark = ("MappingStartEvent", None, None)


class _Open(NamedTuple):
    """A collection that is open at some event: its start, and whether a key waits for its value."""

    opening: int
    waiting: bool


def window(made: Outline, start: int, end: int) -> tuple[str, list[Mark]] | None:
    """The document to show for a stretch, and the marks that libyaml read for it; None for none."""
    first = _first_shown(made, start)
    following = _first_hidden(made, end)
    if first is not None and _long(made, first, following) and (less := narrow(made, start, end)):
        return less
    if first is None:
        return None
    events, text = made.events, made.text
    top = layout.line_start(text, events[first].start_mark.index)
    opened = _opened(made, first, top)
    ends = events[following].__class__ is yaml.DocumentEndEvent
    shown_events = range(first, following + (not ends))
    outermost = min(made.parents[one] for one in shown_events if events[one].__class__ not in ENDS)
    keep = [one for one in opened if one.opening >= outermost]
    marks = made.marks[first:following]
    stub_marks: list[Mark] = []
    if ends:
        bottom = min(_start(events[following]), len(text))
        stub = ""
        marks = marks[: len(marks) - (len(opened) - len(keep))]
    else:
        bottom = layout.line_start(text, _start(events[following]))
        stub, stub_marks = _stub(made, following)
    lines, before = _opening(made, keep)
    marks = [*before, *marks, *stub_marks]
    shown = lines + made.spaced(top, bottom, first, following)
    if stub:
        shown += ("" if shown.endswith(("\n", "\r")) else "\n") + stub
    return shown, [*marks, *_closing(marks)]


def _long(made: Outline, first: int, following: int) -> bool:
    """True when it would take the second parser longer than the first one needs for the file."""
    until = made.events[min(following, len(made.events) - 1)]
    return _start(until) - _start(made.events[first]) > _SHORT


def _first_shown(made: Outline, start: int) -> int | None:
    """The event with which the window begins: the first on the line of the value before."""
    events = made.events
    index = bisect_left(events, start, key=_start) - 1
    while index > 0 and events[index].__class__ in ENDS:
        index -= 1
    while True:
        top = layout.line_start(made.text, _start(events[max(index, 0)]))
        first = bisect_left(events, top, key=_start)
        while first < len(events) and events[first].__class__ in (
            *ENDS,
            yaml.StreamStartEvent,
            yaml.DocumentStartEvent,
            yaml.DocumentEndEvent,
        ):
            first += 1
        if first >= len(events):
            return None
        outer = _outer_flow(made, first)
        if outer is None or outer == first:
            return first
        index = outer


def _first_hidden(made: Outline, end: int) -> int:
    """The first event behind the window that begins a line of its own, or the document's end."""
    events = made.events
    index = bisect_left(events, end, key=_start)
    reach = end
    while index < len(events):
        outer = _outer_flow(made, index)
        if outer is not None:
            index = _behind(made, outer)
            reach = max(reach, _start(events[index - 1]))
            continue
        event = events[index]
        if event.__class__ in (*ENDS, yaml.DocumentStartEvent):
            index += 1
        elif (
            event.__class__ is yaml.DocumentEndEvent
            or layout.line_start(made.text, _start(event)) > reach
        ):
            return index
        else:
            reach = max(reach, _start(event))
            index = _behind(made, index) if getattr(event, "flow_style", False) else index + 1
    return len(events) - 1


def _start(event: Any) -> int:
    return int(event.start_mark.index)


def _opened(made: Outline, before: int, top: int) -> list[_Open]:
    """The collections that are open in front of an event, outermost first."""
    opened: list[_Open] = []
    index = made.parents[before]
    while index >= 0:
        if opened:
            waiting = True
        elif made.events[index].__class__ is yaml.MappingStartEvent:
            waiting = _waiting(made, index, before)
        else:  # an item whose dash stands on a line above
            waiting = made.text[(at := top + _column(made, index)) : at + 1] != "-"
        opened.append(_Open(index, waiting))
        index = made.parents[index]
    return opened[::-1]


def _waiting(made: Outline, opening: int, before: int) -> bool:
    """True when the event `before` is the value of a key, in the mapping that begins at `opening`."""
    own = sum(
        parent == opening and made.events[opening + 1 + place].__class__ not in ENDS
        for place, parent in enumerate(made.parents[opening + 1 : before])
    )
    return bool(own % 2)


def _outer_flow(made: Outline, before: int) -> int | None:
    """The outermost collection in brackets that is open in front of an event."""
    found = None
    index = made.parents[before]
    while index >= 0:
        if made.events[index].flow_style:
            found = index
        index = made.parents[index]
    return found


def _behind(made: Outline, opening: int) -> int:
    """The index behind the end of the collection that begins at `opening`."""
    depth = 0
    for index in range(opening, len(made.events)):
        kind = made.events[index].__class__
        depth += (kind in STARTS) - (kind in ENDS)
        if not depth:
            return index + 1
    return len(made.events)


def _column(made: Outline, index: int) -> int:
    """The column of the entries of the block collection that begins at an event."""
    event = made.events[index]
    dressed = event.anchor is not None or event.tag is not None
    if dressed and event.__class__ is yaml.MappingStartEvent:
        return int(made.events[index + 1].start_mark.column)
    if dressed:
        return layout.column(made.text, layout.behind_dress(made.text, _start(event)))
    return int(event.start_mark.column)


def _opening(made: Outline, opened: list[_Open]) -> tuple[str, list[Mark]]:
    """One line for each open collection, but for the one whose entry the window begins with."""
    lines = ""
    marks: list[Mark] = []
    for place, one in enumerate(opened):
        mapping = made.events[one.opening].__class__ is yaml.MappingStartEvent
        marks.append(_MAPPING if mapping else _SEQUENCE)
        inner = place == len(opened) - 1
        if inner and not one.waiting:
            continue
        lines += " " * _column(made, one.opening) + ("z:\n" if mapping else "-\n")
        marks += [STUB] if mapping else []
    return lines, marks


def _stub(made: Outline, index: int) -> tuple[str, list[Mark]]:
    """A line in the place of the entry that begins with an event, and what it says."""
    start = _start(made.events[index])
    top = layout.line_start(made.text, start)
    line = made.text[top : layout.line_end(made.text, top)]
    bare = line.lstrip(" ")
    pad = line[: len(line) - len(bare)]
    begins = made.events[index].__class__ in STARTS
    if bare[:1] == "-" and bare[1:2] in {"", " ", "\t"}:
        return pad + "- z\n", ([_SEQUENCE] if begins and _at(made, index, pad) else []) + [STUB]
    if begins and not made.events[index].flow_style:
        return pad + "z: z\n", [_MAPPING, STUB, STUB]
    parent = made.parents[index]
    key = parent >= 0 and made.events[parent].__class__ is yaml.MappingStartEvent
    if key and not _waiting(made, parent, index):
        return pad + "z: z\n", [STUB, STUB]
    return pad + "z\n", [STUB]


def _at(made: Outline, index: int, pad: str) -> bool:
    """True when the list itself begins here, not an item of it that is a collection."""
    itself = made.events[index].__class__ is yaml.SequenceStartEvent
    return itself and bool(made.events[index].start_mark.column == len(pad))


def _closing(marks: list[Mark]) -> list[Mark]:
    """The ends of what the marks leave open."""
    stack: list[Mark] = []
    for one in marks:
        if one[0] in ("MappingStartEvent", "SequenceStartEvent") and len(one) == 3:
            stack.append(one)
        elif one[0] in ("MappingEndEvent", "SequenceEndEvent") and len(one) == 1:
            stack.pop()
    return [(str(one[0]).replace("Start", "End"),) for one in reversed(stack)]
