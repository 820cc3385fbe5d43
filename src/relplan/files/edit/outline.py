"""A text as the edit engine sees it: libyaml's events, and the parts that they make up.

Other than `files.parse` it takes anchors, aliases, tags and several documents as they come, so
that a file which uses them somewhere can be edited elsewhere. Offsets are in code points.
"""

from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import islice
from typing import Any

import yaml

from relplan.files.edit.layout import comments, line_end
from relplan.files.edit.part import BLOCKS, Part, block_end
from relplan.files.edit.refused import NotThere
from relplan.files.parse import events, syntax_trouble
from relplan.files.tree import Lines, Step

MAX_DEPTH = 64
MAX_EVENTS = 400_000
STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)

Mark = tuple[Any, ...]
"""What an event says, without its place and style: two texts with equal marks hold equal data."""


class Outline:
    """A read text: its events and their marks; parts are made when they are asked for."""

    def __init__(self, text: str, said: list[Any]) -> None:
        self.text = text
        self.events = said
        self.marks: list[Mark] = [
            (one.value, one.implicit[0], one.anchor, one.tag)
            if one.__class__ is yaml.ScalarEvent
            else mark(one)
            for one in said
        ]

    @cached_property
    def root(self) -> Part | None:
        """The root part of the first document; None in a file of comments."""
        return _build(self)

    @cached_property
    def parents(self) -> list[int]:
        """For each event the start of the collection that it stands in, -1 outside of all."""
        stack, found = [-1], []
        for index, event in enumerate(self.events):
            found.append(stack[-1])
            if event.__class__ in STARTS:
                stack.append(index)
            elif event.__class__ in ENDS:
                stack.pop()
        return found

    def line(self, offset: int) -> int:
        """The line of an offset, as an editor counts it."""
        return Lines(self.text).place(min(offset, len(self.text)))[0]

    def scalars(self, first: int, last: int) -> list[tuple[int, int]]:
        """Where the scalars among the events `first` to `last` stand."""
        said: list[Any] = [one for one in self.events[first:last] if type(one) is yaml.ScalarEvent]
        return [(one.start_mark.index, one.end_mark.index) for one in said]

    def spaced(self, start: int, end: int, first: int, last: int) -> str:
        """A stretch with a space for each tab between its values, the events `first` to `last`.

        Behind a value or before a comment a tab means what a space means, in every version of
        YAML, but ruamel.yaml refuses it there.
        """
        if "\t" not in self.text[start:end]:
            return self.text[start:end]
        shown = ""
        for one, other in [*self.scalars(first, last), (end, end)]:
            before, behind = max(start, min(one, end)), min(other, end)
            shown += self.text[start:before].replace("\t", " ") + self.text[before:behind]
            start = max(start, behind)
        return shown

    def comments(self, start: int, end: int, first: int, last: int) -> list[str]:
        """The comments in a stretch of the text that holds the events `first` to `last`."""
        if "#" not in self.text[start:end]:
            return []
        values = self.scalars(first, last)
        found = comments(self.text, (start, end), values)
        return [self.text[at : line_end(self.text, at)].rstrip() for at in found]

    def used(self, anchor: str, after: int) -> int | None:
        """The index of the first alias of `anchor` behind the event `after`."""
        for index in range(after + 1, len(self.events)):
            event = self.events[index]
            if getattr(event, "anchor", None) == anchor:
                return index if event.__class__ is yaml.AliasEvent else None
        return None


@lru_cache(maxsize=4)
def outline(text: str) -> Outline:
    """The outline of a text without byte-order mark; NotThere where it is no YAML.

    Kept for the last texts: what one edit proves, the next one begins with.
    """
    try:
        said = list(islice(events(text), MAX_EVENTS))
    except yaml.YAMLError as error:
        trouble = syntax_trouble(text, error)
        raise NotThere(trouble.offset, f"the file is not YAML here: {trouble.message}") from None
    if len(said) == MAX_EVENTS:
        raise NotThere(said[-1].start_mark.index, "the file holds too many values")
    return Outline(text, said)


