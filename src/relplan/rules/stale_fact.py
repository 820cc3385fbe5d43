"""RP408."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.contacts import is_here, is_key, keeps_in_touch
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.durations import Duration
from relplan.model.kinds import Person, Value
from relplan.rules.finding import Context, Finding
from relplan.rules.words import ago, quoted

_FRESH = Duration(1, "y")


class StaleFact:
    """A fact that was last known to be right more than a year ago.

    **Why:** understand where you are, before anything else (the customer relationship plan in six
    steps, step one), and review and adapt (step six). People change their work and their minds; a
    plan whose facts are old plans for a client who is no longer there.

    **Instead:** ask again, mend what has changed, and set `as_of:` to that day. It is asked of
    people who decide or whose word counts, and of what the client values.

    Fails:

        roles:
          jane: {name: Jane Porter, role: decision-maker, as_of: 2025-03-01}

    Passes:

        roles:
          jane: {name: Jane Porter, role: decision-maker, as_of: 2026-09-12}
    """

    code = "RP408"
    name = "stale-fact"
    severity: ClassVar[Severity] = "advice"
    profile: ClassVar[Profile] = "team"
    target = (Person, Value)

    def check(self, fact: Person | Value, context: Context) -> Iterator[Finding]:
        """The key person, or the value, whose `as_of` is older than a year."""
        day, plan = fact.as_of, context.plan
        if day is None or plan is None or not keeps_in_touch(plan):
            return
        if _FRESH.after(day) >= context.today:
            return
        if isinstance(fact, Value):
            said = f"{quoted(fact.text)} was last heard on {ago(day, context.today)}"
        elif is_key(fact) and is_here(fact, context.today):
            said = (
                f"what is written about {fact.name} was last known to be right on"
                f" {ago(day, context.today)}"
            )
        else:
            return
        yield Finding(f"{said}; ask again, mend what has changed, and set `as_of:`", ("as_of",))
