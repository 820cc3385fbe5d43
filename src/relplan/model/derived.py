"""What follows from the fields of a record: for the models and for the light records alike."""

from datetime import date
from typing import Any

from relplan.model.durations import Duration


class OfPlan:
    """A client's plan."""

    @property
    def name(self: Any) -> str:
        """The client's name: plans and prospects are both called by `name`."""
        found: str = self.client
        return found


class OfProspect:
    """A prospect's plan."""

    @property
    def name(self: Any) -> str:
        """The prospect's name: plans and prospects are both called by `name`."""
        found: str = self.prospect
        return found


class OfCampaign:
    """A campaign."""

    @property
    def name(self: Any) -> str:
        """The proposition: what a campaign is called by."""
        found: str = self.proposition
        return found


class OfReview:
    """The reviews of a plan."""

    @property
    def last(self: Any) -> date | None:
        """The day of the latest review that took place."""
        return max(self.held, default=None)


class OfTouch:
    """A line of a log."""

    @property
    def counts(self: Any) -> bool:
        """True when this was a touch: it took place, was answered, and is no mere note of ours."""
        absent = self.planned or self.cancelled or not self.answered
        return not (absent or self.void or self.snooze or self.taken_over)

    @property
    def is_note(self: Any) -> bool:
        """True for a line about our own work: a snooze, a promise that another of ours took over."""
        return bool(self.snooze or self.taken_over)

    @property
    def names_somebody(self: Any) -> bool:
        """True unless nobody knows whom the line is about."""
        return bool(self.people or self.void)


class OfCadences:
    """The rhythms of a book."""

    def of(self, priority: str) -> Duration:
        """The cadence for a client of this priority."""
        found: Duration = getattr(self, priority)
        return found


class OfFmt:
    """What is tidied."""

    @property
    def empty(self: Any) -> bool:
        """True when nothing is opted into."""
        return not (self.sections or self.fields or self.indent)


DERIVED: dict[str, type] = {
    "Plan": OfPlan,
    "Prospect": OfProspect,
    "Campaign": OfCampaign,
    "Review": OfReview,
    "Touch": OfTouch,
    "Cadences": OfCadences,
    "Fmt": OfFmt,
}
"""By the name of the shape, where something follows from its fields."""
