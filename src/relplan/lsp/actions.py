"""What an editor offers to do about a finding: the right word, a silence with its reason, an idea."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Literal, NamedTuple

from relplan.analysis.suggestions import ideas_for_initiative
from relplan.diagnostics import Diagnostic
from relplan.errors import RelplanError
from relplan.files.draft import Draft
from relplan.files.put import put
from relplan.lsp.desk import Desk
from relplan.lsp.edits import Edit, edits_of
from relplan.rules.fixing import can_mend, mend
from relplan.rules.ignoring import add_ignores

_SELLS = ("sales-plan-initiative", "vague-initiative", "undecided-initiative")
_INITIATIVE = re.compile(r"goals\.([^.]+)\.initiatives\.([^.]+)")
_IDEAS = 3


class Action(NamedTuple):
    """Something that can be done: its title, its edits, and the finding that it ends."""

    title: str
    edits: tuple[Edit, ...]
    mends: Diagnostic | None
    sure: bool = False
    kind: Literal["quickfix", "source.fixAll"] = "quickfix"


def actions(desk: Desk, path: str, found: Iterable[Diagnostic]) -> Iterator[Action]:
    """What can be done about these findings of a file, the surest first for each."""
    for one in found:
        if one.instead is not None and (done := _mended(desk, [one])):
            yield Action(f"write `{one.instead.text}`", done, one, sure=one.instead.sure)
        yield from _investments(desk, path, one)
        if done := _silenced(desk, one):
            title = f"silence {one.code} ({one.name}) here, and write the reason behind it"
            yield Action(title, done, one)


def fix_all(desk: Desk, found: Iterable[Diagnostic]) -> Action | None:
    """All words of a file put right of which nothing else can be meant; None where there is none."""
    sure = [one for one in found if can_mend(one, unsafe=False)]
    done = _mended(desk, sure) if sure else ()
    title = "put right what relplan lint --fix would"
    return Action(title, done, None, sure=True, kind="source.fixAll") if done else None


def _mended(desk: Desk, found: list[Diagnostic]) -> tuple[Edit, ...]:
    return _drafted(
        desk, lambda draft: mend(draft, found, desk.loaded.documents, unsafe=len(found) == 1)
    )


def _silenced(desk: Desk, one: Diagnostic) -> tuple[Edit, ...]:
    # Without a reason: the comment is told to need one until somebody writes it.
    return _drafted(desk, lambda draft: add_ignores(draft, [one], desk.loaded.documents, ""))


def _investments(desk: Desk, path: str, one: Diagnostic) -> Iterator[Action]:
    """The judge's ideas in the place of an initiative that sells or says nothing."""
    where = _INITIATIVE.match(one.item)
    plan = desk.loaded.book.plans.get(path.partition("/")[2].removesuffix(".yaml"))
    if one.name not in _SELLS or where is None or plan is None or not path.startswith("clients/"):
        return
    goal = plan.goals.get(where[1])
    initiative = goal.initiatives.get(where[2]) if goal else None
    if initiative is None:
        return
    place = ("goals", where[1], "initiatives", where[2], "what")
    for idea in ideas_for_initiative(initiative, plan, _IDEAS):
        words = f"{idea.what} ({idea.costs})"
        done = _drafted(desk, partial(put, path=path, where=place, value=words))
        if done:
            yield Action(f"turn it into an investment: {words}", done, one)


def _drafted(desk: Desk, change: Callable[[Draft], object]) -> tuple[Edit, ...]:
    """The edits of a change; none where it is refused."""
    draft = Draft(desk.loaded)
    try:
        change(draft)
        draft.checked()
    except RelplanError:
        return ()
    return tuple(edits_of(draft))
