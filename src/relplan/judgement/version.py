"""The version of the judge: a verdict may be kept as long as it stays."""

from functools import cache
from hashlib import blake2b
from pathlib import Path

from relplan import __version__


def version_of(folder: Path) -> str:
    """What tells a judge in `folder` from another: its code, its rules, the facts of its model."""
    digest = blake2b(digest_size=8)
    for path in sorted([*folder.glob("*.py"), *folder.glob("data/*.json")]):
        digest.update(path.name.encode() + path.read_bytes())
    return f"{__version__}-{digest.hexdigest()}"


@cache
def engine_version() -> str:
    """The version of this judge; loads no model (model.json holds the sum of its weights)."""
    return version_of(Path(__file__).parent)
