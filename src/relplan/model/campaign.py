"""A campaign: one proposition, taken to a cohort, openly selling (domain.md 5)."""

from typing import Annotated

from pydantic import Field

from relplan.model import choices
from relplan.model.derived import OfCampaign
from relplan.model.fields import Date, Id, Ids, OneOrMany, Text
from relplan.model.record import Record


class Resistance(Record):
    """Resistance inside our own house, and what answers it."""

    who: Text | None = None
    """Who resists."""
    what: Text
    """What they hold against it."""
    answer: Text | None = None
    """What answers it."""


class Traits(Record):
    """What a plan says of a client or prospect: every field fits, of several words in one any does."""

    of: choices.CohortKind | None = None
    """Clients only, or prospects only; else both."""
    priority: Annotated[tuple[choices.Priority, ...], OneOrMany()] = ()
    """The priorities that fit."""
    status: Annotated[tuple[choices.AnyStatus, ...], OneOrMany()] = ()
    """The statuses that fit; in `where` the active ones unless another is named."""
    tags: Ids = ()
    """The tags of which a plan has at least one."""
    owner: Ids = ()
    """The members of our team who answer for such a plan."""


class Cohort(Record):
    """The clients and prospects to whom the proposition is taken: listed, found by a rule, or both."""

    what: Text | None = Field(default=None, alias="is")
    """What they have in common."""
    clients: Ids = ()
    """Clients, by id."""
    prospects: Ids = ()
    """Prospects, by id."""
    where: Traits | None = None
    """A rule over the book: whoever has these traits belongs to the cohort."""
    unless: Traits | None = None
    """Who has these traits does not belong to it by the rule."""
    without: Ids = ()
    """Clients and prospects, by id, who do not belong to it by the rule."""


class Runs(Record):
    """When the campaign runs."""

    from_: Date = Field(alias="from")
    """Its first day."""
    to: Date
    """Its last day."""


class Pitch(Record):
    """The proposition was put to one person."""

    date: Date
    """The day."""
    at: Id
    """The client or prospect."""
    to: Id
    """The person of theirs."""
    by: Id
    """The member of our team."""
    outcome: choices.Outcome = "open"
    """What came of it."""
    feedback: Text | None = None
    """What they said about the proposition."""


class Campaign(OfCampaign, Record):
    """A proposition with its executives, its resistance, its cohort and its pitches."""

    proposition: Text
    """What we offer, in one sentence."""
    promise: Text | None = None
    """What the client gains by it."""
    owner: Id | None = None
    """The member of our team who answers for it."""
    executives: dict[Id, Text] = Field(default_factory=dict)
    """Our executives behind it, by department."""
    resistance: dict[Id, Resistance] = Field(default_factory=dict)
    """Who resists inside, and what answers it."""
    cohort: Cohort = Field(default_factory=Cohort)
    """To whom it is taken."""
    runs: Runs | None = None
    """When it runs."""
    pitches: tuple[Pitch, ...] = ()
    """To whom it was put, and what came of it."""
    versions: dict[Date, Text] = Field(default_factory=dict)
    """How feedback changed the proposition, by date."""
