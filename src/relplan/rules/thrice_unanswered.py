"""RP507."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.callbacks import THRICE, unanswered
from relplan.analysis.contacts import is_here, keeps_in_touch, snooze_of
from relplan.clock import spoken
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Person
from relplan.rules.finding import Context, Finding


class ThriceUnanswered:
    """A person who has not answered three times.

    **Why:** persistence is one of the two keys (relationship marketing in a professional firm): no
    answer after a few days, call back. But the same thing a fourth time is no persistence: after
    three the way, the caller or the aim is the wrong one, and somebody has to decide.

    **Instead:** ask the colleague who knows them best to try, or somebody of theirs what has
    happened; or let them rest with `cadence: never`, or a `snooze:` with its day.

    Fails:

        roles:
          jane: {name: Jane Porter, role: decision-maker}
        # touches/acme.yaml
        - {date: 2026-11-03, with: [jane], by: ben, how: call, answered: false}
        - {date: 2026-11-09, with: [jane], by: ben, how: call, answered: false}
        - {date: 2026-11-16, with: [jane], by: ben, how: email, answered: false}

    Passes:

        roles:
          jane: {name: Jane Porter, role: decision-maker}
        # touches/acme.yaml
        - {date: 2026-11-03, with: [jane], by: ben, how: call, answered: false}
        - {date: 2026-11-09, with: [jane], by: ben, how: call, answered: false}
        - {date: 2026-11-16, with: [jane], by: amara, how: call, note: "A new child, and no sleep"}
    """

    code = "RP507"
    name = "thrice-unanswered"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Person

    def check(self, person: Person, context: Context) -> Iterator[Finding]:
        """The person with three tries or more, on three days, since the last touch."""
        plan, today = context.plan, context.today
        if plan is None or not keeps_in_touch(plan) or not context.log_is_whole:
            return
        tries = unanswered(context.touches, context.id, today)
        if len(tries) < THRICE or person.cadence == "never" or not is_here(person, today):
            return
        snooze = snooze_of(context.touches, context.id, today)
        if snooze and snooze.snooze and snooze.snooze >= today:
            return
        days = [f"{one.how or 'a try'} on {spoken(one.date, today)}" for one in tries[-THRICE:]]
        last = ", ".join(days) if len(tries) == THRICE else f"lastly {', '.join(days)}"
        yield Finding(
            f"{person.name} has not answered {len(tries)} times ({last}); let a colleague try, ask"
            " somebody of theirs, or let them rest with `cadence: never`"
        )
