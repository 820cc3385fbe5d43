"""Every question that an editor asks, by a real client."""

import pytest
from books import write_book
from desks import ACME, FILES, PLAN

pytest.importorskip("pygls")

from editor import Editor, Failed

LINES = PLAN.splitlines()


@pytest.fixture(scope="module")
def editor(tmp_path_factory):
    folder = write_book(tmp_path_factory.mktemp("book"), FILES)
    with Editor(folder, "2026-11-25") as made:
        made.open(ACME)
        made.found(ACME)
        yield made


def at(near, more=0):
    line = next(number for number, text in enumerate(LINES) if near in text)
    return line, LINES[line].index(near) + more


def test_all_of_it_is_offered(editor):
    wanted = (
        "completion",
        "hover",
        "definition",
        "references",
        "rename",
        "codeAction",
        "codeLens",
        "documentSymbol",
    )
    assert [one for one in wanted if not editor.offered.get(f"{one}Provider")] == []
    assert editor.offered["renameProvider"]["prepareProvider"]


def test_completion_replaces_the_word_at_the_cursor(editor):
    found = editor.about(ACME, "completion", *at("ours: ben", 8))
    items = found if isinstance(found, list) else found["items"]
    assert [one["label"] for one in items] == ["amara", "ben", "priya"]
    line, column = at("ours: ben", 6)
    assert items[0]["textEdit"]["range"] == {
        "start": {"line": line, "character": column},
        "end": {"line": line, "character": column + 3},
    }


def test_hover_shows_the_person_and_the_rule(editor):
    said = editor.about(ACME, "hover", *at("jane: {"))["contents"]["value"]
    assert "last touch: lunch on 3 Nov" in said
    rule = editor.about(ACME, "hover", *at("Free workshop", 3))["contents"]["value"]
    assert rule.startswith("**RP301 sales-plan-initiative**")
    assert editor.about(ACME, "hover", *at("They ring")) is None


def test_definition_and_references(editor):
    there = editor.about(ACME, "definition", *at("reports_to: jane", 13))
    line, column = at("jane: {")
    assert there["range"]["start"] == {"line": line, "character": column}
    everywhere = {"includeDeclaration": True}
    found = editor.about(ACME, "references", *at("jane: {"), context=everywhere)
    assert [one["uri"].rpartition("/")[2] for one in found] == ["acme.yaml"] * 4
    assert editor.about(ACME, "definition", *at("They ring")) is None
    assert editor.about(ACME, "references", *at("They ring"), context=everywhere) == []


def test_renaming_is_prepared_done_and_refused_with_the_reason(editor):
    ready = editor.about(ACME, "prepareRename", *at("jane: {"))
    assert ready["placeholder"] == "jane"
    done = editor.about(ACME, "rename", *at("jane: {"), newName="jp")
    assert {uri.rpartition("/book")[2].count("acme.yaml") for uri in done["changes"]} == {1}
    assert sum(len(edits) for edits in done["changes"].values()) == 4
    with pytest.raises(Failed, match=r"`raj` is there already"):
        editor.about(ACME, "rename", *at("jane: {"), newName="raj")
    with pytest.raises(Failed, match=r"is no id|an id is|letters"):
        editor.about(ACME, "rename", *at("jane: {"), newName="Jane P")
    with pytest.raises(Failed, match=r"no id of this book stands here"):
        editor.about(ACME, "prepareRename", *at("They ring"))
    assert "defect" not in str(editor._messages)


def test_lenses_and_outline(editor):
    titles = [one["command"]["title"] for one in editor.about(ACME, "codeLens")]
    assert titles == ["due in 6 days", "1,031 days late", "sales: invests, illustrates"]
    outline = editor.about(ACME, "documentSymbol")
    assert "roles" in [one["name"] for one in outline]


def test_actions_are_offered_for_the_finding_at_the_cursor(editor):
    line, column = at("Free workshop", 3)
    here = {"line": line, "character": column}
    params = {
        "textDocument": {"uri": editor.uri(ACME)},
        "range": {"start": here, "end": here},
        "context": {"diagnostics": []},
    }
    found = editor.ask("textDocument/codeAction", params)
    assert [one["title"].split(":")[0] for one in found] == [
        "turn it into an investment",
        "turn it into an investment",
        "turn it into an investment",
        "silence RP301 (sales-plan-initiative) here, and write the reason behind it",
    ]
    assert found[0]["diagnostics"][0]["code"] == "RP301"
    [edits] = found[0]["edit"]["changes"].values()
    assert edits
    params["context"]["only"] = ["source.fixAll"]
    assert editor.ask("textDocument/codeAction", params) == []


def test_an_editor_that_moves_no_files_is_told_what_to_type(tmp_path):
    with Editor(write_book(tmp_path, FILES), "2026-11-25", {"workspace": {}}) as editor:
        editor.open(ACME)
        why = r"^this editor cannot move files, and .*; close them and type: relplan rename$"
        with pytest.raises(Failed, match=why):
            editor.about(ACME, "rename", 0, 1, newName="zenith")


def test_a_question_is_answered_while_somebody_writes_to_the_files(tmp_path):
    with Editor(write_book(tmp_path, FILES), "2026-11-25") as editor:
        editor.open(ACME)
        editor.found(ACME)
        log = tmp_path / "touches" / "acme.yaml"
        log.write_text("- {date: 2026-11-20, with: [jane], by: ben}\n", encoding="utf-8")
        everywhere = {"includeDeclaration": False}
        found = editor.about(ACME, "references", *at("jane: {"), context=everywhere)
        assert len(found) == 2
