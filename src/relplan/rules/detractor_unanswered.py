"""RP803."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.win import Detractor, detractors, is_sought
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Prospect
from relplan.rules.finding import Context, Finding
from relplan.rules.words import quoted


class DetractorUnanswered:
    """Somebody who holds the win back, and nothing that meets them.

    **Why:** each person who touches the win is a propellent or a detractor, and politics trumps
    strategy unless the motives of detractors are understood and met (domain.md 4, value-based prospect
    relationship marketing).

    **Instead:** of ours: `motive:` and `answer:` under `ours:`. Of theirs: write in `notes:` why they
    hold it back, and a step or homework that meets them; anything in the plan that speaks of them by
    name is enough.

    Fails:

        # prospects/contoso.yaml
        prospect: Contoso Foods
        win: {what: They ask us to run the programme, by: 2027-09-30}
        ours:
          marcus: {name: Marcus Hale, force: detractor, motive: fears unpaid hours}

    Passes:

        # prospects/contoso.yaml
        prospect: Contoso Foods
        win: {what: They ask us to run the programme, by: 2027-09-30}
        ours:
          marcus: {name: Marcus Hale, force: detractor, motive: fears unpaid hours, answer: a cap of 40 hours}
    """

    code = "RP803"
    name = "detractor-unanswered"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Prospect

    def check(self, prospect: Prospect, context: Context) -> Iterator[Finding]:
        """Each detractor of ours or theirs whom nothing meets."""
        if not is_sought(prospect):
            return
        for one in detractors(prospect, context.settings, context.today):
            if one.side == "team":
                place: tuple[str, ...] = ("steps", one.step or "", "people", one.id)
            else:
                place = (one.side, one.id)
            yield Finding(_said(one, prospect), place)


def _said(one: Detractor, prospect: Prospect) -> str:
    held = quoted(prospect.steps[one.step].what) if one.step else "the win"
    if one.side == "roles":
        return (
            f"{one.name} holds back {held}, and nothing here says why; write it in their `notes:`,"
            " and a step or homework that meets them"
        )
    if one.side == "team":
        return (
            f"{one.name} holds back {held}, and nothing here says why; add them under `ours:` with"
            " `motive:` and `answer:`"
        )
    motive = prospect.ours[one.id].motive
    if motive:
        return f"{one.name} holds back {held} ({quoted(motive)}); add as `answer:` what meets that"
    return f"{one.name} holds back {held}; add as `motive:` why, and as `answer:` what meets it"
