"""A change in long brackets as a document of its own: its entry alone, with stubs for neighbours.

Between brackets no column counts: the state of a parser is the kind of the brackets that are open,
and whether an entry, a comma or a value comes next. One pair of the same brackets, a stub, and the
text from the end of the entry before to the start of the entry behind rebuild it.
"""

from bisect import bisect_left

import yaml

from relplan.files.edit.outline import ENDS, STARTS, Mark, Outline

STUB: Mark = ("z", True, None, None)


def narrow(made: Outline, start: int, end: int) -> tuple[str, list[Mark]] | None:
    """The document to show and its marks; None when the stretch is not inside of one bracket."""
    at = bisect_left(made.events, start, key=lambda one: int(one.start_mark.index))
    if at >= len(made.events):
        return None
    opening = made.parents[at]
    event = made.events[opening]
    bracket = int(event.end_mark.index) - 1  # where a pair like `[a: 1]` has none of its own
    if opening < 0 or not event.flow_style:
        return None
    mapping = event.__class__ is yaml.MappingStartEvent
    if made.text[bracket : bracket + 1] != ("{" if mapping else "["):
        return None
    width = 2 if mapping else 1
    children, closing = _children(made, opening)
    if int(made.events[closing].start_mark.index) < end:
        return None
    spans = [(children[one], children[one + width - 1]) for one in range(0, len(children), width)]
    before = [one for one in spans if _end(made, one[1]) <= start]
    behind = [one for one in spans if int(made.events[one[0]].start_mark.index) >= end]
    stub, stubs = ("z: z", [STUB, STUB]) if width == 2 else ("z", [STUB])
    left = _end(made, before[-1][1]) if before else bracket + 1
    right = int(made.events[behind[0][0] if behind else closing].start_mark.index)
    first = _after(made, before[-1][1]) if before else opening + 1
    last = behind[0][0] if behind else closing
    text = made.text[bracket] + (stub if before else "") + made.spaced(left, right, first, last)
    text += (stub if behind else "") + ("}" if width == 2 else "]")
    inner = [*(stubs if before else []), *made.marks[first:last], *(stubs if behind else [])]
    return text, [(made.marks[opening][0], None, None), *inner, made.marks[closing]]


def _children(made: Outline, opening: int) -> tuple[list[int], int]:
    """The events of the entries right inside of a collection, and that of its end."""
    found: list[int] = []
    index = opening + 1
    while made.events[index].__class__ not in ENDS:
        found.append(index)
        index = _after(made, index)
    return found, index


def _after(made: Outline, index: int) -> int:
    """The event behind the value that begins with an event."""
    depth = 0
    while True:
        kind = made.events[index].__class__
        depth += (kind in STARTS) - (kind in ENDS)
        index += 1
        if not depth:
            return index


def _end(made: Outline, index: int) -> int:
    """Where the value that begins with an event ends in the text."""
    return int(made.events[_after(made, index) - 1].end_mark.index)
