"""RP403."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.contacts import is_here, is_key, keeps_in_touch
from relplan.analysis.initiatives import people_in_hand
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Person, Plan
from relplan.rules.finding import Context, Finding


class PersonWithoutTie:
    """A person who matters and to whom nobody of ours has a tie.

    **Why:** coverage is part of the analysis (the customer relationship plan in six steps, step
    three), and clients are divided among us so that somebody answers for each (relationship
    marketing in a professional firm). It is asked for decision-makers, approvers and people of high
    influence only.

    **Instead:** name the member who keeps the tie, or will, as `ours:`; or plan an initiative with
    the person in `for:`; or write `cadence: never` when nobody shall.

    Fails:

        roles:
          viv: {name: Vivienne Marlow, role: approver, influence: high}

    Passes:

        roles:
          viv: {name: Vivienne Marlow, role: approver, influence: high, ours: amara, tie: none}
    """

    code = "RP403"
    name = "person-without-tie"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Person

    def check(self, person: Person, context: Context) -> Iterator[Finding]:
        """The key person of a client, with no `ours`, no tie and no open initiative."""
        plan = context.plan
        if not isinstance(plan, Plan) or not keeps_in_touch(plan) or person.ours:
            return
        wanted = is_key(person) and is_here(person, context.today) and person.cadence != "never"
        tied = person.tie not in (None, "none") or context.id in people_in_hand(plan)
        if wanted and not tied:
            part = person.role or "high influence"
            yield Finding(
                f"nobody of ours has a tie with {person.name} ({part}); add `ours:` with the"
                " member who keeps it, or plan an initiative for them",
                ("ours",),
            )
