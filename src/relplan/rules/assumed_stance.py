"""RP407."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.contacts import is_here, is_key, keeps_in_touch
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Person
from relplan.rules.finding import Context, Finding


class AssumedStance:
    """A person who decides, and of whom we only assume how they stand to us.

    **Why:** planning where to be before knowing where you are leads nowhere (the customer
    relationship plan in six steps, step one). A guess about somebody who decides carries all that
    is built on it.

    **Instead:** meet them, or ask somebody who knows; then write `known_by: met` or `told`. Where
    nothing is known, leave `stance:` away.

    Fails:

        roles:
          jane: {name: Jane Porter, role: decision-maker, stance: supporter, known_by: assumed}

    Passes:

        roles:
          jane: {name: Jane Porter, role: decision-maker, stance: supporter, known_by: told}
    """

    code = "RP407"
    name = "assumed-stance"
    severity: ClassVar[Severity] = "advice"
    profile: ClassVar[Profile] = "team"
    target = Person

    def check(self, person: Person, context: Context) -> Iterator[Finding]:
        """The key person, still there, with a stance that is assumed."""
        plan = context.plan
        wanted = is_key(person) and is_here(person, context.today)
        if plan is None or not keeps_in_touch(plan) or not wanted:
            return
        if person.stance and person.known_by == "assumed":
            part = person.role or "high influence"
            yield Finding(
                f"{person.name} ({part}) is only assumed to be {_a(person.stance)}; meet them or ask"
                " somebody who knows, then write `known_by: met` or `told`",
                ("known_by",),
            )


def _a(stance: str) -> str:
    return stance if stance == "neutral" else f"{'an' if stance == 'opponent' else 'a'} {stance}"
