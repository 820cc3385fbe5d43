"""A prospect's plan: the win first, then backwards to today (domain.md 4)."""

from typing import ClassVar

from pydantic import Field

from relplan.model import choices
from relplan.model.derived import OfProspect
from relplan.model.fields import Amount, Date, Id, Ids, Text
from relplan.model.person import Person
from relplan.model.plan import Review
from relplan.model.record import Record


class Win(Record):
    """The day on which the prospect has become a client."""

    what: Text
    """What the won day looks like."""
    by: Date
    """The day by which it is won."""
    sponsor: Id | None = None
    """The person of theirs who wants it."""


class OwnPerson(Record):
    """One of our own house who touches the win; politics begins at home (domain.md 4)."""

    name: Text
    """Their name."""
    title: Text | None = None
    """Their job title."""
    force: choices.Force
    """Whether they drive it or hold it back."""
    influence: choices.Influence | None = None
    """How much their word counts in our house, whatever their title."""
    motive: Text | None = None
    """Why."""
    answer: Text | None = None
    """What meets the motive."""


class Step(Record):
    """What must be true on the way, and who touches it."""

    short_form: ClassVar[str | None] = "what"

    what: Text
    """What is true once the step is taken."""
    stage: Text | None = None
    """The stage of the prospect's own buying."""
    by: Date | None = None
    """The day by which it is taken."""
    needs: Ids = ()
    """The steps that must be taken before."""
    people: dict[Id, choices.Force] = Field(default_factory=dict)
    """Who touches it, theirs or ours, and whether they drive it or hold it back."""
    value: Text | None = None
    """What the prospect gains by this step, whatever comes after."""
    done: Date | None = None
    """The day on which it was taken."""


class Homework(Record):
    """Something learned about what the prospect values, with its source."""

    learned: Text
    """What was learned."""
    source: Text = Field(alias="from")
    """What it was learned from: an interview, a report, a sales call."""
    who: Text | None = None
    """Whom it was learned from."""
    date: Date | None = None
    """When it was learned."""
    topic: Text | None = None
    """What it is about; entries of one topic are counted together, and one without is its own."""
    steps: Ids = Field(default=(), alias="for")
    """The steps of this plan that rest on it."""


class Metric(Record):
    """One number that shows whether the win comes nearer."""

    what: Text
    """What is counted."""
    target: Amount | None = None
    """The count that is wanted."""
    actual: Amount | None = None
    """The count today."""


class Practice(Record):
    """A best practice from outside, adapted rather than forced in."""

    source: Text = Field(alias="from")
    """Where it comes from."""
    adapted: Text | None = None
    """How it was adapted."""


class Prospect(OfProspect, Record):
    """A prospect's plan."""

    prospect: Text
    """The prospect's full name."""
    owner: Id | None = None
    """The member of our team who answers for it."""
    priority: choices.Priority = "B"
    """How much of our attention it gets; it sets the default cadence."""
    status: choices.ProspectStatus = "active"
    """Whether it is still to be won."""
    since: Date | None = None
    """Since when we follow it."""
    tags: Ids = ()
    """Words to group prospects by."""
    notes: Text | None = None
    """What everybody of ours must know."""
    win: Win | None = None
    """What is to be won, and by when."""
    voice: Id | None = None
    """The member of our team who speaks at C-level."""
    core_team: Ids = ()
    """The members of our team who carry it."""
    roles: dict[Id, Person] = Field(default_factory=dict)
    """Their people, each under an id."""
    ours: dict[Id, OwnPerson] = Field(default_factory=dict)
    """Our own people who touch it, each under an id."""
    steps: dict[Id, Step] = Field(default_factory=dict)
    """The way back from the win, each under an id."""
    homework: dict[Id, Homework] = Field(default_factory=dict)
    """What we learned, each under an id."""
    metrics: dict[Id, Metric] = Field(default_factory=dict)
    """The numbers, the most important first."""
    practices: dict[Id, Practice] = Field(default_factory=dict)
    """What we took from elsewhere."""
    review: Review = Field(default_factory=Review)
    """When the plan is reviewed."""
