"""Changing a plan, for the commands that do: which file, and the draft that they change."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from relplan.cli.options import client_of, day, open_book

if TYPE_CHECKING:
    from relplan.files.book import Loaded
    from relplan.files.draft import Draft
    from relplan.files.put import Where
    from relplan.model.plan import Initiative, Plan


class Work(NamedTuple):
    """The book, the client whose plan is changed, the plan's file, and the draft of the change."""

    loaded: "Loaded"
    today: date
    client: str
    path: str
    draft: "Draft"

    @property
    def plan(self) -> "Plan":
        """The client's plan as it is."""
        return self.loaded.book.plans[self.client]

    def initiative(self, where: "Where") -> "Initiative":
        """The initiative at a place of the plan as it is."""
        _, goal, _, id_ = where
        return self.plan.goals[str(goal)].initiatives[str(id_)]


def work(client: str, book: Path | None, today: str | None, *, plans_only: bool = True) -> Work:
    """Find the client by what was typed, and begin a draft of the book."""
    from relplan.files.draft import Draft

    now = day(today)
    loaded = open_book(book)
    id_ = client_of(loaded, client, plans_only=plans_only)
    folder = "clients" if id_ in loaded.book.plans else "prospects"
    return Work(loaded, now, id_, f"{folder}/{id_}.yaml", Draft(loaded))


def initiative_of(here: Work, typed: str) -> "Where":
    """Where the initiative stands that `typed` means: id, unique prefix, or a part of its words."""
    from relplan.model import ids

    plan = here.plan
    found = {one: goal for goal, each in plan.goals.items() for one in each.initiatives}
    names = {one: plan.goals[goal].initiatives[one].what for one, goal in found.items()}
    id_ = ids.find(typed, names, f"initiative of {plan.name}")
    return ("goals", found[id_], "initiatives", id_)
