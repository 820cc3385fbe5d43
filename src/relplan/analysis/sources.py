"""Where in the book a reason comes from: a place that a reader can open and check."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from relplan.model.touch import Touch

PLAN, LOG, SETTINGS = "plan", "log", "settings"


class Source(NamedTuple):
    """One input of a reason: what it is, the file it stands in, and the path to it there."""

    what: str
    where: str
    """`plan` or `log` of the item's client, `settings`, or a file such as `campaigns/stock`."""
    path: tuple[str | int, ...] = ()
    touch: "Touch | None" = None
    """The line of the log, where it is one: lines are found by what they say."""


def in_plan(what: str, *path: str | int) -> Source:
    """A place in the plan of the client or prospect."""
    return Source(what, PLAN, path)


def in_settings(what: str, *path: str | int) -> Source:
    """A place in relplan.yaml."""
    return Source(what, SETTINGS, path)


def in_log(what: str, touch: "Touch") -> Source:
    """A line of the client's log."""
    return Source(what, LOG, touch=touch)
