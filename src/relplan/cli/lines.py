"""Writing a line into a client's log, for the commands that do: who, by whom, checked, appended."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from relplan.cli.options import asker_in, day, settled_root
from relplan.cli.typed_dates import coming_day, past_day
from relplan.clock import spoken, weekday
from relplan.errors import Refused, WrongUse
from relplan.reports.safe import safe

if TYPE_CHECKING:
    from relplan.analysis.promises import Given
    from relplan.files.names import Names


class Scene(NamedTuple):
    """The book's folder, the client with what its plan names, and the people a line is about."""

    root: Path
    today: date
    client: str
    names: "Names"
    people: list[str]
    seen: Mapping[str, bytes]
    """The bytes of the plan and of the settings as they were read."""


def scene(client: str, people: Sequence[str], book: Path | None, today: str | None) -> Scene:
    """Find the client and the people by what was typed: id, unique prefix or part of a name.

    Only the files that it takes are read, so that a line is written at once.
    """
    from relplan.files.disk import SETTINGS
    from relplan.files.documents import behind
    from relplan.files.names import Plans, names_of
    from relplan.model import ids

    now = day(today)
    root = settled_root(book)
    plans = Plans(root)
    id_ = ids.find(client, plans, "client")
    document = plans.document(id_)
    names = names_of(document)
    what = f"person of {names.name}"
    found = [ids.find(one, names.people, what) for one in parted(people)]
    seen = {one.path: one.raw for one in (document, behind(root, SETTINGS))}
    return Scene(root, now, id_, names, list(dict.fromkeys(found)), seen)


def parted(typed: Sequence[str]) -> list[str]:
    """What was typed as `jane raj`, as `jane,raj` or as both, one by one."""
    return [part.strip() for one in typed for part in one.split(",")]


def member(scene: Scene, by: str | None, me: str | None) -> str:
    """The member of ours whom the line is by: `--by`, else who asks."""
    from relplan.files.names import team_of
    from relplan.model import ids

    team = team_of(scene.root)
    if by is not None:
        names = {one: ours.name for one, ours in team.items()}
        return ids.find(by, names, "member of the team")
    found = asker_in(team, me, scene.root, required=True)
    assert found is not None
    return found


def initiative(scene: Scene, typed: str | None) -> str | None:
    """The initiative that `--for` means: id, unique prefix, or a part of its words."""
    from relplan.model import ids

    if typed is None:
        return None
    try:
        return ids.find(typed, scene.names.initiatives, "initiative")
    except WrongUse as error:
        raise WrongUse(f"--for: {error}") from None


def kept_promise(scene: Scene, said: str, option: str, on: date) -> "Given":
    """The open promise that `said` is, or is a part of, kept on a day; WrongUse lists the open."""
    from relplan.analysis.promises import meant, still_open
    from relplan.files.log import log_of

    waiting = still_open(log_of(scene.root, scene.client), scene.today)
    fits = meant(waiting, said)
    if len({one.what for one in fits}) == 1:
        if on < fits[0].touch.date:
            raise WrongUse(f"--date: {on} is before {fits[0].touch.date}, when it was promised")
        return fits[0]
    listed = "; ".join(f'"{one.what}"' for one in (fits or waiting)) or "none"
    what = "fits more than one open promise" if fits else "is no open promise here"
    raise WrongUse(
        f"{option}: {said!r} {what}; there are: {listed}"
        if said
        else f"which promise is kept? There are: {listed}"
    )


def typed_day(option: str, typed: str | None, today: date) -> date:
    """The day that an option names, today or before; today when it is not given."""
    if typed is None:
        return today
    try:
        return past_day(typed, today)
    except ValueError as error:
        raise WrongUse(f"{option}: {error}") from None


def typed_coming_day(option: str, typed: str, today: date) -> date:
    """The day that an option names, today or later."""
    try:
        return coming_day(typed, today)
    except ValueError as error:
        raise WrongUse(f"{option}: {error}") from None


def spoken_day(day: date, today: date) -> str:
    """The day with its weekday, so that a misread word is seen: `Wed 2 Dec`."""
    return f"{weekday(day)} {spoken(day, today)}"


def write_line(scene: Scene, fields: Mapping[str, Any], *, dry_run: bool) -> None:
    """Append the line to the client's log and print where it stands; None fields are left out."""
    from relplan.files.log import append

    written = {name: value for name, value in fields.items() if value is not None}
    refuse_faults(written)
    line = append(scene.root, scene.client, written, seen=scene.seen, dry_run=dry_run)
    print(safe(f"{line.path}:{line.line}: {line.text}"))


def refuse_faults(fields: Mapping[str, Any]) -> None:
    """Refuse a line that would not read back as a touch, in the reader's own words."""
    from relplan.model.line import faults

    found = [f"{_OPTIONS.get(name, '')}{why}" for name, why in faults(fields)]
    if found:
        raise Refused(f"{'; '.join(found)}; nothing was written")


_OPTIONS = {one: f"--{one}: " for one in ("hours", "cost", "how", "note", "learned")}
"""The option whose value a fault is about, for the message."""
