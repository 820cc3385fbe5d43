from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relplan.errors import Refused, WrongUse
from relplan.files import start
from relplan.files.book import load
from relplan.model import ids

FOUNDER = start.Founder("amara", "Amara Okafor", None, "principal")
TODAY = date(2026, 11, 25)
NAMES = st.text(
    st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\u2028\u2029\ufeff"),
    min_size=1,
)


@given(firm=NAMES, name=NAMES)
def test_whatever_the_names_hold_the_settings_hold_the_same(tmp_path_factory, firm, name):
    folder = tmp_path_factory.mktemp("book").resolve()
    text = start.book_files(firm, FOUNDER._replace(name=name))["relplan.yaml"]
    (folder / "relplan.yaml").write_text(text, encoding="utf-8")
    settings = load(folder).book.settings
    assert (settings.firm, settings.team["amara"].name) == (firm, name)


@given(name=NAMES)
def test_whatever_a_client_is_called_the_plan_says_so(tmp_path_factory, name):
    folder = tmp_path_factory.mktemp("book").resolve()
    (folder / "clients").mkdir()
    client = start.NewClient(name, "amara", "B", TODAY, date(2027, 2, 25))
    (folder / "clients/one.yaml").write_text(start.client_text(client), encoding="utf-8")
    (folder / "relplan.yaml").write_text("firm: F\nteam: {amara: {name: A, tier: senior}}\n")
    loaded = load(folder)
    assert [one for one in loaded.diagnostics if one.severity == "error"] == []
    assert loaded.book.plans["one"].client == name


ODD_NAMES = [
    "Müller & Söhne: GmbH",
    '"quoted"',
    "'single'",
    "# x",
    "- y",
    "no",
    "007",
    "<<",
    "@ID@ @NAME@",
    "{a}, [b]: c #",
    "C:\\new\\table",
    "a\nb: c",
    "渡辺 👩",
    "x" * 500,
]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_book_and_a_plan_of_an_odd_name_are_without_a_fault(tmp_path, name):
    files = start.book_files(name, FOUNDER._replace(name=name, email="a@b.example"))
    client = start.NewClient(name, "amara", "A", TODAY, date(2027, 2, 25))
    start.start_book(tmp_path, files | {"clients/one.yaml": start.client_text(client)})
    loaded = load(tmp_path.resolve())
    assert loaded.diagnostics == ()
    assert loaded.book.settings.firm == name
    assert loaded.book.names() == {"one": name}


def test_a_folder_of_plans_that_leads_back_to_itself_is_said_in_one_line(tmp_path):
    (tmp_path / "clients").symlink_to("clients")
    with pytest.raises(Refused, match=r"^clients/: a link that leads back to itself; remove it$"):
        start.taken_ids(tmp_path)


def test_no_word_of_a_skeleton_is_left_unfilled():
    texts = [
        *start.book_files("F", FOUNDER).values(),
        start.client_text(start.NewClient("A", None, "C", TODAY, TODAY)),
    ]
    assert [text for text in texts if "@" in text] == []


def test_a_line_for_what_is_not_known_is_left_out():
    assert "email" not in start.book_files("F", FOUNDER)["relplan.yaml"]
    known = FOUNDER._replace(email="a@b.example")
    assert "\n    email: a@b.example\n" in start.book_files("F", known)["relplan.yaml"]


def test_files_that_are_there_stay_and_are_not_among_the_written(tmp_path):
    (tmp_path / "b.txt").write_text("mine")
    assert start.start_book(tmp_path, {"a.txt": "new", "b.txt": "new"}) == ["a.txt"]
    assert (tmp_path / "b.txt").read_text() == "mine"
    assert all((tmp_path / name).is_dir() for name in start.FOLDERS)


def test_a_book_is_refused_also_when_its_settings_are_a_dangling_link(tmp_path):
    (tmp_path / "relplan.yaml").symlink_to(tmp_path / "nowhere")
    with pytest.raises(Refused, match=r"this is a book; nothing was changed$"):
        start.start_book(tmp_path, {"a.txt": "new"})
    assert not (tmp_path / "a.txt").exists()


def test_a_folder_that_cannot_be_made_is_said_in_one_line(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(Refused, match=r"book cannot be made \(Not a directory\)$"):
        start.start_book(tmp_path / "file" / "book", {})


def test_clients_and_prospects_take_ids_campaigns_and_logs_do_not(tmp_path):
    for place in ("clients/a.yaml", "prospects/B.yml", "campaigns/c.yaml", "touches/d.yaml"):
        (tmp_path / place).parent.mkdir()
        (tmp_path / place).write_text("")
    assert start.taken_ids(tmp_path) == {"a": "clients/a.yaml", "b": "prospects/B.yml"}


@given(name=st.text(max_size=90))
def test_an_id_made_of_a_name_is_one_or_is_refused(name):
    if ids.nearest_id(name):
        assert ids.why_not_an_id(start.new_id(None, name, {})) is None
    else:
        with pytest.raises(WrongUse, match=r"give one with --id$"):
            start.new_id(None, name, {})
