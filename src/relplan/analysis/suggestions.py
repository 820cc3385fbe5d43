"""Which ideas suit a plan: for each weakness and the people whom it concerns."""

from typing import TYPE_CHECKING

from relplan.judgement.ideas import Idea, Situation, ideas_for

if TYPE_CHECKING:
    from relplan.model.plan import Initiative, Plan
    from relplan.model.prospect import Prospect


def ideas_for_plan(plan: "Plan", count: int) -> dict[str, tuple[Idea, ...]]:
    """So many ideas for each weakness of the plan, none twice; for the people where none is named."""
    given: list[str] = []
    chosen: dict[str, tuple[Idea, ...]] = {}
    for weakness in plan.weaknesses.values():
        roles = _roles_for(weakness.text, plan)
        found = ideas_for(Situation(weakness.text, roles, (weakness.text,)), count, given)
        given += [idea.id for idea in found]
        chosen[weakness.text] = found
    if not chosen:
        roles = tuple(dict.fromkeys(p.role for p in plan.roles.values() if p.role and not p.left))
        chosen[f"the people of {plan.client}"] = ideas_for(Situation(plan.client, roles), count)
    return chosen


def ideas_for_initiative(
    initiative: "Initiative", plan: "Plan | Prospect | None", count: int = 3
) -> tuple[Idea, ...]:
    """Ideas for an initiative's act and the people it is for."""
    people = [
        plan.roles[one] for one in initiative.people if plan is not None and one in plan.roles
    ]
    roles = tuple(dict.fromkeys(person.role for person in people if person.role))
    return ideas_for(Situation(initiative.what, roles), count)


def another_way(initiative: "Initiative", plan: "Plan | Prospect | None") -> str:
    """The idea that fits an initiative best, as the end of a sentence, with what it costs."""
    [idea] = ideas_for_initiative(initiative, plan, 1)
    return f"{idea.what[0].lower()}{idea.what[1:]} ({idea.costs})"


def _roles_for(text: str, plan: "Plan") -> tuple[str, ...]:
    """The roles of the people whose name, title or department the weakness mentions; else all."""
    words = text.casefold()
    named = [
        person.role
        for person in plan.roles.values()
        if person.role
        and any(part and part.casefold() in words for part in (*person.name.split(), person.title))
    ]
    return tuple(dict.fromkeys(named))
