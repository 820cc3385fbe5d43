"""One client as the summary looks at it: its facts counted, and how grave they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from relplan.analysis.contacts import is_breathing, is_key, keeps_in_touch
from relplan.analysis.progress import Work
from relplan.analysis.touches import Contact
from relplan.reports.pack.source import Source
from relplan.rules.comparison import Compared

_LONG = 180
"""Days after which a person who matters and has no cadence counts as silent."""


@dataclass(frozen=True)
class Looked:
    """One client or prospect, the questions of its pack, and what changed."""

    made: Source
    questions: Sequence[str]
    compared: Compared

    @property
    def damaged(self) -> bool:
        """True for a damaged relationship."""
        return self.made.plan.status == "damaged"

    @property
    def listed(self) -> list[Contact]:
        """The contacts that have a due day."""
        return [one for one in self.made.facts.contacts if one.due]

    @property
    def overdue(self) -> list[Contact]:
        """The contacts whose due day is past."""
        return [one for one in self.made.facts.contacts if one.days_late > 0]

    @property
    def running(self) -> list[Work]:
        """The initiatives or steps that are open."""
        return [one for one in self.made.facts.work if one.is_open]

    @property
    def late(self) -> list[Work]:
        """Those of them that are late."""
        return [one for one in self.running if one.standing == "late"]

    @property
    def broken(self) -> int:
        """How many promises are broken."""
        return sum(one.state == "broken" for one in self.made.facts.promised)

    @property
    def waits(self) -> bool:
        """True when anything here is damaged, overdue, late, broken or asked."""
        return bool(
            self.damaged or self.overdue or self.late or self.broken or list(self.questions)
        )

    @property
    def gravity(self) -> tuple[object, ...]:
        """Sorts the gravest first; the order is total."""
        keys = len(list(self.silent()))
        return (
            not self.damaged,
            -self.broken,
            -len(self.late),
            -keys,
            self.made.plan.priority,
            -len(self.overdue),
            self.made.plan.name,
            self.made.id,
        )

    def silent(self) -> Iterator[Contact]:
        """Those without whom the client decides nothing, and who were not heard in time.

        Nobody in a breathing period: there silence is what was agreed.
        """
        if not keeps_in_touch(self.made.plan) or is_breathing(self.made.plan, self.made.today):
            return
        for one in self.made.facts.contacts:
            if is_key(one.person) and (one.days_late > 0 or self._forgotten(one)):
                yield one

    def _forgotten(self, one: Contact) -> bool:
        if one.cadence is not None:
            return False
        return one.last is None or (self.made.today - one.last.date).days > _LONG
