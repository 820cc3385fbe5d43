"""The rows of a pack's lists and tables: records of texts, as templates see them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Decided:
    """Something the last review decided."""

    what: str
    owner: str
    by: str


@dataclass(frozen=True)
class PersonRow:
    """One person of theirs."""

    name: str
    title: str
    role: str
    stance: str
    letter: str
    """The letter of the stance, as on the map; `?` when it is not known."""
    tie: str
    """The tie now, and after an arrow as it is wanted."""
    ours: str


@dataclass(frozen=True)
class Cell:
    """One person of theirs against one member of ours."""

    tie: str
    """The letter of the tie now and, after an arrow, as it is wanted; only of who keeps it."""
    touches: str
    """Touches in the last year; empty for none."""


@dataclass(frozen=True)
class CoverageRow:
    """One person of theirs against each member of ours, in the order of `members`."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Point:
    """A strength, a weakness, or something they value, with what shows it."""

    text: str
    evidence: str
    answered_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Goal:
    """A goal and how far it is."""

    id: str
    goal: str
    by: str
    measure: str
    initiatives: str


@dataclass(frozen=True)
class Initiative:
    """An initiative: said, done, next."""

    id: str
    goal: str
    said: str
    owner: str
    by: str
    done: str
    next: str
    mark: str
    """`late`, `undated`, or the status as written."""


@dataclass(frozen=True)
class Month:
    """The touches with one person in one month."""

    touches: str
    """How many; `·` for none."""
    bar: str
    """The number as a bar of text; empty for none."""
    eighths: str
    """The number as eighths of the highest bar, 0 to 8."""


@dataclass(frozen=True)
class ContactRow:
    """One person's touches against the cadence."""

    name: str
    cadence: str
    last: str
    due: str
    mark: str
    """`late`, or empty."""
    months: tuple[Month, ...]


@dataclass(frozen=True)
class PromiseRow:
    """A promise and what became of it."""

    what: str
    to: str
    by_whom: str
    by: str
    state: str
    """What became of it, with the day."""
    mark: str
    """`open`, `kept`, `late` (kept, but late) or `broken`."""


@dataclass(frozen=True)
class SpentRow:
    """What one member put in."""

    member: str
    touches: str
    hours: str
    money: str


@dataclass(frozen=True)
class FindingRow:
    """One finding of lint about this client's files."""

    code: str
    name: str
    place: str
    severity: str
    """`error`, `warning` or `advice`."""
    message: str


@dataclass(frozen=True)
class TaskRow:
    """Who does what by when."""

    by: str
    owner: str
    what: str
    kind: str
    """`promise`, `initiative`, `step`, `decision` or `review`."""
    mark: str
    """`late`, or empty."""


@dataclass(frozen=True)
class KeepRow:
    """Whom one member keeps in touch with."""

    owner: str
    people: tuple[str, ...]
