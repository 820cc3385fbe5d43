"""What a new book and a new plan are made of: texts from the packaged skeletons."""

import os
import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from relplan.errors import Refused, WrongUse
from relplan.files import emit, write
from relplan.files.disk import SETTINGS, Unreadable, names_in
from relplan.files.packaged import template
from relplan.model import ids
from relplan.model.durations import Duration

FOLDERS = ("clients", "touches", "prospects", "campaigns")
SCHEMAS = ".relplan"
"""Where a book keeps the schemas that its files' first lines name, so that editors need no network."""
WORKFLOW = ".github/workflows/book.yaml"


class Founder(NamedTuple):
    """The first member of a new book's team."""

    id: str
    name: str
    email: str | None
    tier: str


def book_files(firm: str, founder: Founder, *, github: bool = False) -> dict[str, str]:
    """The files of a new book: path to text; with `github` a workflow that checks it."""
    from relplan.model.schema import KINDS, schema_text

    settings = filled(
        "new/relplan.yaml",
        {
            "FIRM": emit.scalar(firm),
            "ID": founder.id,
            "NAME": emit.scalar(founder.name),
            "EMAIL": f"    email: {emit.scalar(founder.email)}" if founder.email else "",
            "TIER": founder.tier,
        },
    )
    files = {
        SETTINGS: settings,
        ".gitattributes": template("new/gitattributes"),
        ".pre-commit-config.yaml": template("new/pre-commit.yaml"),
    }
    if github:
        files[WORKFLOW] = template("new/github.yaml")
    return files | {f"{SCHEMAS}/{kind}.schema.json": schema_text(kind) for kind in KINDS}


def refuse_a_book(folder: Path) -> None:
    """Refused when `folder` holds a book already, or cannot hold one."""
    if os.path.lexists(folder / SETTINGS):
        raise Refused(f"{folder / SETTINGS} is there already: this is a book; nothing was changed")
    if os.path.lexists(folder) and not folder.is_dir():
        raise Refused(f"{folder} is there already and is no folder; nothing was changed")


def refuse_inside(folder: Path, top: Path | None) -> None:
    """Refused when a workflow in `folder` would never run: GitHub looks at the repository's top."""
    if top is not None and top.resolve() != folder.resolve():
        raise Refused(
            f"--github: workflows stand at the top of the repository, which is {top}; nothing was"
            " changed. Leave --github out, and put the workflow of docs/lint.md there"
        )


def unwritten(folder: Path, files: Mapping[str, str]) -> list[str]:
    """The files that `folder` does not have yet, in order."""
    return [path for path in files if not os.path.lexists(folder / path)]


def start_book(folder: Path, files: Mapping[str, str]) -> list[str]:
    """Write a new book's files into `folder`; returns those written, in order.

    Files of that name that are there already stay as they are, except that a settings file
    refuses the whole: then there is a book already.
    """
    refuse_a_book(folder)
    written = unwritten(folder, files)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in FOLDERS:
            (folder / name).mkdir(exist_ok=True)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise Refused(f"{folder} cannot be made ({why})") from None
    for path in written:
        write.create(folder / path, files[path])
    return written


def founder_id(name: str, email: str | None) -> str:
    """The id of a book's first member: of their first name, else of their e-mail, else `me`.

    A name without a Latin letter leaves nothing of which an id could be made.
    """
    words = (*name.split(), (email or "").partition("@")[0])
    return next((id_ for word in words if (id_ := ids.nearest_id(word))), "me")


class NewClient(NamedTuple):
    """What is known of a client when its plan begins."""

    name: str
    owner: str | None
    priority: str
    today: date
    review: date


def client_text(client: NewClient) -> str:
    """The plan with which a client begins: valid at once, each part explained."""
    owner = f"owner: {client.owner}" if client.owner else "# owner:  who of ours answers for them"
    return filled(
        "new/client.yaml",
        {
            "NAME": emit.scalar(client.name),
            "OWNER": owner,
            "PRIORITY": client.priority,
            "TODAY": client.today.isoformat(),
            "REVIEW": client.review.isoformat(),
            "IN_A_YEAR": Duration(1, "y").after(client.today).isoformat(),
            "US": client.owner or "ben",
        },
    )


def taken_ids(root: Path, folders: Sequence[str] = ("clients", "prospects")) -> dict[str, str]:
    """The ids of all plans of a book, or of the files in `folders`, with the file that takes each.

    Clients and prospects share one log, so they share their ids. A name that differs from an id
    in case or Unicode form only takes it too: on some disks both are one file.
    """
    found: dict[str, str] = {}
    for folder in folders:
        try:
            names = names_in(root / folder)
        except Unreadable as why:
            raise Refused(f"{folder}/: {why}") from None
        for name in names:
            stem = unicodedata.normalize("NFKC", name.rpartition(".")[0]).casefold()
            found.setdefault(stem, f"{folder}/{name}")
    return found


def new_id(wanted: str | None, name: str, taken: Mapping[str, str]) -> str:
    """The id of a new plan: the one asked for, else the name's; WrongUse when it will not do."""
    id_ = wanted if wanted is not None else ids.nearest_id(name)
    if not id_:
        raise WrongUse(f"no id can be made of {name!r}; give one with --id")
    if why := ids.why_not_an_id(id_):
        raise WrongUse(why)
    if id_ in taken:
        raise Refused(f"{id_} is there already ({taken[id_]}); give another id with --id")
    return id_


def filled(name: str, words: Mapping[str, str]) -> str:
    """The skeleton with its @WORDS@ filled in; a line that held only an empty one goes."""
    lines = []
    for line in template(name).splitlines():
        blank = line.strip().strip("@") in words and not words[line.strip().strip("@")]
        if not blank:
            lines.append(_WORD.sub(lambda found: words[found[1]], line))
    return "\n".join(lines) + "\n"


_WORD = re.compile(r"@([A-Z_]+)@")
