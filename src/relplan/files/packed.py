"""Facts as one line of JSON and back: for the cache, and from one process to another.

What cannot be unpacked counts as never packed: the reader checks it like a file.
"""

import json
from dataclasses import astuple, replace
from typing import Any
from zlib import crc32

from relplan.diagnostics import Diagnostic, Instead
from relplan.files.facts import Facts, shape_of
from relplan.model.frozen import Doubt
from relplan.model.light import light

_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def pack(facts: Facts) -> bytes:
    """The facts as a line: a sum, what the file is called by, and the rest; empty if they cannot."""
    if not facts.digest or (facts.value is not None and facts.plain is None):
        return b""
    faults = [astuple(one) for one in facts.faults]
    known = [
        facts.digest,
        facts.is_group,
        facts.speaks,
        facts.says,
        facts.defined,
        facts.refers,
        faults,
    ]
    name = _dumps(called(facts.plain)).encode()
    body = name + b"\t" + _dumps([*known, facts.plain]).encode()
    return b"%08x\t%s" % (crc32(body), body)


def called(plain: Any) -> str:
    """The name that a plan gives its client or prospect; empty for anything else."""
    found = (plain.get("client") or plain.get("prospect")) if isinstance(plain, dict) else ""
    return found if isinstance(found, str) else ""


def name_in(line: bytes) -> str | None:
    """What the file is called by, without unpacking the rest; None for a line that is damaged."""
    body = _sound(line)
    try:
        return None if body is None else str(json.loads(body.partition(b"\t")[0]))
    except ValueError:
        return None


def unpack(path: str, line: bytes) -> Facts | None:
    """The facts that a line holds; None for a line that is damaged, or from elsewhere."""
    body = _sound(line)
    if body is None:
        return None
    try:
        digest, is_group, speaks, says, defined, refers, faults, plain = json.loads(
            body.partition(b"\t")[2]
        )
        value = None if plain is None else light(shape_of(path), plain)
        told = tuple(_fault(*one) for one in faults)
    except (ValueError, TypeError, Doubt, RecursionError):
        return None
    return Facts(path, value, told, defined, refers, digest, None, is_group, speaks, says)


def _sound(line: bytes) -> bytes | None:
    total, _, body = line.partition(b"\t")
    return body if total == b"%08x" % crc32(body) else None


def _fault(*fields: Any) -> Diagnostic:
    found = Diagnostic(*fields)
    return replace(found, instead=Instead(*found.instead)) if found.instead else found
