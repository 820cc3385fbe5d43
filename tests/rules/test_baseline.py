"""Old findings, kept in a file and known again."""

import json

import pytest
from findings import finding

from relplan.errors import WrongUse
from relplan.files.document import document_of
from relplan.rules.baseline import baseline_text, identities, new_ones, read_baseline
from relplan.rules.identity import Identity

PATH = "clients/a.yaml"
TEXT = "goals: {g: {goal: G}, h: {goal: H}}\n"


def documents(text=TEXT):
    return {PATH: document_of(PATH, text.encode())[0]}


def kept(tmp_path, *found):
    path = tmp_path / "old.json"
    path.write_text(baseline_text(found, documents()), encoding="utf-8")
    return read_baseline(path)


def test_what_was_kept_is_known_again_on_another_line(tmp_path):
    known = kept(tmp_path, finding(1, item="goals.g"))
    moved = [finding(9, item="goals.g"), finding(9, item="goals.h")]
    assert new_ones(moved, documents("# x\n" * 8 + TEXT), known) == moved[1:]


def test_a_second_one_of_the_same_kind_at_the_same_item_is_new(tmp_path):
    known = kept(tmp_path, finding(item="goals.g"))
    assert len(new_ones([finding(item="goals.g")] * 2, documents(), known)) == 1
    both = kept(tmp_path, finding(item="goals.g"), finding(2, item="goals.g"))
    assert new_ones([finding(item="goals.g")] * 2, documents(), both) == []


def test_the_file_is_a_line_a_finding_in_order_and_without_line_numbers():
    found = [finding(7, item="goals.h"), finding(3, item="goals.g"), finding(path="clients/ä")]
    assert baseline_text(found, documents()) == (
        '{"version": 1, "findings": [\n'
        '  {"path": "clients/a.yaml", "code": "RP203", "item": "goals.g"},\n'
        '  {"path": "clients/a.yaml", "code": "RP203", "item": "goals.h"},\n'
        '  {"path": "clients/ä", "code": "RP203", "item": ""}\n'
        "]}\n"
    )
    assert json.loads(baseline_text([], {})) == {"version": 1, "findings": []}


def test_an_error_is_never_kept_out():
    text = baseline_text([finding(severity="error")], documents())
    assert json.loads(text)["findings"] == []


def test_identities_are_those_of_the_findings():
    assert identities([finding(item="goals.g")], documents()) == {
        Identity(PATH, "RP203", "goals.g")
    }


ANEW = "this is no baseline that relplan wrote; make it anew with --write-baseline"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "null",
        '{"version": 2, "findings": []}',
        '{"version": 1, "findings": [1]}',
        '{"version": 1, "findings": [{}]}',
        "<<<<<<< a\n",
        "[" * 100_000,
        "\xff",
    ],
)
def test_what_is_no_baseline_is_refused(tmp_path, text):
    path = tmp_path / "old.json"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(WrongUse) as said:
        read_baseline(path)
    assert str(said.value) == f"--baseline {path}: {ANEW}"


def test_a_file_that_is_not_there_is_named_with_how_to_make_it(tmp_path):
    path = tmp_path / "old.json"
    with pytest.raises(WrongUse) as said:
        read_baseline(path)
    assert str(said.value) == (
        f"--baseline {path}: there is no such file; make it with --write-baseline"
    )


def test_twenty_thousand_old_findings_are_kept_and_known(tmp_path):
    found = [finding(item=f"goals.some-longer-name-{n}.initiatives.another") for n in range(20_000)]
    path = tmp_path / "old.json"
    path.write_text(baseline_text(found, {}), encoding="utf-8")
    assert path.stat().st_size > 1_048_576
    assert len(read_baseline(path)) == 20_000


def test_a_folder_is_no_baseline(tmp_path):
    with pytest.raises(WrongUse) as said:
        read_baseline(tmp_path)
    assert str(said.value) == f"--baseline {tmp_path}: a folder with a file's name; rename it"
