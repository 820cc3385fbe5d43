"""Files and ids of a book that do not go together: one id for two things, a log without a plan."""

from collections.abc import Iterator, Mapping, Sequence

from relplan.diagnostics import Diagnostic
from relplan.files.document import CODES, Document
from relplan.files.tree import Mapping as Group
from relplan.files.tree import Step
from relplan.model import ids


def between_files(documents: Mapping[str, Document]) -> Iterator[Diagnostic]:
    """Prospects whose id a client has too, and logs that belong to no plan."""
    for path in documents:
        folder, _, name = path.partition("/")
        if folder == "prospects" and f"clients/{name}" in documents:
            message = (
                f"`{name.removesuffix('.yaml')}` is also a client (clients/{name}), and both would"
                " share one log; rename one of the two files"
            )
            yield documents[path].at(0, CODES["id-collides"], "id-collides", message)
        if folder == "touches" and not _has_plan(documents, name):
            message = (
                f"these touches belong to no plan: there is no clients/{name} and no"
                f" prospects/{name}; rename this file or add the plan"
            )
            yield documents[path].at(0, "RP110", "touches-without-plan", message)


def _has_plan(documents: Mapping[str, Document], name: str) -> bool:
    return f"clients/{name}" in documents or f"prospects/{name}" in documents


def of_names(name: str, names: Sequence[str]) -> str | None:
    """Why a file of this name, which is no id, cannot stand beside the others of its folder."""
    stems = {one: one.rpartition(".")[0] for one in names}
    other = _same_id(name, stems)
    if other is None:
        return None
    return (
        f"`{name}` and `{other}` come to the same id, and on some systems to the same file; join the"
        " two, or give one of them another name"
    )


def of_keys(document: Document, loc: Sequence[Step]) -> str | None:
    """Why a key that is no id cannot stand beside the others of its group."""
    beside = document.value_at(loc[:-1])
    keys = {key.text: key for key, _ in beside.pairs} if isinstance(beside, Group) else {}
    word = str(loc[-1])
    other = _same_id(word, {one: one for one in keys})
    if other is None:
        return None
    line, _ = document.lines.place(keys[other].start)
    return (
        f"`{word[:40]}` and `{other[:40]}` on line {line} come to the same id; keep one of the two,"
        " or give one of them another id"
    )


def _same_id(word: str, words: dict[str, str]) -> str | None:
    """The other word, here with its bare form, that has or would be given the same id.

    One that is an id already goes first; of two that are none only the later one is told.
    """
    meant = ids.nearest_id(words.get(word, word))
    same = [one for one, bare in words.items() if meant and ids.nearest_id(bare) == meant]
    ready = [one for one in same if one != word and words[one] == meant]
    return next(iter([*ready, *same[: same.index(word)]] if word in same else ready), None)
