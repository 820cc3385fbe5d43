"""What can be rebuilt at any time and is kept to save the work: JSON in the user's cache folder.

Whatever is wrong with a cache file (missing, foreign, torn, of another version) it counts as empty;
whatever keeps it from being written is passed over. Only time ever depends on it.
"""

import contextlib
import json
import os
import sys
from pathlib import Path
from typing import Any

OFF = "RELPLAN_NO_CACHE"
"""The variable of the environment that turns all caches off, as --no-cache does."""


def folder() -> Path:
    """The folder of relplan's caches: RELPLAN_CACHE, else the system's place for caches."""
    named = os.environ.get("RELPLAN_CACHE")
    if named:
        return Path(named)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "relplan"
    base = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "relplan"


def load(name: str, version: str) -> dict[str, Any]:
    """The entries kept under `name` by exactly this version; empty whenever in doubt."""
    try:
        kept = json.loads(read(f"{name}.json") or b"null")
    except (ValueError, RecursionError):
        return {}
    if not isinstance(kept, dict) or kept.get("version") != version:
        return {}
    entries = kept.get("entries")
    return entries if isinstance(entries, dict) else {}


def store(name: str, version: str, entries: dict[str, Any]) -> None:
    """Keep the entries, readable by nobody else, replaced in one step; never fails."""
    text = json.dumps({"version": version, "entries": entries}, separators=(",", ":"))
    write(f"{name}.json", text.encode())


def read(name: str) -> bytes:
    """The bytes of a cache file; empty where there is none of our own, or none is wanted."""
    if os.environ.get(OFF):
        return b""
    try:
        with (folder() / name).open("rb") as file:
            found = os.fstat(file.fileno())
            return file.read() if _is_ours(found) else b""
    except OSError:
        return b""


def _is_ours(found: os.stat_result) -> bool:
    """True for a file that nobody else can have written."""
    if not hasattr(os, "getuid"):
        return True
    return found.st_uid == os.getuid() and not found.st_mode & 0o022


def write(name: str, content: bytes) -> None:
    """Put a cache file in its place in one step, readable by nobody else; never fails."""
    if os.environ.get(OFF):
        return
    target = folder() / name
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        for one in (target.parent.parent, target.parent):
            one.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        beside.replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
