"""A campaign: one proposition, taken to a cohort, openly selling (domain.md 5)."""

from pydantic import Field

from relplan.model import choices
from relplan.model.derived import OfCampaign
from relplan.model.fields import Date, Id, Ids, Text
from relplan.model.record import Record


class Resistance(Record):
    """Resistance inside our own house, and what answers it."""

    who: Text | None = None
    """Who resists."""
    what: Text
    """What they hold against it."""
    answer: Text | None = None
    """What answers it."""


class Cohort(Record):
    """The clients and prospects to whom the proposition is taken."""

    what: Text | None = Field(default=None, alias="is")
    """What they have in common."""
    clients: Ids = ()
    """Clients, by id."""
    prospects: Ids = ()
    """Prospects, by id."""


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
