"""RP802."""

from collections.abc import Iterator
from typing import ClassVar

from relplan.analysis.win import Break, breaks
from relplan.clock import spoken
from relplan.diagnostics import Severity
from relplan.model.choices import Profile
from relplan.model.kinds import Prospect
from relplan.rules.finding import Context, Finding
from relplan.rules.words import quoted


class BrokenChain:
    """Steps that do not lead from today to the win.

    **Why:** envision the win, backtrack and map every step (domain.md 4, value-based prospect
    relationship marketing). A chain that has a loose end, a circle, or a day after its own win is a
    list.

    **Instead:** begin at the win and ask of each step what must be true before it; write that in
    `needs:`. Steps that name no `needs` at all are taken as the chain that their order is, the last
    step first.

    Fails:

        # prospects/contoso.yaml
        prospect: Contoso Foods
        win: {what: They ask us to run the programme, by: 2027-09-30}
        steps:
          board-hears: {what: The board hears the result, needs: pilot-runs}
          pilot-runs: {what: Barnsley runs the pilot}
          lunch: {what: We had lunch with the chair}

    Passes:

        # prospects/contoso.yaml
        prospect: Contoso Foods
        win: {what: They ask us to run the programme, by: 2027-09-30}
        steps:
          board-hears: {what: The board hears the result, needs: pilot-runs}
          pilot-runs: {what: Barnsley runs the pilot}
    """

    code = "RP802"
    name = "broken-chain"
    severity: ClassVar[Severity] = "warning"
    profile: ClassVar[Profile] = "team"
    target = Prospect

    def check(self, prospect: Prospect, context: Context) -> Iterator[Finding]:
        """Each place at which the way back from the win is broken."""
        for one in breaks(prospect, context.today):
            if one.kind == "no steps":
                yield Finding(
                    "no step leads to the win; write under `steps:` what must be true just before it,"
                    " and before that, back to today",
                    ("win",),
                )
            elif one.kind == "loose":
                yield Finding(
                    f"nothing needs {quoted(prospect.steps[one.step].what)}; add {one.step} to the"
                    " `needs:` of the step that it makes possible, or remove it",
                    ("steps", one.step),
                )
            elif one.kind == "circle":
                way = f", by way of {', '.join(one.others)}" if one.others else ""
                yield Finding(
                    f"the step {one.step} needs itself{way}; take out of `needs:` what comes later",
                    ("steps", one.step, "needs"),
                )
            else:
                yield Finding(_untimely(one, prospect, context), ("steps", one.step, "by"))


def _untimely(one: Break, prospect: Prospect, context: Context) -> str:
    step, win = prospect.steps[one.step], prospect.win
    assert step.by is not None
    by = spoken(step.by, context.today)
    if one.kind == "after the win" and win:
        return (
            f"{quoted(step.what)} comes by {by}, after the win itself,"
            f" {spoken(win.by, context.today)}; move one of the two"
        )
    before = prospect.steps[one.others[0]]
    assert before.by is not None
    return (
        f"{quoted(step.what)} comes by {by} and needs {quoted(before.what)}, which comes by"
        f" {spoken(before.by, context.today)}; move one of the two"
    )
