"""What a new book and a new plan are made of: texts from the packaged skeletons."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from relplan.errors import Refused, WrongUse
from relplan.files import emit, write
from relplan.files.book import SETTINGS
from relplan.files.packaged import template
from relplan.model import ids

FOLDERS = ("clients", "touches", "prospects", "campaigns")
SCHEMAS = ".relplan"
"""Where a book keeps the schemas that its files' first lines name, so that editors need no network."""


class Founder(NamedTuple):
    """The first member of a new book's team."""

    id: str
    name: str
    email: str | None
    tier: str


def book_files(firm: str, founder: Founder) -> dict[str, str]:
    """The files of a new book: path to text."""
    from relplan.model.schema import KINDS, schema_text

    settings = _filled(
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
    return files | {f"{SCHEMAS}/{kind}.schema.json": schema_text(kind) for kind in KINDS}


def start_book(folder: Path, files: Mapping[str, str]) -> list[str]:
    """Write a new book's files into `folder`; returns those written, in order.

    Files of that name that are there already stay as they are, except that a settings file
    refuses the whole: then there is a book already.
    """
    if (folder / SETTINGS).exists():
        raise Refused(f"{folder / SETTINGS} is there already: this is a book; nothing was changed")
    written = []
    for path, text in files.items():
        if not (folder / path).exists():
            write.create(folder / path, text)
            written.append(path)
    for name in FOLDERS:
        (folder / name).mkdir(exist_ok=True)
    return written


def make_folder(folder: Path) -> None:
    """The folder, made when it is not there; Refused when it cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = "a file is in the way" if folder.exists() else error.strerror or "the disk refuses"
        raise Refused(f"{folder} cannot be made ({why}); nothing was written") from None


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
    return _filled(
        "new/client.yaml",
        {
            "NAME": emit.scalar(client.name),
            "OWNER": owner,
            "PRIORITY": client.priority,
            "TODAY": client.today.isoformat(),
            "REVIEW": client.review.isoformat(),
        },
    )


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


def _filled(name: str, words: Mapping[str, str]) -> str:
    """The skeleton with its @WORDS@ filled in; a line that held only an empty one goes."""
    lines = []
    for line in template(name).splitlines():
        blank = line.strip().strip("@") in words and not words[line.strip().strip("@")]
        if not blank:
            lines.append(_WORD.sub(lambda found: words[found[1]], line))
    return "\n".join(lines) + "\n"


_WORD = re.compile(r"@([A-Z]+)@")
