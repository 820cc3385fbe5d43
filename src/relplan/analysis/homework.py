"""What was learned about a prospect, by topic: how many sources, how old, how many outside sales talks."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from relplan.judgement.claims import sales_talk

if TYPE_CHECKING:
    from relplan.model.prospect import Prospect


class Topic(NamedTuple):
    """What is known of one thing."""

    name: str
    entries: tuple[str, ...]
    """The ids under `homework`."""
    sources: int
    """How many different ones: the same person heard twice in one way is one."""
    outside: int
    """How many of the sources are no sales talk."""
    newest: date | None
    oldest: date | None
    steps: tuple[str, ...]
    """The steps that rest on it."""


def topics(prospect: "Prospect") -> Iterator[Topic]:
    """The topics in the order of the file; an entry that names none is one of its own."""
    found: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for id_, item in prospect.homework.items():
        name = " ".join((item.topic or id_).split())
        names.setdefault(name.casefold(), name)
        found.setdefault(name.casefold(), []).append(id_)
    for key, ids in found.items():
        items = [prospect.homework[id_] for id_ in ids]
        heard = {(one.source.casefold(), (one.who or "").casefold()): one.source for one in items}
        days = sorted(one.date for one in items if one.date)
        yield Topic(
            names[key],
            tuple(ids),
            len(heard),
            sum(sales_talk(source) is None for source in heard.values()),
            days[-1] if days else None,
            days[0] if days else None,
            tuple(dict.fromkeys(step for one in items for step in one.steps)),
        )


def heard_for(prospect: "Prospect", step: str) -> list[str]:
    """The ids of the homework on which a step rests."""
    return [id_ for id_, item in prospect.homework.items() if step in item.steps]


def says_for_which(prospect: "Prospect") -> bool:
    """True when some homework names the steps that rest on it."""
    return any(item.steps for item in prospect.homework.values())
