"""Drafts: what will be written is shown, proven to read, and written all or none."""

import pytest
from books import BASE, write_book

from relplan.errors import Refused
from relplan.files.book import load
from relplan.files.draft import Draft
from relplan.files.edit import Word

PLAN = "clients/acme.yaml"


@pytest.fixture
def root(tmp_path):
    return write_book(tmp_path)


@pytest.fixture
def draft(root):
    return Draft(load(root))


def test_a_draft_writes_nothing_before_it_is_told_to(draft, root):
    draft.set_value(PLAN, ["priority"], "B")
    assert (root / PLAN).read_text("utf-8") == BASE[PLAN]
    draft.write()
    assert (root / PLAN).read_text("utf-8") == BASE[PLAN].replace("priority: A", "priority: B")


def test_the_lines_say_what_goes_and_what_comes(draft):
    draft.set_value(PLAN, ["priority"], "B")
    assert [tuple(one) for one in draft.lines()] == [
        (PLAN, 3, "priority: A", False),
        (PLAN, 3, "priority: B", True),
    ]


def test_a_line_is_what_an_editor_shows_as_one(draft):
    draft.put("clients/borg.yaml", "client: Bo\u2028rg\r\nowner: ben")
    assert [(one.line, one.text) for one in draft.lines()] == [
        (1, "client: Bo\u2028rg"),
        (2, "owner: ben"),
    ]


def test_a_file_can_be_begun_and_another_removed(draft, root):
    draft.put("clients/borg.yaml", draft.text(PLAN))
    draft.put(PLAN, None)
    assert (draft.has("clients/borg.yaml"), draft.has(PLAN)) == (True, False)
    draft.write()
    assert [one.name for one in (root / "clients").iterdir()] == ["borg.yaml"]


def test_a_change_back_is_no_change(draft):
    draft.set_value(PLAN, ["priority"], "B")
    draft.set_value(PLAN, ["priority"], "A")
    assert draft.changes() == []


def test_what_would_not_read_is_refused_with_the_reader_s_words(draft, root):
    draft.set_value(PLAN, ["priority"], "Z")
    with pytest.raises(Refused) as refused:
        draft.write()
    assert str(refused.value) == (
        "this would not read; nothing was changed:\n"
        "clients/acme.yaml:3: `Z` is not one of the words for this; write A, B or C"
    )
    assert (root / PLAN).read_text("utf-8") == BASE[PLAN]


def test_a_reference_that_would_lead_nowhere_is_refused_also_in_another_file(draft):
    draft.set_value("relplan.yaml", ["team"], {"amara": {"name": "Amara Okafor"}})
    with pytest.raises(Refused, match=r"clients/acme.yaml:5: `ben` is not in the team"):
        draft.write()


def test_a_fault_that_was_there_before_does_not_stand_in_the_way(root):
    (root / PLAN).write_text("# a line more\n" + BASE[PLAN] + "colour: red\n", "utf-8")
    draft = Draft(load(root))
    draft.set_value(PLAN, ["priority"], "B")
    draft.write()
    assert "priority: B" in (root / PLAN).read_text("utf-8")


def test_the_book_as_it_will_read_is_the_one_that_is_read_afterwards(draft, root):
    draft.set_value(PLAN, ["priority"], "B")
    draft.put("touches/acme.yaml", "- {date: 2026-11-01, with: [jane], by: ben, how: call}\n")
    draft.put("touches/ghost.yaml", "- {date: 2026-11-01, with: [jane], by: ben, how: call}\n")
    with pytest.raises(Refused, match="these touches belong to no plan"):
        draft.checked()
    draft.put("touches/ghost.yaml", None)
    seen = draft.checked()
    draft.write()
    read = load(root)
    assert seen.book == read.book
    assert seen.diagnostics == read.diagnostics
    assert list(seen.documents) == list(read.documents)


def test_an_edit_that_is_refused_names_file_and_line(draft):
    with pytest.raises(Refused) as refused:
        draft.set_value(PLAN, ["priority", "deep"], "B")
    assert str(refused.value).startswith("clients/acme.yaml:3: ")
    assert "nothing was changed" in str(refused.value)


