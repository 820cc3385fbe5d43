"""Who stands below whom: a forest out of lines that may run in circles."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Forest(NamedTuple):
    """Trees of ids, all in the order of the plan."""

    roots: tuple[str, ...]
    """The heads of trees: those who report to nobody and to whom somebody reports."""
    children: Mapping[str, tuple[str, ...]]
    """Who stands right below whom; empty for those without reports."""
    loose: tuple[str, ...]
    """Those without a line up or down."""
    back: tuple[tuple[str, str], ...]
    """The lines (who, to whom) that close a circle and so are in no tree."""

    def downward(self) -> tuple[str, ...]:
        """Everybody in a tree, each before those below."""
        found = list(self.roots)
        for one in found:  # the list grows while it is read
            found += self.children[one]
        return tuple(found)


def forest(ids: Sequence[str], reports_to: Mapping[str, str]) -> Forest:
    """The trees; of those in a circle the first of the plan is taken for its head."""
    heads = _heads(ids, reports_to)
    below: dict[str, list[str]] = {one: [] for one in ids}
    for one in ids:
        if one not in heads:
            below[reports_to[one]].append(one)
    tops = [one for one in ids if one in heads]
    back = tuple((one, reports_to[one]) for one in tops if one in reports_to)
    lone = {one for one in tops if not below[one]}
    return Forest(
        roots=tuple(one for one in tops if one not in lone),
        children={one: tuple(more) for one, more in below.items()},
        loose=tuple(one for one in tops if one in lone),
        back=back,
    )


def _heads(ids: Sequence[str], reports_to: Mapping[str, str]) -> set[str]:
    """Those who report to nobody, and one of each circle."""
    order = {one: at for at, one in enumerate(ids)}
    heads = {one for one in ids if one not in reports_to}
    settled = set(heads)
    for one in ids:
        path: dict[str, None] = {}
        while one not in settled and one not in path:
            path[one] = None
            one = reports_to[one]  # noqa: PLW2901 -- a walk upwards
        if one in path:
            walked = list(path)
            heads.add(min(walked[walked.index(one) :], key=order.__getitem__))
        settled |= set(path)
    return heads
