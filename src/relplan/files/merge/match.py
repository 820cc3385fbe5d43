"""Which entry of one side is which entry of the others, and in what order they stand.

A mapping's entries are known by their keys, a list's by what they say.
"""

import json
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from relplan.files.merge.doubt import Clash

Triple = tuple[int | None, int | None, int | None]
"""One entry: its places in the base, with us and with them; None where it does not stand."""

IDS = frozenset({
    *("values", "roles", "strengths", "weaknesses", "goals", "initiatives", "held", "ours"),
    *("people", "steps", "homework", "metrics", "practices", "executives", "resistance"),
    *("versions", "team", "tiers", "per_client", "per_path", "taken", "columns"),
})  # fmt: skip
"""The fields whose keys are ids, days or paths of the writer's own choice."""

SECTIONS = IDS | {"pitches"}
"""The fields that two people may each begin: what both wrote in them is put together."""


def of_mappings(
    base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any], *, ids: bool
) -> list[Triple]:
    """The entries of three mappings; with `ids` a new key with the old content is a renaming."""
    both = ((ours, theirs), (theirs, ours))
    renamed = [_renamed(base, side, other) if ids else {} for side, other in both]
    places = [{key: place for place, key in enumerate(side)} for side in (base, ours, theirs)]
    found: list[Triple] = []
    taken: list[set[str]] = [set(), set()]
    for key, at in places[0].items():
        mine, other = (renamed[side].get(key, key) for side in (0, 1))
        found.append((at, places[1].get(mine), places[2].get(other)))
        taken[0].add(mine)
        taken[1].add(other)
    found += [
        (None, at, places[2].get(key)) for key, at in places[1].items() if key not in taken[0]
    ]
    seen = {one[2] for one in found}
    found += [(None, None, at) for at in places[2].values() if at not in seen]
    return ordered(found)


def of_lists(base: Sequence[Any], ours: Sequence[Any], theirs: Sequence[Any]) -> list[Triple]:
    """The entries of three lists."""
    mine, other = paired(base, ours), paired(base, theirs)
    both = any(mine.get(at, at) is None and other.get(at, at) is None for at in range(len(base)))
    if both and _new(ours, mine) != _new(theirs, other):
        raise Clash  # each put something else in the place of one item
    found: list[Triple] = [(at, mine.get(at), other.get(at)) for at in range(len(base))]
    known = set(mine.values()), set(other.values())
    left = [at for at in range(len(theirs)) if at not in known[1]]
    for at in range(len(ours)):
        if at not in known[0]:
            twin = next((one for one in left if _said(theirs[one]) == _said(ours[at])), None)
            if twin is not None:
                left.remove(twin)
            found.append((None, at, twin))
    return ordered([*found, *((None, None, at) for at in left)])


def paired(base: Sequence[Any], side: Sequence[Any]) -> dict[int, int | None]:
    """Which items of the base are which of a side: equal ones first, then those in their place.

    None for an item in whose place something else stands; one that was only removed is left out.
    """
    before, after = [_said(one) for one in base], [_said(one) for one in side]
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    found: dict[int, int | None] = {
        i1 + step: j1 + step
        for tag, i1, i2, j1, _ in codes
        if tag == "equal"
        for step in range(i2 - i1)
    }
    known = set(found.values())
    free = [at for at in range(len(after)) if at not in known]
    for at in range(len(before)):
        moved = next((one for one in free if after[one] == before[at]), None)
        if at not in found and moved is not None:
            found[at] = moved
            free.remove(moved)
    for tag, i1, i2, j1, j2 in codes:
        if tag == "replace":
            gone = [at for at in range(i1, i2) if at not in found]
            new = [at for at in range(j1, j2) if at in free]
            found.update(dict.fromkeys(gone if new else ()))
            found.update(_in_place(base, side, gone, new))
    return found