def mark(event: Any) -> Mark:
    """What libyaml's or ruamel.yaml's event says."""
    kind = event.__class__.__name__
    if kind == "ScalarEvent":
        return (event.value, bool(event.implicit[0]), event.anchor, event.tag and str(event.tag))
    if kind in {"MappingStartEvent", "SequenceStartEvent"}:
        return (kind, event.anchor, event.tag and str(event.tag))
    if kind == "AliasEvent":
        return (kind, event.anchor)
    if kind == "DocumentStartEvent":
        return (kind, event.version and tuple(event.version), event.tags and str(event.tags))
    return (kind,)


def _build(made: Outline) -> Part | None:
    stack: list[Part] = []
    keys: list[Part | None] = []
    for index, event in enumerate(made.events):
        kind = event.__class__
        if kind in STARTS:
            if len(stack) >= MAX_DEPTH:
                why = f"more than {MAX_DEPTH} levels of nesting stand here"
                raise NotThere(event.start_mark.index, why)
            stack.append(_collection(event, index))
            keys.append(None)
            continue
        if kind in ENDS:
            part = stack.pop()
            keys.pop()
            _close(part, event, index)
        elif kind is yaml.ScalarEvent or kind is yaml.AliasEvent:
            part = Part(event, index)
            if part.style in BLOCKS:
                part.end = block_end(made.text, part)
        else:
            continue
        if not stack:
            return part
        keys[-1] = _place(part, stack[-1], keys[-1])
    return None


def _collection(event: Any, index: int) -> Part:
    part = Part(event, index)
    part.flow = bool(event.flow_style)
    part.children = []
    part.keys = [] if event.__class__ is yaml.MappingStartEvent else None
    return part


def _place(part: Part, into: Part, key: Part | None) -> Part | None:
    """Put a part into its collection; what comes back is a key that waits for its value."""
    assert into.children is not None
    if into.keys is not None:
        if key is None:
            return part
        into.keys.append(key)
    into.children.append(part)
    return None


def _close(part: Part, event: Any, index: int) -> None:
    part.last = index + 1
    assert part.children is not None
    if part.flow:
        part.end = event.end_mark.index
    elif part.children:
        part.end = max(part.children[-1].end, part.start)


def find(made: Outline, path: Sequence[Step]) -> list[Part]:
    """The parts from the root to the one at `path`; NotThere where a step leads nowhere."""
    if made.root is None:
        raise NotThere(0, "the file holds nothing yet")
    chain = [made.root]
    for step in path:
        chain.append(_step(made, chain[-1], step))
    return chain


def _step(made: Outline, part: Part, step: Step) -> Part:
    if part.alias:
        name = made.text[part.start : part.end]
        raise NotThere(part.start, f"`{name}` stands for a value that is written elsewhere")
    if part.keys is not None and part.children is not None:
        index = place(part, _word(part, step))
        if index is None:
            raise NotThere(part.start, f"there is no `{step}` here")
        return part.children[index]
    if part.children is None:
        raise NotThere(part.start, f"a single value stands here, which has no `{step}`")
    if not isinstance(step, int) or not -len(part.children) <= step < len(part.children):
        raise NotThere(part.start, f"the list here has no item {step}")
    return part.children[step]


def _word(part: Part, step: Any) -> str:
    """The key as it is written: loaders hand out `true` as True, and an empty key as None."""
    if isinstance(step, str):
        return step
    words = {"", "~", "null"} if step is None else {str(step).lower()}
    return next((one.text for one in part.keys or () if one.text.lower() in words), str(step))


def place(part: Part, key: str) -> int | None:
    """Where `key` stands among a mapping's keys; NotThere when it stands there twice."""
    assert part.keys is not None
    found = [
        index
        for index, one in enumerate(part.keys)
        if one.leaf and not one.alias and one.text == key
    ]
    if len(found) > 1:
        raise NotThere(part.keys[found[1]].start, f"`{key}` stands here a second time")
    return found[0] if found else None
