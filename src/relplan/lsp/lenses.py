"""The words above people and initiatives: when somebody is due, what the judge says."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from relplan.analysis.initiatives import is_open
from relplan.analysis.verdicts import Judged
from relplan.judgement.result import TESTS, Judgement
from relplan.lsp.desk import Desk
from relplan.lsp.duties import due_people, when
from relplan.lsp.things import Stretch, definitions


class Lens(NamedTuple):
    """A few words above a line."""

    at: Stretch
    says: str


def lenses(desk: Desk, path: str, today: date) -> Iterator[Lens]:
    """What is to be said above the lines of a plan; nothing for other files.

    Words that were not judged yet wait for the check that follows a pause.
    """
    folder, _, name = path.partition("/")
    document = desk.loaded.documents.get(path)
    if document is None or folder not in ("clients", "prospects"):
        return
    client = name.removesuffix(".yaml")
    people = due_people(desk.loaded.book, client, today)
    rows = {one.id: one for one in desk.recalled.of_plan(client)} if folder == "clients" else {}
    for thing, node in definitions(document):
        at = Stretch(path, node.start, node.end)
        if thing.kind == "person" and thing.id in people:
            yield Lens(at, when(people[thing.id]))
        elif thing.kind == "initiative" and (said := _verdict(rows.get(thing.id))):
            yield Lens(at, said)


def _verdict(row: Judged | None) -> str:
    """The verdict on an open initiative, and the tests that it passes."""
    return verdict(row.judgement) if row and is_open(row.initiative) else ""


def verdict(judgement: Judgement) -> str:
    """The verdict and the tests that the words pass: `relationship: invests, learns`."""
    sure = "" if judgement.sure or judgement.verdict == "undecided" else "?"
    passed = [test for test in TESTS if getattr(judgement, test)]
    return f"{judgement.verdict}{sure}" + (f": {', '.join(passed)}" if passed else "")
