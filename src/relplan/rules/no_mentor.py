"""RP410."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.contacts import is_here
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Plan
from relplan.rules.finding import Context, Finding

_ENOUGH = 3


class NoMentor:
    """A client of priority A in whose house nobody tells us the truth.

    **Why:** with whom is the third dimension of a plan (the customer relationship plan in six
    steps, steps two and three). A mentor tells us what the others are too polite to say; without
    one we learn of a loss when it is announced. It is asked where the stance of at least three
    people is written.

    **Instead:** somebody with `stance: mentor` or `role: coach` is enough. Ask yourself who would
    warn us, and plan an initiative that earns it.

    Fails:

        priority: A
        roles:
          jane: {name: Jane Porter, role: decision-maker, stance: supporter}
          raj: {name: Raj Patel, stance: neutral}
          dawn: {name: Dawn Hill, stance: sceptic}

    Passes:

        priority: A
        roles:
          jane: {name: Jane Porter, role: decision-maker, stance: supporter}
          raj: {name: Raj Patel, stance: mentor}
          dawn: {name: Dawn Hill, stance: sceptic}
    """

    code = "RP410"
    name = "no-mentor"
    severity: ClassVar[Severity] = "advice"
    profile: ClassVar[Profile] = "strict"
    target = Plan

    def check(self, plan: Plan, context: Context) -> Iterator[Finding]:
        """The active client of priority A with three stances or more, none of them a mentor's."""
        here = [one for one in plan.roles.values() if is_here(one, context.today)]
        known = [one for one in here if one.stance]
        if plan.priority != "A" or plan.status != "active" or len(known) < _ENOUGH:
            return
        if not any(one.stance == "mentor" or one.role == "coach" for one in here):
            yield Finding(
                f"nobody at {plan.client} is a mentor, who tells us what others do not say; plan an"
                " initiative that earns one, or write `stance: mentor` of who is",
                ("roles",),
            )
