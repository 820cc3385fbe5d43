"""RP506."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.silence import Silence, champions_silence
from relplan.clock import spoken
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Person, Plan
from relplan.rules.finding import Context, Finding
from relplan.rules.words import count


class SilentChampion:
    """Somebody who speaks for us, and with whom nobody spoke for twice the agreed time.

    **Why:** regularity is one of the two keys (relationship marketing in a professional firm). A
    mentor or supporter whom nobody rings is no mentor any more: they learn what they could tell us
    about somebody else's firm. Of people who decide or whose word counts, RP501 speaks.

    **Instead:** be in touch and log it; agree on another `cadence:`; or write the `stance:` that is
    left. `cadence: never`, a breathing period and a snooze are not asked about.

    Fails:

        roles:
          jane: {name: Jane Porter, role: decision-maker}
          raj: {name: Raj Patel, role: user, stance: mentor, cadence: 6w}
        # touches/acme.yaml
        - {date: 2026-08-12, with: [raj], by: ben, how: lunch}

    Passes:

        roles:
          jane: {name: Jane Porter, role: decision-maker}
          raj: {name: Raj Patel, role: user, stance: mentor, cadence: 6w}
        # touches/acme.yaml
        - {date: 2026-11-03, with: [raj], by: ben, how: lunch}
    """

    code = "RP506"
    name = "silent-champion"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Plan

    def check(self, plan: Plan, context: Context) -> Iterator[Finding]:
        """Each mentor or supporter, no key person, who is silent for twice their cadence."""
        if not context.log_is_whole:
            return
        for id_, person in plan.roles.items():
            found = champions_silence(id_, plan, context.touches, context.settings, context.today)
            if found is None:
                continue
            agreed = "agreed" if person.cadence else f"usual for priority {plan.priority}"
            yield Finding(
                f"{_said(person, found, context)}, where every {found.cadence} is {agreed}; be in"
                " touch, or write the `stance:` that is left",
                ("roles", id_),
            )


def _said(person: Person, found: Silence, context: Context) -> str:
    assert found.since.day is not None
    day, days = spoken(found.since.day, context.today), count(found.days, "day")
    if found.since.touch:
        return (
            f"{person.name} speaks for us ({person.stance}) and has heard nothing for {days},"
            f" since {day}"
        )
    return (
        f"{person.name} speaks for us ({person.stance}) and no touch is logged, {days} after {day}"
    )
