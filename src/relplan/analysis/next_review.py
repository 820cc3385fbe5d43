"""When a plan is reviewed again (domain.md 2, step six: a fixed schedule)."""

from datetime import date
from typing import TYPE_CHECKING

from relplan.analysis.working_days import working_days

if TYPE_CHECKING:
    from relplan.model.plan import Plan
    from relplan.model.prospect import Prospect
    from relplan.model.settings import Settings


def next_review(plan: "Plan | Prospect", settings: "Settings", held: date) -> date | None:
    """The working day, a rhythm after the review of that day; None when a later one was held."""
    if plan.review.last is not None and plan.review.last > held:
        return None
    every = plan.review.every or settings.review
    return working_days(settings.calendar).from_(every.after(held))
