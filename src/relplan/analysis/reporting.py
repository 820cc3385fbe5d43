"""Who reports to whom, and where that goes round in a circle."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relplan.model.person import Person


def circles(roles: "Mapping[str, Person]") -> list[tuple[str, ...]]:
    """Each circle of `reports_to` once, from the person who stands first in the plan."""
    found: list[tuple[str, ...]] = []
    done: set[str] = set()
    for id_ in roles:
        way: list[str] = []
        above: str | None = id_
        while above and above in roles and above not in done and above not in way:
            way.append(above)
            above = roles[above].reports_to
        if above in way:
            found.append(_from_first(way[way.index(above) :], list(roles)))
        done.update(way)
    return found


def _from_first(circle: list[str], order: list[str]) -> tuple[str, ...]:
    start = circle.index(min(circle, key=order.index))
    return (*circle[start:], *circle[:start])
