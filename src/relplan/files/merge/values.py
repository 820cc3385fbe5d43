"""The merge of what three texts say, without a look at how it is written: what a result must hold."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from relplan.files.merge.doubt import Clash
from relplan.files.merge.match import IDS, SECTIONS, Triple, of_lists, of_mappings

Path = tuple[Triple, ...]
MISSING: Any = object()
"""What stands where a side has no such entry."""


class Chosen:
    """Which side is taken where both changed the same: 0 for ours, 1 for theirs."""

    def __init__(self, conflicts: set[Path], side: int) -> None:
        self.conflicts = conflicts
        self.side = side

    def merged(self, base: Any, ours: Any, theirs: Any) -> Any:
        """What the result must say; Clash where both changed the same outside of the conflicts."""
        return self._value((base, ours, theirs), (), section=True, ids=False)

    def _value(self, three: tuple[Any, Any, Any], path: Path, *, section: bool, ids: bool) -> Any:
        base, ours, theirs = three
        if path in self.conflicts:
            return (ours, theirs)[self.side]
        if not any(one[: len(path)] == path for one in self.conflicts):
            if _same(ours, theirs) or _same(theirs, base):
                return ours
            if _same(ours, base):
                return theirs
        if base is MISSING and not section:
            raise Clash
        if _kind(three, Mapping):
            filled = tuple(one if isinstance(one, Mapping) else {} for one in three)
            return self._mapping(filled, path, ids=ids)
        if _kind(three, list):
            return self._list([one if isinstance(one, list) else [] for one in three], path)
        raise Clash

    def _mapping(self, three: Sequence[Any], path: Path, *, ids: bool) -> dict[str, Any]:
        keys = [list(one) for one in three]
        found: dict[str, Any] = {}
        for triple in of_mappings(*three, ids=ids):
            named = _at(keys, triple)
            label = next(one for one in (named[1], named[2], named[0]) if one is not MISSING)
            values = _at([list(one.values()) for one in three], triple)
            inner = (*path, triple)
            value = self._value(
                values, inner, section=not ids and label in SECTIONS, ids=not ids and label in IDS
            )
            if value is not MISSING:
                found[self._key(named, inner)] = value
        return found

    def _key(self, named: tuple[Any, Any, Any], path: Path) -> str:
        base, ours, theirs = named
        if path in self.conflicts:
            return str((ours, theirs)[self.side])
        return str(theirs if ours is MISSING or (ours == base and theirs is not MISSING) else ours)

    def _list(self, three: Sequence[Any], path: Path) -> list[Any]:
        found = []
        for triple in of_lists(*three):
            value = self._value(_at(three, triple), (*path, triple), section=False, ids=False)
            if value is not MISSING:
                found.append(value)
        return found


def _at(three: Sequence[Any], triple: Triple) -> tuple[Any, Any, Any]:
    one, two, other = (
        MISSING if at is None else side[at] for side, at in zip(three, triple, strict=True)
    )
    return one, two, other


def _kind(three: tuple[Any, Any, Any], kind: type) -> bool:
    """True when both sides hold such a collection, and the base the same or nothing."""
    base, ours, theirs = three
    empty = base is MISSING or base in (None, {}, [])
    return isinstance(ours, kind) and isinstance(theirs, kind) and (empty or isinstance(base, kind))


def _same(one: Any, other: Any) -> bool:
    if one is MISSING or other is MISSING:
        return one is other
    return json.dumps(one) == json.dumps(other)
