"""Which files may refer to something that the book has not, told from facts alone.

It errs on one side: a file that is not named here has no such id. `references` looks at the rest.
"""

from collections.abc import Iterator, Mapping

from relplan.files.disk import SETTINGS
from relplan.files.facts import Facts
from relplan.files.places import EITHER_PLAN, OF_THE_BOOK
from relplan.model.choices import DEFAULT_TIERS


def suspects(facts: Mapping[str, Facts]) -> Iterator[str]:
    """The paths of the files in which an id may refer to nothing."""
    ours = _defined(facts.get(SETTINGS))
    known = {kind: ours.get(kind, set()) for kind in OF_THE_BOOK}
    known["tier"] |= set(DEFAULT_TIERS)
    for kind in EITHER_PLAN:
        folder = f"{kind}s/"
        names = (path for path in facts if path.startswith(folder))
        known[kind] = {path[len(folder) : -len(".yaml")] for path in names}
    for path, one in facts.items():
        for what, ids in one.refers.items():
            kinds, _, at = what.partition("@")
            if not _fit(ids, kinds.split(), known, _home(facts, path, at)):
                yield path
                break


def _fit(
    ids: list[str], kinds: list[str], known: Mapping[str, set[str]], home: Facts | None
) -> bool:
    bookwide = kinds[0] in known
    if not bookwide and home is None:
        return True  # of a plan that is not there nobody knows whom it names
    left = set(ids)
    for kind in kinds:
        left.difference_update(known[kind] if kind in known else home.defined.get(kind, ()))  # type: ignore[union-attr]  # see above
    return not left


def _home(facts: Mapping[str, Facts], path: str, at: str) -> Facts | None:
    """The plan whose people and initiatives a file means; None where it cannot be read as one."""
    folder, _, name = path.partition("/")
    if folder in ("clients", "prospects"):
        return facts[path]
    id_ = name if folder == "touches" else f"{at}.yaml"
    for one in ("clients", "prospects"):
        if (found := facts.get(f"{one}/{id_}")) is not None:
            return found if found.is_group else None
    return None


def _defined(facts: Facts | None) -> dict[str, set[str]]:
    return {kind: set(ids) for kind, ids in facts.defined.items()} if facts else {}
