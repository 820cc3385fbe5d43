"""Books for tests: a small one that says nothing, with files laid over it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

TODAY = date(2026, 11, 25)
BASE = {
    "relplan.yaml": (
        "firm: Hartwell & Lowe\n"
        "team:\n"
        "  amara: {name: Amara Okafor, tier: principal}\n"
        "  ben: {name: Ben Archer, tier: senior}\n"
        "  priya: {name: Priya Venkataraman, tier: senior}\n"
    ),
    "clients/acme.yaml": (
        "client: Acme plc\nowner: amara\npriority: A\n"
        "roles:\n  jane: {name: Jane Porter, role: decision-maker, ours: ben}\n"
        "review: {next: 2027-01-12}\n"
    ),
}


def write_book(folder: Path, files: Mapping[str, str | bytes] | None = None) -> Path:
    """The base book in `folder` with `files` (path to text or bytes) laid over it."""
    for path, text in {**BASE, **(files or {})}.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return folder.resolve()
