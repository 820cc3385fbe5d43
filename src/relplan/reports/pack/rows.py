"""The rows of a pack's lists and tables: records of texts, as templates see them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Decided:
    """Something the last review decided."""

    what: str
    """The decision."""
    owner: str
    """Who of ours answers for it; may be empty."""
    by: str
    """Until when; may be empty."""
    became: str
    """Where it is heard of since: a line of the log, or an initiative and how far that is."""


@dataclass(frozen=True)
class PersonRow:
    """One person of theirs."""

    name: str
    """Their name."""
    title: str
    """Their title; may be empty."""
    role: str
    """Their part and influence, as `approver, high influence`."""
    stance: str
    """How they stand to us, in a word."""
    letter: str
    """The letter of the stance, as on the map; `?` when it is not known."""
    tie: str
    """The tie now, and after an arrow as it is wanted."""
    ours: str
    """Who of ours keeps the tie, or `nobody`."""


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
    """Their name."""
    cells: tuple[Cell, ...]
    """One cell for each of `members`."""


@dataclass(frozen=True)
class Point:
    """A strength, a weakness, or something they value, with what shows it."""

    text: str
    """What is said."""
    evidence: str
    """What shows it; may be empty."""
    answered_by: tuple[str, ...] = ()
    """The ids of the goals that answer a weakness."""


@dataclass(frozen=True)
class Goal:
    """A goal and how far it is."""

    id: str
    """Its id."""
    goal: str
    """The goal in words."""
    by: str
    """Its day, or `no date`."""
    measure: str
    """What is counted, the count and the target; may be empty."""
    initiatives: str
    """How many are open, late and done."""


@dataclass(frozen=True)
class Initiative:
    """An initiative: said, done, next."""

    id: str
    """Its id."""
    goal: str
    """The id of its goal; `win` for a step."""
    said: str
    """What it is."""
    owner: str
    """Who of ours answers for it."""
    by: str
    """Its day, or `no date`."""
    done: str
    """What was logged for it, or came of it."""
    next: str
    """When it is due, or what is to be done about it."""
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
    """Their name."""
    cadence: str
    """How often, as `6w` or `never`."""
    last: str
    """Day and channel of the last touch, or `never`."""
    due: str
    """The due day, or how late it is."""
    mark: str
    """`late`, or empty."""
    months: tuple[Month, ...]
    """One for each of `months`."""


@dataclass(frozen=True)
class PromiseRow:
    """A promise and what became of it."""

    what: str
    """The promise."""
    to: str
    """To whom of theirs."""
    by_whom: str
    """Who of ours made it."""
    by: str
    """Until when."""
    state: str
    """What became of it, with the day."""
    mark: str
    """`open`, `kept`, `late` (kept, but late) or `broken`."""


@dataclass(frozen=True)
class SpentRow:
    """What one member put in."""

    member: str
    """Who of ours."""
    touches: str
    """How many touches."""
    hours: str
    """How many hours; empty for none."""
    money: str
    """Amounts by currency; empty for none."""


@dataclass(frozen=True)
class FindingRow:
    """One finding of lint about this client's files."""

    code: str
    """The code of the rule."""
    name: str
    """The name of the rule."""
    place: str
    """File and line."""
    severity: str
    """`error`, `warning` or `advice`."""
    message: str
    """What was found, and what to write instead."""


@dataclass(frozen=True)
class TaskRow:
    """Who does what by when."""

    by: str
    """Until when; late ones say so."""
    owner: str
    """Who of ours."""
    what: str
    """What is to be done."""
    kind: str
    """`promise`, `initiative`, `step`, `decision` or `review`."""
    mark: str
    """`late`, or empty."""


@dataclass(frozen=True)
class KeepRow:
    """Whom one member keeps in touch with."""

    owner: str
    """Who of ours."""
    people: tuple[str, ...]
    """Their people, each with the day and the rhythm."""


@dataclass(frozen=True)
class CampaignRow:
    """One running campaign that is taken to this client."""

    id: str
    """Its id."""
    proposition: str
    """What is offered, in a sentence."""
    until: str
    """The last day of its run."""
    heard: str
    """How many of those who decide have heard it."""
    pitches: tuple[str, ...]
    """What was pitched here to whom, and what they said, the oldest first."""