def _new(side: Sequence[Any], pairs: Mapping[int, int | None]) -> list[str]:
    known = set(pairs.values())
    return sorted(_said(one) for at, one in enumerate(side) if at not in known)


def _in_place(
    base: Sequence[Any], side: Sequence[Any], gone: list[int], new: list[int]
) -> list[tuple[int, int]]:
    """The changed items: as many as there were stand in their old places; else the only alike one."""
    if len(gone) == len(new):
        both = list(zip(gone, new, strict=True))
        return [
            one
            for one in both
            if _texts(base[one[0]], side[one[1]]) or _alike(base[one[0]], side[one[1]])
        ]
    pairs = [(one, other) for one in gone for other in new if _alike(base[one], side[other])]
    return [
        pair
        for pair in pairs
        if sum(one[0] == pair[0] for one in pairs) == 1
        and sum(one[1] == pair[1] for one in pairs) == 1
    ]


def _texts(one: Any, other: Any) -> bool:
    return isinstance(one, str) and isinstance(other, str)


def _alike(one: Any, other: Any) -> bool:
    """True when two records agree in at least half of their fields."""
    if not isinstance(one, Mapping) or not isinstance(other, Mapping):
        return False
    same = sum(key in other and _said(value) == _said(other[key]) for key, value in one.items())
    return same * 2 >= max(len(one), len(other)) > 0


def ordered(found: list[Triple]) -> list[Triple]:
    """The entries in the order of whoever changed it, new ones behind those they were written behind."""
    ours = sorted((one for one in found if one[1] is not None), key=lambda one: one[1] or 0)
    theirs = sorted((one for one in found if one[2] is not None), key=lambda one: one[2] or 0)
    moved = _out_of_order(ours), _out_of_order(theirs)
    if all(moved) and _both(ours) != _both(theirs):
        raise Clash
    if moved[1] and not moved[0]:
        return _with_new(theirs, ours, behind_new=False)
    return _with_new(ours, theirs, behind_new=True)


def _out_of_order(side: list[Triple]) -> bool:
    old = [one[0] for one in side if one[0] is not None]
    return old != sorted(old)


def _both(side: list[Triple]) -> list[Triple]:
    return [one for one in side if one[1] is not None and one[2] is not None]


def _with_new(first: list[Triple], second: list[Triple], *, behind_new: bool) -> list[Triple]:
    """The first side's entries with those that only the second has; ours stand before theirs."""
    known, extra, last = set(first), dict[Triple | None, list[Triple]](), None
    for one in second:
        if one in known:
            last = one
        else:
            extra.setdefault(last, []).append(one)
    result, waiting = list[Triple](), extra.get(None, [])
    for one in first:
        if not (behind_new and one[0] is None and one[2] is None):
            result += waiting
            waiting = []
        result.append(one)
        waiting = waiting + extra.get(one, [])
    return result + waiting


def _renamed(
    base: Mapping[str, Any], side: Mapping[str, Any], other: Mapping[str, Any]
) -> dict[str, str]:
    """Old key to new key, where exactly one entry went and one with the same content came."""
    gone = {key: _said(value) for key, value in base.items() if key not in side and _tells(value)}
    new = {key: _said(value) for key, value in side.items() if key not in base}
    found = {}
    for key, content in gone.items():
        fits = [one for one, said in new.items() if said == content]
        alone = list(gone.values()).count(content) == 1
        if len(fits) == 1 and alone and _free(fits[0], key, content, other):
            found[key] = fits[0]
    return found


def _free(new: str, old: str, content: str, other: Mapping[str, Any]) -> bool:
    """True unless the other side uses the new key for something else."""
    return new not in other or (old not in other and _said(other[new]) == content)


def _tells(value: Any) -> bool:
    """True for content that two people do not have by chance: `propellent` is no proof."""
    return len(value) > 1 if isinstance(value, Mapping) else " " in str(value or "")


def _said(value: Any) -> str:
    return json.dumps(value, sort_keys=True)
