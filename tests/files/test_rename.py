"""What a rename respells, and what it refuses. The command's own tests have the table of refusals."""

import pytest
from books import BASE, write_book

from relplan.errors import Refused, WrongUse
from relplan.files.book import load
from relplan.files.known import Thing
from relplan.files.rename import rename

RAJ = Thing("person", "clients/acme.yaml", "raj")
PLAN = BASE["clients/acme.yaml"].replace("roles:\n", "roles:\n  raj: {name: Raj}\n")


def book(folder, **files):
    paths = {f"{name.replace('__', '/')}.yaml": text for name, text in files.items()}
    return load(write_book(folder, {"clients/acme.yaml": PLAN, **paths}))


def changed(draft):
    return [(one.path, one.line, one.text) for one in draft.lines() if one.added]


def test_only_files_that_mention_the_thing_change(tmp_path):
    log = "- {date: 2026-11-01, with: [jane], by: ben}\n"
    draft = rename(book(tmp_path, touches__acme=log), RAJ, "rajesh")
    assert changed(draft) == [("clients/acme.yaml", 5, "  rajesh: {name: Raj}")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2026-11-01 raj", "2026-11-01 rajesh"),
        ("2026-11-01 jane, raj", "2026-11-01 jane, rajesh"),
        ("2026-11-01  raj raj", "2026-11-01  rajesh rajesh"),
        ("2026-11-01 raj-2,raj", "2026-11-01 raj-2,rajesh"),
    ],
)
def test_the_word_of_a_void_is_replaced_and_its_day_and_signs_stay(tmp_path, old, new):
    line = "- {{date: 2026-11-02, by: ben, void: '{}'}}\n"
    draft = rename(book(tmp_path, touches__acme=line.format(old)), RAJ, "rajesh")
    assert draft.text("touches/acme.yaml") == line.format(new)


def test_an_id_is_checked_before_anything_else(tmp_path):
    with pytest.raises(WrongUse, match="`con` is a reserved name on Windows"):
        rename(book(tmp_path), RAJ, "con")


def test_a_name_that_a_mention_of_nobody_waits_for_is_refused(tmp_path):
    log = "\n- {date: 2026-11-01, with: rajesh, by: ben}\n"
    with pytest.raises(Refused) as refused:
        rename(book(tmp_path, touches__acme=log), RAJ, "rajesh")
    assert str(refused.value) == (
        "touches/acme.yaml:2: `rajesh` stands here already and would come to mean another; choose"
        " another id, or mend this first; nothing was changed"
    )


def test_a_broken_file_elsewhere_does_not_matter_to_a_plan(tmp_path):
    draft = rename(book(tmp_path, clients__borg="a: b: c\n"), RAJ, "rajesh")
    assert len(changed(draft)) == 1
