"""Which files of a book change."""

import os

import pytest
from books import BASE, write_book

from relplan.files.watch import changes

PLAN = "clients/acme.yaml"


class Stop(Exception):
    """Ends the watching, as Ctrl-C does."""


@pytest.fixture
def root(tmp_path):
    return write_book(tmp_path)


def seen(root, *steps):
    """What is reported when each step happens between two looks."""
    todo = iter(steps)

    def wait():
        step = next(todo, None)
        if step is None:
            raise Stop
        step()

    found = []
    with pytest.raises(Stop):
        found.extend(iter_into(found, changes(root, wait)))
    return found


def iter_into(found, source):
    for one in source:
        found.append(one)
    return ()


def test_files_that_change_come_and_go_are_named(root):
    def change():
        (root / PLAN).write_text(BASE[PLAN] + "notes: x\n")
        (root / "relplan.yaml").write_text(BASE["relplan.yaml"] + "# x\n")

    def come():
        (root / "touches").mkdir()
        (root / "touches/acme.yaml").write_text("[]\n")

    assert seen(root, change, come, (root / PLAN).unlink) == [
        [PLAN, "relplan.yaml"],
        ["touches/acme.yaml"],
        [PLAN],
    ]


def test_nothing_and_other_files_are_not_reported(root):
    def other():
        (root / "clients/notes.md").write_text("x")
        (root / "other.yaml").write_text("x")

    assert seen(root, lambda: None, other) == []


def test_a_file_of_the_same_size_and_time_that_took_its_place_is_seen(root):
    def swap():
        kind = (root / PLAN).stat()
        beside = root / "beside"
        beside.write_text(BASE[PLAN].replace("Acme", "Acne"))
        os.utime(beside, ns=(kind.st_atime_ns, kind.st_mtime_ns))
        beside.replace(root / PLAN)

    assert seen(root, swap) == [[PLAN]]


def test_what_happened_before_the_first_look_counts_from_the_call(root):
    source = changes(root, lambda: None)
    (root / PLAN).write_text("x")
    assert next(source) == [PLAN]


def test_a_link_that_leads_nowhere_stops_nothing(root):
    (root / "clients/a.yaml").symlink_to("nowhere")
    assert seen(root, lambda: (root / PLAN).write_text("x")) == [[PLAN]]
