"""A session of a real client with `relplan lsp`, over its pipes."""

import pytest
from books import write_book
from desks import ACME, FILES, PLAN

pytest.importorskip("pygls")

from editor import Editor

LOG = "touches/acme.yaml"


@pytest.fixture
def editor(tmp_path):
    with Editor(write_book(tmp_path / "book", FILES), "2026-11-25") as made:
        yield made


def codes(found):
    return [one["code"] for one in found]


def test_findings_follow_what_is_typed(editor):
    editor.open(ACME)
    assert "RP301" in codes(editor.found(ACME))
    editor.type(ACME, PLAN.replace("stance: supporter", "stance: suporter"))
    assert "RP103" in codes(editor.found(ACME))
    editor.type(ACME, "[}")
    assert codes(editor.found(ACME)) == ["RP002"]
    editor.type(ACME, PLAN)
    assert "RP301" in codes(editor.found(ACME))


def test_new_words_are_judged_after_a_pause_and_the_lenses_shown_again(tmp_path):
    lenses = {"workspace": {"codeLens": {"refreshSupport": True}}}
    with Editor(write_book(tmp_path, FILES), "2026-11-25", lenses) as editor:
        editor.open(ACME)
        assert "RP301" in codes(editor.found(ACME))
        editor.next("workspace/codeLens/refresh")
        kind = "Spend an unpaid day beside each plant manager and send them ten things we noticed"
        editor.type(ACME, PLAN.replace("Free workshop to open the door for the next audit", kind))
        assert "RP301" in codes(editor.found(ACME))
        assert "RP301" not in codes(editor.found(ACME))
        editor.next("workspace/codeLens/refresh")
        [said] = [one["command"]["title"] for one in editor.about(ACME, "codeLens")][2:]
        assert said == "relationship: invests, learns, illustrates"


def test_columns_are_utf16(editor):
    editor.open(ACME, PLAN.replace("{name: Jane Porter,", "{name: 🎻🎻, stnce: x,"))
    [one] = [one for one in editor.found(ACME) if one["code"] == "RP101"]
    assert one["range"]["start"] == {"line": 5, "character": 21}
    assert editor.offered["positionEncoding"] == "utf-16"


def test_what_is_typed_in_one_file_is_heard_in_the_others(editor):
    editor.open(LOG)
    assert "RP107" not in codes(editor.found(LOG))
    editor.open(ACME)
    editor.found(ACME)
    editor.type(ACME, PLAN.replace("raj:", "rajiv:").replace("[raj]", "[rajiv]"))
    editor.found(ACME)
    assert "RP107" in codes(editor.found(LOG))


def test_what_is_saved_elsewhere_is_heard(editor):
    editor.open(LOG)
    assert "RP107" not in codes(editor.found(LOG))
    place = editor.folder / ACME
    place.write_text(PLAN.replace("raj", "rajiv"), encoding="utf-8")
    change = {"changes": [{"uri": editor.uri(ACME), "type": 2}]}
    editor.tell("workspace/didChangeWatchedFiles", change)
    assert "RP107" in codes(editor.found(LOG))


def test_a_foreign_file_is_left_in_peace(editor):
    foreign = "../compose.yaml"
    editor.open(foreign, "services: [}")
    for ask in ("completion", "hover", "definition", "codeLens", "documentSymbol"):
        assert editor.about(foreign, ask) is None, ask
    editor.open(ACME)
    editor.found(ACME)
    assert not [one for one in editor._messages if "compose" in str(one)]


def test_a_text_that_is_not_saved_anywhere_is_left_in_peace(editor):
    document = {"uri": "untitled:1", "languageId": "yaml", "version": 1, "text": "a: ["}
    editor.tell("textDocument/didOpen", {"textDocument": document})
    editor.open(ACME)
    assert editor.found(ACME)
    assert not [one for one in editor._messages if "untitled" in str(one)]


def test_closing_takes_the_findings_away(editor):
    editor.open(ACME)
    assert editor.found(ACME)
    editor.tell("textDocument/didClose", {"textDocument": {"uri": editor.uri(ACME)}})
    assert editor.found(ACME) == []


def test_files_are_watched_where_the_editor_can(tmp_path):
    watched = {"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}}
    with Editor(write_book(tmp_path, FILES), "2026-11-25", watched) as editor:
        asked = editor.next("client/registerCapability")["params"]["registrations"]
        assert [one["method"] for one in asked] == ["workspace/didChangeWatchedFiles"]


def test_the_server_ends_when_it_is_told_and_has_said_nothing_beside(editor):
    editor.open(ACME)
    editor.found(ACME)
    assert editor.end() == (0, "")
