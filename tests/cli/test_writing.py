"""The end of every writing command: checked, shown as a diff, or written and shown."""

import pytest
from books import BASE, write_book

from relplan.cli.writing import finish
from relplan.files.book import load
from relplan.files.draft import Draft

PLAN = "clients/acme.yaml"


@pytest.fixture
def root(tmp_path):
    return write_book(tmp_path)


@pytest.fixture
def draft(root):
    return Draft(load(root))


def test_success_prints_the_file_the_line_and_the_text(draft, root, capsys):
    draft.set_value(PLAN, ["priority"], "B")
    finish(draft, dry_run=False)
    assert capsys.readouterr().out == (
        "clients/acme.yaml: taken out: priority: A\nclients/acme.yaml:3: priority: B\n"
    )
    assert "priority: B" in (root / PLAN).read_text("utf-8")


def test_a_dry_run_prints_the_diff_and_writes_nothing(draft, root, capsys):
    draft.set_value(PLAN, ["priority"], "B")
    finish(draft, dry_run=True)
    assert "-priority: A\n+priority: B\n" in capsys.readouterr().out
    assert (root / PLAN).read_text("utf-8") == BASE[PLAN]


def test_what_stays_the_same_says_so(draft, capsys):
    draft.set_value(PLAN, ["priority"], "A")
    finish(draft, dry_run=False)
    assert capsys.readouterr() == ("", "nothing to change: it says so already\n")


def test_foreign_text_is_shown_inert(draft, capsys):
    draft.put("clients/borg.yaml", "client: B\u202eorg\nowner: ben\npriority: A\n")
    finish(draft, dry_run=False)
    assert "client: B\\u202eorg" in capsys.readouterr().out


def test_a_diff_of_a_file_from_windows_can_be_applied(root, capsys):
    (root / PLAN).write_bytes(BASE[PLAN].replace("\n", "\r\n").encode())
    draft = Draft(load(root))
    draft.set_value(PLAN, ["priority"], "B")
    finish(draft, dry_run=True)
    assert "-priority: A\r\n+priority: B\r\n" in capsys.readouterr().out


def test_lines_that_only_got_a_new_word_can_be_shown_once(draft, capsys):
    draft.set_value(PLAN, ["priority"], "B")
    finish(draft, dry_run=False, gone=False)
    assert capsys.readouterr().out == "clients/acme.yaml:3: priority: B\n"
