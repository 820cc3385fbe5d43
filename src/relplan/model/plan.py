"""A client's plan in the six steps (domain.md 2): roles, analysis, goals, initiatives, review."""

from typing import ClassVar

from pydantic import Field

from relplan.model import choices
from relplan.model.derived import OfPlan, OfReview
from relplan.model.fields import Amount, Date, Duration, Id, Ids, Text, Texts
from relplan.model.person import Person
from relplan.model.record import Record


class Value(Record):
    """Something the client values, in their own words."""

    short_form: ClassVar[str | None] = "text"

    text: Text
    """What they value, in their words."""
    known_by: Text | None = None
    """How we know: an interview, a remark, a report of theirs."""
    as_of: Date | None = None
    """When we last heard it."""


class Strength(Record):
    """Something that is good in the relationship."""

    short_form: ClassVar[str | None] = "text"

    text: Text
    """What is good, as the client would say it."""
    evidence: Text | None = None
    """What shows it."""


class Weakness(Record):
    """Something that is missing or wrong in the relationship; a goal answers it."""

    short_form: ClassVar[str | None] = "text"

    text: Text
    """What is missing or wrong."""
    evidence: Text | None = None
    """What shows it."""


class Measure(Record):
    """How a goal is measured."""

    what: Text
    """What is counted."""
    target: Amount
    """The count at which the goal is met."""
    actual: Amount | None = None
    """The count today."""


class Initiative(Record):
    """What somebody will do for the client, by when (domain.md 1 and 2)."""

    short_form: ClassVar[str | None] = "what"

    what: Text
    """What will be done, in enough detail to be done."""
    owner: Id | None = None
    """The member of our team who answers for it."""
    by: Date | None = None
    """The day by which it is done."""
    people: Ids = Field(default=(), alias="for")
    """The people of this plan for whom it is done."""
    invests: Text | None = None
    """What we give: time or means of our own, unpaid."""
    learns: Text | None = None
    """What we come to know about the client by doing it."""
    illustrates: Text | None = None
    """What the client sees or keeps, so that we show and do not assert."""
    status: choices.InitiativeStatus = "planned"
    """Where it stands."""
    hours: Amount | None = None
    """The unpaid hours it is expected to take."""
    done: Date | None = None
    """The day on which it was done."""
    result: Text | None = None
    """What came of it."""


class Goal(Record):
    """Where the relationship shall be, and the initiatives that bring it there."""

    short_form: ClassVar[str | None] = "goal"

    goal: Text
    """What will be true, as the client would notice it."""
    answers: Ids = ()
    """The weaknesses of this plan that it answers."""
    by: Date | None = None
    """The day by which it is reached."""
    measure: Measure | None = None
    """How it is measured."""
    initiatives: dict[Id, Initiative] = Field(default_factory=dict)
    """What will be done for it, each under an id."""


class Decision(Record):
    """Something decided in a review."""

    short_form: ClassVar[str | None] = "what"

    what: Text
    """What was decided."""
    owner: Id | None = None
    """The member of our team who does it."""
    by: Date | None = None
    """The day by which it is done."""


class HeldReview(Record):
    """A review that took place."""

    people: Ids = Field(default=(), alias="with")
    """The people of this plan who were present."""
    ours: Ids = ()
    """The members of our team who were present."""
    decided: tuple[Decision, ...] = ()
    """What was decided."""
    note: Text | None = None
    """What else to remember."""


class Review(OfReview, Record):
    """The schedule of reviews and what they decided (domain.md 2, step six)."""

    short_form: ClassVar[str | None] = "every"

    every: Duration | None = None
    """How often; without it the book's `review` decides."""
    next: Date | None = None
    """The day of the next review."""
    held: dict[Date, HeldReview] = Field(default_factory=dict)
    """The reviews that took place, each under its day."""


class Repair(Record):
    """The way back from a damaged relationship (domain.md 3)."""

    began: Date
    """The day on which the repair began."""
    what: Text | None = None
    """What happened."""
    lead: Id | None = None
    """The member of our team who leads the repair; else the client's owner."""
    our_faults: Texts = ()
    """What we did wrong, owned in plain words."""
    step: choices.RepairStep = "finish"
    """Where we are: finish the task, breathe, break the ice, ask, go forward."""
    until: Date | None = None
    """The last day of the breathing period, in which nobody calls."""
    corrected: Text | None = None
    """What was finished, and how the wrong was corrected."""
    answer: Text | None = None
    """What they answered to the question what we could have done differently."""
    taken: dict[choices.RepairStep, Date] = Field(default_factory=dict)
    """The steps that are behind us, each with its day."""
    ended: Date | None = None
    """The day on which the relationship was an ordinary one again."""


class Plan(OfPlan, Record):
    """A client's relationship plan."""

    client: Text
    """The client's full name."""
    owner: Id | None = None
    """The member of our team who answers for the client's well-being."""
    priority: choices.Priority
    """How much of our attention the client gets; it sets the default cadence."""
    status: choices.Status = "active"
    """How the relationship stands; `dormant` and `former` clients are not listed as due."""
    since: Date | None = None
    """Since when they are a client: the first date that counts while no touch is logged."""
    team: Ids = ()
    """The members of our team who work with them, besides the owner."""
    tags: Ids = ()
    """Words to group clients by."""
    notes: Text | None = None
    """What everybody of ours must know."""
    current_work: Texts = ()
    """The paid work in hand; an initiative must go beyond it."""
    values: dict[Id, Value] = Field(default_factory=dict)
    """What they value, in their words, each under an id."""
    roles: dict[Id, Person] = Field(default_factory=dict)
    """Their people, each under an id."""
    strengths: dict[Id, Strength] = Field(default_factory=dict)
    """What is good, each under an id."""
    weaknesses: dict[Id, Weakness] = Field(default_factory=dict)
    """What is missing or wrong, each under an id."""
    goals: dict[Id, Goal] = Field(default_factory=dict)
    """Where the relationship shall be, each under an id."""
    review: Review = Field(default_factory=Review)
    """When the plan is reviewed, and what was decided."""
    repair: Repair | None = None
    """The repair, while the status is `damaged`; kept afterwards, with the day it ended."""
    won: Text | None = None
    """How they were won: the parts of the prospect's plan that have no place here, as written."""
