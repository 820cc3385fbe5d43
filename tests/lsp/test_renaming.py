"""Ids renamed through the book, by the editor."""

import pytest
from desks import ACME, LOG, PLAN, applied, desk

from relplan.errors import Refused
from relplan.lsp.renaming import renamable, renamed

JANE = PLAN.index("jane: {")


def test_every_mention_is_renamed_and_nothing_else(tmp_path):
    made = desk(tmp_path)
    found = renamed(made, ACME, JANE, "jane-porter")
    assert found.moves == []
    for path, text in ((ACME, PLAN), ("touches/acme.yaml", LOG)):
        own = [edit for edit in found.edits if edit.path == path]
        assert applied(text, own) == text.replace("jane", "jane-porter")
    assert (made.root / ACME).read_text(encoding="utf-8") == PLAN


def test_a_buffer_that_is_not_saved_is_what_is_edited(tmp_path):
    made = desk(tmp_path)
    typed = "# moved\n" + PLAN
    made.put(ACME, typed)
    found = renamed(made, ACME, JANE + len("# moved\n"), "jp")
    own = [edit for edit in found.edits if edit.path == ACME]
    assert applied(typed, own) == typed.replace("jane", "jp")


def test_a_clients_files_move_along(tmp_path):
    found = renamed(desk(tmp_path), ACME, 1, "acme-plc")
    assert found.moves == [
        (ACME, "clients/acme-plc.yaml"),
        ("touches/acme.yaml", "touches/acme-plc.yaml"),
    ]


def test_a_taken_id_and_a_place_without_one_are_refused(tmp_path):
    made = desk(tmp_path)
    with pytest.raises(Refused, match=r"`raj` is there already; choose another id"):
        renamed(made, ACME, JANE, "raj")
    with pytest.raises(Refused, match=r"^no id of this book stands here; put the cursor on one$"):
        renamable(made, ACME, PLAN.index("Jane Porter"))