def test_an_editor_that_saved_in_between_is_not_overwritten(draft, root):
    draft.set_value(PLAN, ["priority"], "B")
    (root / PLAN).write_text(BASE[PLAN] + "# saved by an editor\n", "utf-8")
    with pytest.raises(Refused) as refused:
        draft.write()
    assert str(refused.value) == (
        "clients/acme.yaml was changed by somebody else since it was read; nothing was changed,"
        " the lines are:\nclients/acme.yaml:3: priority: B"
    )
    assert (root / PLAN).read_text("utf-8").endswith("# saved by an editor\n")


def test_settings_that_cannot_be_read_make_no_reference_wrong(root):
    (root / "relplan.yaml").write_text("firm: [\n", "utf-8")
    draft = Draft(load(root))
    draft.set_value(PLAN, ["priority"], "B")
    draft.write()
    assert "priority: B" in (root / PLAN).read_text("utf-8")


def test_of_very_many_faults_the_first_are_named(draft):
    draft.put("touches/acme.yaml", "- {date: 2026-11-01, with: [zed], by: ben}\n" * 9)
    with pytest.raises(Refused) as refused:
        draft.checked()
    said = str(refused.value).splitlines()
    assert len(said) == 8
    assert said[-1] == "and 3 more"


def test_a_file_that_moves_is_one_change_for_its_reader(draft, root):
    (root / PLAN).chmod(0o600)
    draft.move(PLAN, "clients/borg.yaml")
    draft.respell("clients/borg.yaml", [Word(["priority"], "B")])
    assert [tuple(one) for one in draft.lines()] == [
        ("clients/borg.yaml", 3, "priority: A", False),
        ("clients/borg.yaml", 3, "priority: B", True),
    ]
    ((change, was),) = draft.shown()
    assert (change.path, was, change.old) == ("clients/borg.yaml", PLAN, BASE[PLAN].encode())
    assert draft.moved == [(PLAN, "clients/borg.yaml")]
    draft.write()
    assert [one.name for one in (root / "clients").iterdir()] == ["borg.yaml"]
    assert (root / "clients/borg.yaml").stat().st_mode & 0o777 == 0o600


def test_a_file_of_the_book_that_is_no_plan_moves_as_it_is(draft, root):
    (root / "reviews/acme").mkdir(parents=True)
    (root / "reviews/acme/a.pdf").write_bytes(b"%PDF\xff\r\n")
    draft.move("reviews/acme/a.pdf", "reviews/borg/a.pdf")
    draft.write()
    assert (root / "reviews/borg/a.pdf").read_bytes() == b"%PDF\xff\r\n"
    assert not (root / "reviews/acme").exists()


def test_nothing_moves_over_something_that_is_there(draft, root):
    (root / "clients/borg.yaml").write_text("", "utf-8")
    with pytest.raises(Refused, match=r"^clients/borg.yaml is there already; nothing was changed$"):
        draft.move(PLAN, "clients/borg.yaml")
    with pytest.raises(
        Refused, match=r"^clients/x.yaml cannot be read \(No such file or directory\)"
    ):
        draft.move("clients/x.yaml", "clients/y.yaml")


def test_a_line_ends_where_an_editor_ends_it(root):
    text = BASE[PLAN] + 'notes: "a\u2028b\x85c"\ntags: [x]\n'
    (root / PLAN).write_text(text, "utf-8", newline="")
    draft = Draft(load(root))
    draft.set_value(PLAN, ["tags", 0], "w")
    assert [(one.line, one.text) for one in draft.lines() if one.added] == [(8, "tags: [w]")]


def test_a_change_that_would_lock_the_book_is_refused(tmp_path):
    loaded = load(write_book(tmp_path, {"relplan.yaml": "format: 1\nfirm: F\n"}))
    draft = Draft(loaded)
    draft.set_value("relplan.yaml", ["format"], "2")
    with pytest.raises(Refused) as caught:
        draft.write()
    assert str(caught.value) == "format: 2 is not one that this relplan reads; nothing was changed"
    assert (tmp_path / "relplan.yaml").read_text() == "format: 1\nfirm: F\n"
