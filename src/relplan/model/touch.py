"""A touch: one line in a client's log."""

from typing import Any, ClassVar

from pydantic import Field, TypeAdapter, model_validator
from pydantic_core import PydanticCustomError

from relplan.model import choices
from relplan.model.derived import OfTouch
from relplan.model.fields import Amount, Date, Flag, Id, Ids, Money, Text
from relplan.model.record import Record


class Promise(Record):
    """Something we said we would do."""

    what: Text
    """What was promised."""
    by: Date
    """The day by which it is kept."""


class Touch(OfTouch, Record):
    """Something that happened, or was tried, between our people and theirs (domain.md 3)."""

    date: Date
    """The day on which it happened."""
    people: Ids = Field(default=(), alias="with")
    """Their people who took part."""
    by: Id
    """The member of our team who was there."""
    how: choices.How | None = None
    """By which channel."""
    note: Text | None = None
    """What was said."""
    learned: Text | None = None
    """What we now know about them that we did not know before."""
    initiative: Id | None = Field(default=None, alias="for")
    """The initiative that this was part of."""
    hours: Amount | None = None
    """Unpaid hours that it took us."""
    cost: Money | None = None
    """What we spent on it."""
    answered: Flag = True
    """False when nobody answered: then it does not count as a touch."""
    planned: Flag = False
    """True while it is only in the calendar."""
    cancelled: Flag = False
    """True when it did not take place after all, or was declined."""
    promise: Promise | None = None
    """What we promised."""
    kept: Text | None = None
    """The promise that this keeps, in the words in which it was made."""
    taken_over: Text | None = None
    """The open promise that `by` keeps from now on, to these people, in its words."""
    snooze: Date | None = None
    """Not before this day: until then nobody is asked to get in touch with these people."""
    void: Text | None = None
    """Strikes an earlier line: its date and person, such as `2026-11-03 jane`."""

    strikes: ClassVar[str] = "`void` names a line by its date and person, such as 2026-11-03 jane"

    @model_validator(mode="after")
    def _says_with_whom(self) -> "Touch":
        if not self.names_somebody:
            raise PydanticCustomError("relplan_missing", "with", {"field": "with"})
        return self


TOUCHES: TypeAdapter[tuple[Touch, ...]] = TypeAdapter(tuple[Touch, ...])
"""The shape of a whole log: a list of touches."""


def touch(fields: dict[str, Any]) -> Touch:
    """The touch that these written fields make; pydantic's ValidationError when they do not."""
    return Touch.model_validate(fields)
