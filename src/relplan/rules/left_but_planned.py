"""RP412."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.contacts import is_here
from relplan.analysis.initiatives import is_open
from relplan.clock import spoken
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Initiative, Touch, Win
from relplan.rules.finding import Context, Finding
from relplan.rules.words import quoted


class LeftButPlanned:
    """Something planned for a person who has left.

    **Why:** the six steps begin with understanding where you are (the customer relationship plan in
    six steps); what is planned for somebody who is gone will not be done, or be done for nobody.

    **Instead:** take them out of `for:` and write who follows; cancel what was in the calendar with
    `cancelled: true`; name another `sponsor:` of the win. A person who left may well be a good
    contact at their new house: that is another plan.

    Fails:

        roles:
          jane: {name: Jane Porter, role: decision-maker}
          pete: {name: Pete Sandford, left: 2026-08-28}
        goals:
          board-early:
            goal: The board hears it before December
            initiatives:
              rehearsal: {what: Play the audit committee for an afternoon, for: [jane, pete]}

    Passes:

        roles:
          jane: {name: Jane Porter, role: decision-maker}
          pete: {name: Pete Sandford, left: 2026-08-28}
        goals:
          board-early:
            goal: The board hears it before December
            initiatives:
              rehearsal: {what: Play the audit committee for an afternoon, for: [jane]}
    """

    code = "RP412"
    name = "left-but-planned"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = (Initiative, Touch, Win)

    def check(self, planned: Initiative | Touch | Win, context: Context) -> Iterator[Finding]:
        """The open initiative, the planned touch or the win that counts on somebody who left."""
        roles = context.plan.roles if context.plan else {}
        for id_, said in _counts_on(planned):
            person = roles.get(id_)
            if person is None or person.left is None or is_here(person, context.today):
                continue
            left = f"{person.name} left on {spoken(person.left, context.today)}"
            yield Finding(f"{left}, and {said}", _place(planned, id_))


def _counts_on(planned: Initiative | Touch | Win) -> Iterator[tuple[str, str]]:
    """Each person who is counted on, with what is said when they are gone."""
    if isinstance(planned, Initiative):
        said = f"{quoted(planned.what)} is still for them; write who follows in `for:`"
        yield from ((one, said) for one in planned.people if is_open(planned))
    elif isinstance(planned, Touch):
        said = "this touch with them is still planned; add `cancelled: true`, or meet who follows"
        yield from ((one, said) for one in planned.people if planned.planned)
    elif planned.sponsor:
        yield (
            planned.sponsor,
            "the win still counts on them as its sponsor; name another `sponsor:`",
        )


def _place(planned: Initiative | Touch | Win, id_: str) -> tuple[str | int, ...]:
    if isinstance(planned, Win):
        return ("sponsor",)
    field = "for" if isinstance(planned, Initiative) else "with"
    return (field, planned.people.index(id_)) if len(planned.people) > 1 else (field,)
