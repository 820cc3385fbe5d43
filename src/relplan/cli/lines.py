"""Writing a line into a client's log, for the commands that do: who, by whom, checked, appended."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from relplan.cli.options import asker, client_of, day, open_book
from relplan.cli.typed_dates import past_day
from relplan.errors import Refused, WrongUse
from relplan.reports.safe import safe

if TYPE_CHECKING:
    from relplan.files.book import Loaded


class Scene(NamedTuple):
    """The book, the client, and the people whom a line is about."""

    loaded: "Loaded"
    today: date
    client: str
    people: list[str]


def scene(client: str, people: Sequence[str], book: Path | None, today: str | None) -> Scene:
    """Find the client and the people by what was typed: id, unique prefix or part of a name."""
    from relplan.model import ids

    now = day(today)
    loaded = open_book(book)
    id_ = client_of(loaded, client)
    plan = loaded.book.everyone()[id_]
    names = {one: their.name for one, their in plan.roles.items()}
    found = [ids.find(one, names, f"person of {plan.name}") for one in people]
    return Scene(loaded, now, id_, list(dict.fromkeys(found)))


def member(scene: Scene, by: str | None, me: str | None) -> str:
    """The member of ours whom the line is by: `--by`, else who asks."""
    from relplan.model import ids

    if by is None:
        found = asker(me, scene.loaded.root, scene.loaded.book, required=True)
        assert found is not None
        return found
    team = {one: ours.name for one, ours in scene.loaded.book.settings.team.items()}
    return ids.find(by, team, "member of the team")


def kept_promise(scene: Scene, said: str | None) -> str | None:
    """The words of the open promise that `said` is, or is a part of; WrongUse lists those there are."""
    from relplan.analysis.contacts import in_force
    from relplan.analysis.promises import promises

    if said is None:
        return None
    touches = in_force(scene.loaded.book.touches.get(scene.client, ()))
    waiting = [one.what for one in promises(touches) if one.is_open(scene.today)]
    wanted = said.casefold().strip()
    fits = [one for one in waiting if wanted == one.casefold()] or [
        one for one in waiting if wanted and wanted in one.casefold()
    ]
    if len(set(fits)) == 1:
        return fits[0]
    listed = "; ".join(f'"{one}"' for one in (fits or waiting)) or "none"
    what = "fits more than one open promise" if fits else "is no open promise here"
    raise WrongUse(f"--kept: {said!r} {what}; there are: {listed}")


def typed_day(option: str, typed: str | None, today: date) -> date:
    """The day that an option names, today or before; today when it is not given."""
    if typed is None:
        return today
    try:
        return past_day(typed, today)
    except ValueError as error:
        raise WrongUse(f"{option}: {error}") from None


def write_line(scene: Scene, fields: Mapping[str, Any], *, dry_run: bool) -> None:
    """Append the line to the client's log and print where it stands; None fields are left out."""
    from relplan.files.log import append

    written = {name: value for name, value in fields.items() if value is not None}
    _check(scene, written)
    seen = {path: one.raw for path, one in scene.loaded.documents.items()}
    line = append(scene.loaded.root, scene.client, written, seen=seen, dry_run=dry_run)
    print(safe(f"{line.path}:{line.line}: {line.text}"))


def _check(scene: Scene, fields: Mapping[str, Any]) -> None:
    """Refuse a line that would not read back as a touch, in the reader's own words."""
    from relplan.files import emit
    from relplan.files.document import document_of
    from relplan.files.validate import validate
    from relplan.model.touch import TOUCHES

    text = "- " + emit.flow(fields)
    document, troubles = document_of("this line", text.encode("utf-8"))
    _, faults = validate(document, TOUCHES)
    found = [*troubles, *(one for one in faults if one.severity == "error")]
    initiative = fields.get("for")
    if initiative and initiative not in (known := _initiatives(scene)):
        listed = ", ".join(known) or "none yet"
        raise WrongUse(f"--for: {initiative!r} is not an initiative here; there are: {listed}")
    if found:
        said = "; ".join(_of_option(one.item) + one.message for one in found)
        raise Refused(f"{said}; nothing was written")


def _of_option(item: str) -> str:
    """The option whose value a fault is about, for the message: `--hours: `."""
    name = item.rpartition(".")[2]
    return f"--{name}: " if name in ("hours", "cost", "how", "note", "learned", "date") else ""


def _initiatives(scene: Scene) -> list[str]:
    plan = scene.loaded.book.plans.get(scene.client)
    return [id_ for goal in plan.goals.values() for id_ in goal.initiatives] if plan else []
