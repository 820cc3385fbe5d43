"""RP406."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.contacts import is_here, keeps_in_touch
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Plan
from relplan.rules.finding import Context, Finding

_ENOUGH = 4
_CRITICS = ("sceptic", "opponent")


class NoCritic:
    """A map on which nobody doubts us.

    **Why:** a plan analyses what is good and what is bad, and with whom (the customer relationship
    plan in six steps, step three). A true map has sceptics; one without is a map of the people who
    return our calls. It is asked where the stance of at least four people is written.

    **Instead:** ask a mentor who would rather have another firm, and write it down:
    `stance: sceptic`, with `known_by: told`.

    Fails:

        roles:
          jane: {name: Jane Porter, stance: supporter}
          raj: {name: Raj Patel, stance: mentor}
          dawn: {name: Dawn Hill, stance: supporter}
          mick: {name: Mick Shaw, stance: neutral}

    Passes:

        roles:
          jane: {name: Jane Porter, stance: supporter}
          raj: {name: Raj Patel, stance: mentor}
          dawn: {name: Dawn Hill, stance: supporter}
          mick: {name: Mick Shaw, stance: sceptic}
    """

    code = "RP406"
    name = "no-critic"
    severity: ClassVar[Severity] = "advice"
    profile: ClassVar[Profile] = "team"
    target = Plan

    def check(self, plan: Plan, context: Context) -> Iterator[Finding]:
        """The plan with the stances of four people or more, none of them a critic's."""
        stances = [
            one.stance for one in plan.roles.values() if one.stance and is_here(one, context.today)
        ]
        if not keeps_in_touch(plan) or len(stances) < _ENOUGH:
            return
        if not any(one in _CRITICS for one in stances):
            yield Finding(
                f"none of the {len(stances)} people here doubts us; ask who would rather have"
                " another firm, and write `stance: sceptic` or `opponent`",
                ("roles",),
            )
