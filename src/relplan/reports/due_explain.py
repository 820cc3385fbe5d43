"""Why an item stands where it stands: file and line of each input, and what decided the order."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from relplan.analysis.due_item import Item, Reason, Subject
from relplan.analysis.sources import LOG, PLAN, SETTINGS, Source
from relplan.files.tree import Items, Mapping, Path
from relplan.files.validate import lines_used
from relplan.model.touch import TOUCHES
from relplan.reports.safe import safe

if TYPE_CHECKING:
    from relplan.files.book import Loaded
    from relplan.files.document import Document

NOT_WRITTEN = "not written; what relplan takes without it counts"


class Place(NamedTuple):
    """One input: what it is, where it stands, and the line as the writer typed it."""

    what: str
    path: str
    line: int | None
    """None where nothing is written, and relplan's own value counts."""
    text: str


@dataclass(frozen=True)
class Explained:
    """The places behind the items of a list, found in the documents that the book was read from."""

    loaded: "Loaded"
    _used: dict[str, list[int]] = field(default_factory=dict)
    """For each client, the indices of the lines of the log that could be used."""

    def lines(self, item: Item) -> list[str]:
        """The inputs of all reasons, one a line as `what: file:line: text`, then the order."""
        places = [place for reason in item.reasons for place in self.places(item.subject, reason)]
        return [*(_said(place) for place in dict.fromkeys(places)), f"order: {order(item)}"]

    def places(self, subject: Subject, reason: Reason) -> list[Place]:
        """Where each input of the reason stands."""
        return [self._place(subject.client, source) for source in reason.sources]

    def _place(self, client: str, source: Source) -> Place:
        path = self._file(client, source)
        document = self.loaded.documents.get(path)
        steps = tuple(self._steps(client, source, document))
        if document is None or document.root is None or not _leads(document, steps):
            return Place(source.what, path, None, NOT_WRITTEN)
        line, _ = document.lines.place(document.key_at(steps).start)
        return Place(source.what, path, line, document.lines.line(line).strip())

    def _file(self, client: str, source: Source) -> str:
        plans = "clients" if client in self.loaded.book.plans else "prospects"
        files = {PLAN: f"{plans}/{client}", LOG: f"touches/{client}", SETTINGS: "relplan"}
        return f"{files.get(source.where, source.where)}.yaml"

    def _steps(
        self, client: str, source: Source, document: "Document | None"
    ) -> Iterator[str | int]:
        if source.touch is not None and document is not None:
            touches = self.loaded.book.touches.get(client, ())
            if client not in self._used:
                self._used[client] = lines_used(document, touches, TOUCHES)
            pairs = zip(self._used[client], touches, strict=False)
            yield from (at for at, line in pairs if line is source.touch)
        elif source.where.startswith("campaigns/") and not self._whole(source, document):
            # Where a pitch was left out the others have moved: better the list than a wrong line.
            yield from source.path[:1]
        else:
            yield from source.path

    def _whole(self, source: Source, document: "Document | None") -> bool:
        """True when every pitch of the campaign could be used."""
        root = document.root if document else None
        written = root.get("pitches") if isinstance(root, Mapping) else None
        used = self.loaded.book.campaigns[source.where.partition("/")[2]].pitches
        return isinstance(written, Items) and len(written.items) == len(used)


def order(item: Item) -> str:
    """What decided the item's place on the list, the first first."""
    by = max(item.pressing, key=lambda one: one.lateness(item.today))
    late = by.lateness(item.today)
    unit = "× the cadence" if by.kind == "contact" else "weeks"
    ahead = f"due in {-item.days_late} {'day' if item.days_late == -1 else 'days'}"
    first = f"{late:.2f} {unit} late" if late >= 0 else ahead
    if item.only_silent:
        first = f"silent {late:.2f} times as long again as asked"
    influence = item.subject.influence or "not known"
    return f"{first}, then priority {item.subject.priority}, influence {influence}, name"


def _said(place: Place) -> str:
    where = place.path if place.line is None else f"{place.path}:{place.line}"
    return safe(f"{place.what}: {where}: {place.text}")


def _leads(document: "Document", steps: Path) -> bool:
    """True when every step of the path is written."""
    node = document.root
    for step in steps:
        if isinstance(node, Mapping):
            node = node.get(str(step))
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return False
        if node is None:
            return False
    return bool(steps)
