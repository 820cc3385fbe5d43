"""What the metrics of a plan said in each version that git has, read from the trees alone."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from relplan.files.document import document_of
from relplan.files.trails import Trail, past_of
from relplan.files.tree import Mapping as Group
from relplan.files.tree import Scalar
from relplan.model.amounts import amount


class Measured(NamedTuple):
    """The counts of each metric by its id, oldest first, and why there are none or not all."""

    counts: Mapping[str, tuple[tuple[date, Decimal | None], ...]]
    """The day of each version, and what was written there; None where nothing was."""
    trouble: str = ""


def measured(root: Path, path: str) -> Measured:
    """The counts in every committed version of the plan at `path`, through renames."""
    past = past_of(root, {path: date.min})
    trail = past.trails.get(path)
    if trail is None:
        return Measured({}, past.trouble or "no version of this plan is committed yet")
    versions = [(day, _actuals(path, raw)) for day, raw in _versions(trail) if raw is not None]
    ids = dict.fromkeys(id_ for _, found in versions for id_ in found)
    counts = {id_: tuple((day, found.get(id_)) for day, found in versions) for id_ in ids}
    return Measured(counts, past.trouble)


def _versions(trail: Trail) -> Iterator[tuple[date, bytes | None]]:
    yield trail.start.day, trail.was
    for step in trail.steps:
        yield step.commit.day, step.now


def _actuals(path: str, raw: bytes) -> dict[str, Decimal]:
    """What is written under `actual` of each metric; what is no number is passed over."""
    document, _ = document_of(path, raw)
    metrics = document.root.get("metrics") if isinstance(document.root, Group) else None
    found = {}
    for key, value in metrics.pairs if isinstance(metrics, Group) else ():
        actual = value.get("actual") if isinstance(value, Group) else None
        if isinstance(actual, Scalar):
            try:
                found[key.text] = Decimal(amount(actual.text))
            except ValueError:
                continue
    return found
