"""Changing a plan, for the commands that do: which file, what it names, and the draft."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from relplan.cli.options import client_of, day, open_book, tell_faults
from relplan.cli.writing import finish

if TYPE_CHECKING:
    from relplan.files.book import Loaded
    from relplan.files.draft import Draft
    from relplan.files.names import Names
    from relplan.files.put import Where


class Work(NamedTuple):
    """The book, the client with what its plan names, the plan's file, and the draft of the change."""

    loaded: "Loaded"
    today: date
    client: str
    path: str
    names: "Names"
    draft: "Draft"

    def written(self, where: "Where") -> Any:
        """What the plan holds at a place as it is: texts, lists and groups; None for nothing."""
        from relplan.files.put import deepest

        at, node = deepest(self.draft, self.path, where)
        return node.plain() if node is not None and at == where else None


class WholeScene(NamedTuple):
    """The whole book as it was read, the client, and the people whom a change is about."""

    loaded: "Loaded"
    today: date
    client: str
    people: list[str]


def whole_scene(
    client: str, people: Sequence[str], book: Path | None, today: str | None
) -> WholeScene:
    """Find the client and the people by what was typed, in a book of which everything is read."""
    from relplan.model import ids

    now = day(today)
    loaded = open_book(book)
    id_ = client_of(loaded, client)
    plan = loaded.book.everyone()[id_]
    names = {one: their.name for one, their in plan.roles.items()}
    found = [ids.find(one, names, f"person of {plan.name}") for one in people]
    return WholeScene(loaded, now, id_, list(dict.fromkeys(found)))


def work(client: str, book: Path | None, today: str | None, *, plans_only: bool = True) -> Work:
    """Find the client by what was typed, and begin a draft of the book.

    A plan in which something does not read is found too: the change may mend it.
    """
    from relplan.files.draft import Draft
    from relplan.files.names import Plans, names_of
    from relplan.model import ids

    now = day(today)
    loaded = open_book(book)
    plans = Plans(loaded.root, ("clients",) if plans_only else ("clients", "prospects"))
    id_ = ids.find(client, plans, "client")
    document = plans.document(id_)
    return Work(loaded, now, id_, document.path, names_of(document), Draft(loaded))


def work_or_settings(client: str, book: Path | None, today: str | None) -> Work:
    """The plan to change; the settings for `book`, unless a client is called so."""
    from relplan.files.disk import SETTINGS
    from relplan.files.draft import Draft
    from relplan.files.names import names_of, readable

    loaded = open_book(book)
    is_plan = any(f"{one}/{client}.yaml" in loaded.documents for one in ("clients", "prospects"))
    if client not in ("book", SETTINGS) or is_plan:
        return work(client, book, today, plans_only=False)
    settings = readable(loaded.documents[SETTINGS], loaded.root, "the settings cannot be read")
    return Work(loaded, day(today), "", SETTINGS, names_of(settings), Draft(loaded))


def end_work(here: Work, *, dry_run: bool) -> None:
    """Print or write the change, then say what still does not read: that is no failure here."""
    finish(here.draft, dry_run=dry_run)
    tell_faults(here.draft.checked(), here.client)


def initiative_of(here: Work, typed: str) -> "Where":
    """Where the initiative stands that `typed` means: id, unique prefix, or a part of its words."""
    from relplan.model import ids

    id_ = ids.find(typed, here.names.initiatives, f"initiative of {here.names.name}")
    return ("goals", here.names.goal_of[id_], "initiatives", id_)
