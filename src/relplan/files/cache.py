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
        kept = json.loads((folder() / f"{name}.json").read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(kept, dict) or kept.get("version") != version:
        return {}
    entries = kept.get("entries")
    return entries if isinstance(entries, dict) else {}


def store(name: str, version: str, entries: dict[str, Any]) -> None:
    """Keep the entries, readable by nobody else, replaced in one step; never fails."""
    target = folder() / f"{name}.json"
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        text = json.dumps({"version": version, "entries": entries}, separators=(",", ":"))
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        beside.replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
