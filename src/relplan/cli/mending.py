"""What `relplan repair` asks, checks and says around a change of the plan."""

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from relplan.cli.lines import typed_coming_day
from relplan.errors import Refused, WrongUse
from relplan.reports.safe import safe

if TYPE_CHECKING:
    from relplan.analysis.repair_track import Scene
    from relplan.cli.plans import Work
    from relplan.files.book import Loaded
    from relplan.model.plan import Plan
    from relplan.reports.repair import Told

_STEP_OF = {"--corrected": "finish", "--until": "breathe", "--answer": "ask"}


def asked(what: str | None, faults: Sequence[str] | None) -> tuple[str, list[str]]:
    """What happened and our faults: as typed, else asked for on a terminal, else WrongUse."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        if not what or not faults:
            raise WrongUse(
                "a repair begins with what happened and what we did wrong: --what TEXT --fault TEXT"
            )
        return what, list(faults)
    import typer

    said = what or typer.prompt("What happened, in a sentence")
    owned = list(faults or [])
    while not owned or (not faults and typer.confirm("Another fault of ours?", default=False)):
        owned.append(typer.prompt("What did we do wrong, in plain words"))
    return said, owned


def refuse_blame(here: "Work") -> None:
    """Refused when a fault that the draft owns is really the client's."""
    from relplan.analysis.repair import named
    from relplan.judgement.remorse import their_fault

    loaded = here.draft.checked()
    plan = loaded.book.plans[here.client]
    for fault in plan.repair.our_faults if plan.repair else ():
        words = their_fault(fault, named(plan, loaded.book.settings))
        if words:
            raise Refused(
                f"“{fault}” points out their fault (“{words}”); own what we did, or leave it out;"
                " nothing was changed"
            )


def step_of(here: "Work") -> str:
    """The step of the repair that goes on; Refused where none does."""
    plan = here.loaded.book.plans.get(here.client)
    if plan is None or plan.repair is None or plan.repair.ended or plan.status != "damaged":
        raise Refused(
            f"{here.client} is not under repair; begin one with: relplan repair start"
            f" {here.client} --what … --fault …; nothing was changed"
        )
    return plan.repair.step


def refuse_at(step: str, typed: Mapping[str, str | None]) -> None:
    """WrongUse for an option that belongs to another step."""
    for option, value in typed.items():
        of = _STEP_OF[option]
        fits = step == of or (option == "--until" and step == "finish")
        if value is not None and not fits:
            raise WrongUse(f"{option} is for the step `{of}`, and the repair is at `{step}`")


def add_faults(here: "Work", faults: Sequence[str]) -> None:
    """Add faults to those that are owned already."""
    from relplan.files.put import put

    for fault in faults:
        if here.written(("repair", "our_faults")):
            here.draft.append_item(here.path, ["repair", "our_faults"], fault)
        else:
            put(here.draft, here.path, ("repair", "our_faults"), [fault])
    if faults:
        refuse_blame(here)


def peace(here: "Work", step: str, typed: str | None) -> str | None:
    """The last day of the breathing period: as typed; two weeks on where the step begins it."""
    from relplan.analysis.repair_track import PEACE

    if typed is not None:
        return typed_coming_day("--until", typed, here.today).isoformat()
    return (here.today + PEACE).isoformat() if step == "finish" else None


def next_step(here: "Work", step: str) -> str | None:
    """The step after this one, None after the last; Refused while something is missing."""
    from relplan.analysis.repair_track import STEPS, missing

    lacking = missing(_scene(here.draft.checked(), here.client, here.today))
    if lacking:
        raise Refused(f"{here.client} stays at `{step}`: {lacking}; nothing was changed")
    at = STEPS.index(step) + 1
    return STEPS[at] if at < len(STEPS) else None


def tell_old(plan: "Plan | None", today: date) -> None:
    """Say on stderr that a repair which had ended is no longer written."""
    from relplan.clock import spoken

    if plan is not None and plan.repair is not None and plan.repair.ended:
        ended = spoken(plan.repair.ended, today)
        sys.stdout.flush()
        print(
            f"relplan: the repair that ended on {ended} stood here; git keeps it", file=sys.stderr
        )


def tell_next(here: "Work") -> None:
    """Say on stderr where the repair is now, and what is next."""
    from relplan.reports.repair import next_of

    found = told(here.draft.checked(), here.client, here.today)
    assert found is not None
    sys.stdout.flush()
    if found.scene.repair.ended:
        said = f"{here.client} is active again; the usual rhythm holds"
    else:
        said = f"{here.client} is at `{found.scene.repair.step}`: {next_of(found)}"
    print(f"relplan: {safe(said)}", file=sys.stderr)


def told(loaded: "Loaded", id_: str, today: date) -> "Told | None":
    """The client's repair, ended or not; None for a client that never had one."""
    from relplan.reports.repair import Told

    plan = loaded.book.plans.get(id_)
    if plan is None or plan.repair is None:
        return None
    return Told(id_, _scene(loaded, id_, today))


def _scene(loaded: "Loaded", id_: str, today: date) -> "Scene":
    from relplan.analysis.contacts import Log, in_force
    from relplan.analysis.repair_track import Scene
    from relplan.analysis.working_days import working_days

    plan, settings = loaded.book.plans[id_], loaded.book.settings
    assert plan.repair is not None
    lines = in_force(loaded.book.touches.get(id_, ()))
    log = Log(lines, today, working_days(settings.calendar))
    return Scene(plan, plan.repair, settings, log)
