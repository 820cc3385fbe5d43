"""A touch that a command writes into the log beside its change of a plan, in one draft."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from relplan.cli.lines import refuse_faults
from relplan.cli.options import asker
from relplan.cli.plans import Work
from relplan.errors import WrongUse

if TYPE_CHECKING:
    from relplan.files.put import Where


def add_touch(here: Work, where: "Where", said: Mapping[str, str | None]) -> None:
    """Add a line about the initiative at `where` to the log in the draft.

    `with` is as it was typed, else those for whom the initiative is; `by` is `--me`, else who asks.
    """
    from relplan.files.emit import Bare
    from relplan.files.log import with_line

    book, hours = here.loaded.book, said["hours"]
    fields = {
        "date": said["date"],
        "with": _people(here, where, said["with"]),
        "by": asker(said["by"], here.loaded.root, book, required=True),
        "how": said["how"],
        "for": where[-1],
        "note": said["note"],
        "learned": said["learned"],
        "hours": None if hours is None else Bare(hours),
    }
    written = {name: value for name, value in fields.items() if value is not None}
    refuse_faults(written)
    path = f"touches/{here.client}.yaml"
    old = here.draft.text(path).encode("utf-8") if here.draft.has(path) else b""
    here.draft.put(path, with_line(path, old, written)[0])


def _people(here: Work, where: "Where", typed: str | None) -> list[str]:
    from relplan.model import ids

    if typed is None:
        found = here.written((*where, "for")) or []
        if not found:
            raise WrongUse(f"with whom? `{where[-1]}` is for nobody yet; say --with PERSON")
        return [found] if isinstance(found, str) else list(found)
    what = f"person of {here.names.name}"
    return list(dict.fromkeys(ids.find(one, here.names.people, what) for one in typed.split(",")))
