"""RP501."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.silence import Silence, silence_of
from relplan.clock import spoken
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Plan
from relplan.rules.finding import Context, Finding
from relplan.rules.words import count


class SilentKeyPerson:
    """A person who decides, and with whom nobody spoke for twice the agreed time.

    **Why:** regularity is one of the two keys (relationship marketing in a professional firm: a
    schedule per contact, followed through). `due` lists them from the first day; after twice the
    cadence it is no lapse any more but the state of the relationship.

    **Instead:** be in touch and log it; agree on another `cadence:`; or snooze with a reason.
    People who left, `cadence: never`, a breathing period and a snooze are not asked about; of people
    who did not answer three times RP507 speaks.

    Fails:

        roles:
          jane: {name: Jane Porter, role: decision-maker, cadence: 6w}
        # touches/acme.yaml
        - {date: 2026-08-12, with: [jane], by: ben, how: lunch}

    Passes:

        roles:
          jane: {name: Jane Porter, role: decision-maker, cadence: 6w}
        # touches/acme.yaml
        - {date: 2026-11-03, with: [jane], by: ben, how: lunch}
    """

    code = "RP501"
    name = "silent-key-person"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Plan

    def check(self, plan: Plan, context: Context) -> Iterator[Finding]:
        """Each key person whose silence is longer than twice their cadence."""
        if not context.log_is_whole:
            return
        for id_ in plan.roles:
            silence = silence_of(id_, plan, context.touches, context.settings, context.today)
            if silence is not None:
                yield Finding(_message(plan, id_, silence, context), ("roles", id_))


def _message(plan: Plan, id_: str, silence: Silence, context: Context) -> str:
    person = plan.roles[id_]
    part = person.role or "high influence"
    last = silence.since.touch
    days = count(silence.days, "day")
    assert silence.since.day is not None
    day = spoken(silence.since.day, context.today)
    if last is not None:
        how = last.how if last.how not in (None, "other") else "the last touch"
        said = f"{person.name} ({part}) has heard nothing for {days}, since {how} on {day}"
    else:
        said = f"no touch with {person.name} ({part}) is logged, {days} after {day}"
    every = f"every {silence.cadence}"
    if person.cadence is None:
        usual = f"{every} is usual for priority {plan.priority}"
        return f"{said}, where {usual}; be in touch, or give them a `cadence:` of their own"
    return (
        f"{said}, where {every} is agreed; be in touch, or change `cadence:` to what you mean to do"
    )
