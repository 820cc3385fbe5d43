"""An id renamed in every file that mentions it."""

import os
import re
from collections.abc import Iterator, Mapping

from relplan.errors import Refused, WrongUse
from relplan.files import edit
from relplan.files.book import Loaded
from relplan.files.disk import Unreadable, names_in
from relplan.files.draft import Draft
from relplan.files.known import Known, Thing
from relplan.files.places import OF_THE_BOOK, Use, uses
from relplan.files.start import taken_ids
from relplan.files.things import FOLDERS, refuse_unsure
from relplan.model import ids


def rename(loaded: Loaded, thing: Thing, new: str) -> Draft:
    """The book with the thing called `new` wherever it is mentioned; every other byte stays.

    Refused when that cannot be, or when something would then mean another thing than before.
    """
    if why := ids.why_not_an_id(new):
        raise WrongUse(why)
    if new == thing.id:
        return Draft(loaded)
    _refuse_unsure(loaded, thing)
    known = Known(loaded.documents)
    draft = Draft(loaded)
    for path, document in loaded.documents.items():
        found = [use for use in uses(document) if known.meant(use) == thing]
        words = [*_entry(known, thing, new)] if path == thing.path else []
        draft.respell(path, [*words, *_words(found, new)])
    if thing.kind in FOLDERS:
        _move(loaded, draft, thing, new)
    _refuse_other_meaning(loaded, draft.checked(), thing, new)
    return draft


def _entry(known: Known, thing: Thing, new: str) -> Iterator[edit.Word]:
    """The key that defines the thing; nothing for what is a file."""
    if thing.kind in FOLDERS:
        return
    entries = known.defined(thing.kind, thing.path).get(thing.id, [])
    if len(entries) != 1:
        goals = " and ".join(str(one[1]) for one in entries)
        raise Refused(
            f"`{thing.id}` stands in the goals {goals}, and a log does not say which it means;"
            " rename one of them in your editor; nothing was changed"
        )
    if new in known.defined(thing.kind, thing.path):
        raise Refused(f"`{new}` is there already; choose another id; nothing was changed")
    yield edit.Word(entries[0], new, key=True)


def _words(found: list[Use], new: str) -> Iterator[edit.Word]:
    texts = {use.path: use.node.text for use in found if use.place.word}
    for use in found:
        if not use.place.word:
            yield edit.Word(use.path, new, key=use.place.key)
    for path, text in texts.items():
        old = next(use.id for use in found if use.path == path)
        day, rest = re.split(r"(?<=\S)(?=[\s,])", text, maxsplit=1)
        yield edit.Word(path, day + re.sub(rf"(?<![^\s,]){old}(?![^\s,])", new, rest))


def _move(loaded: Loaded, draft: Draft, thing: Thing, new: str) -> None:
    folder, old = FOLDERS[thing.kind], thing.id
    if taken := _taken(loaded, folder).get(new):
        raise Refused(f"`{new}` is there already ({taken}); choose another id; nothing was changed")
    draft.move(thing.path, f"{folder}/{new}.yaml")
    if folder == "campaigns":
        return
    if f"touches/{old}.yaml" in loaded.documents:
        draft.move(f"touches/{old}.yaml", f"touches/{new}.yaml")
    packs = loaded.root / "reviews"
    if os.path.lexists(packs / new):
        raise Refused(f"reviews/{new} is there already; choose another id; nothing was changed")
    if not (packs / old).is_dir():
        return
    for pack in sorted((packs / old).iterdir()):
        draft.move(f"reviews/{old}/{pack.name}", f"reviews/{new}/{pack.name}")


def _taken(loaded: Loaded, folder: str) -> Mapping[str, str]:
    if folder != "campaigns":
        return taken_ids(loaded.root)
    try:
        names = names_in(loaded.root / folder)
    except Unreadable as why:
        raise Refused(f"{folder}/: {why}") from None
    return {name.rpartition(".")[0]: f"{folder}/{name}" for name in names}


def _refuse_unsure(loaded: Loaded, thing: Thing) -> None:
    """Refused when a file that may mention the thing cannot be read whole."""
    name = thing.path.partition("/")[2]
    near = (thing.path, f"touches/{name}", "campaigns")
    refuse_unsure(loaded, () if thing.kind in (*OF_THE_BOOK, *FOLDERS) else near)
    both = {f"clients/{name}", f"prospects/{name}"} <= set(loaded.documents)
    if thing.kind in FOLDERS and both and f"touches/{name}" in loaded.documents:
        raise Refused(
            f"clients/{name} and prospects/{name} share touches/{name}, and only you know which"
            " lines are whose; rename one of the two files yourself; nothing was changed"
        )


def _refuse_other_meaning(before: Loaded, after: Loaded, thing: Thing, new: str) -> None:
    """Refused unless every id means what it meant, the thing under its new name."""
    renamed = _renamed(thing, new)
    moved = {thing.path: renamed.path}
    if thing.kind in FOLDERS:
        name = thing.path.partition("/")[2]
        moved[f"touches/{name}"] = f"touches/{new}.yaml"
    meant, means = Known(before.documents), Known(after.documents)
    for path, document in before.documents.items():
        now = after.documents[moved.get(path, path)]
        for use, then in zip(uses(document), uses(now), strict=True):
            was = meant.meant(use)
            wanted = (
                renamed
                if was == thing
                else was and was._replace(path=moved.get(was.path, was.path))
            )
            if means.meant(then) != wanted:
                line = document.lines.place(use.node.start)[0]
                raise Refused(
                    f"{path}:{line}: `{use.id}` stands here already and would come to mean another;"
                    " choose another id, or mend this first; nothing was changed"
                )


def _renamed(thing: Thing, new: str) -> Thing:
    path = f"{FOLDERS[thing.kind]}/{new}.yaml" if thing.kind in FOLDERS else thing.path
    return Thing(thing.kind, path, new)
