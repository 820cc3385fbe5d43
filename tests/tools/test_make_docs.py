import sys

import guards
import pytest

from relplan.files.book import load

sys.path.insert(0, str(guards.ROOT / "tools"))
make_docs = pytest.importorskip("make_docs")


def test_everything_generated_is_fresh():
    assert make_docs.stale(make_docs.generated()) == [], "run: make docs"


def test_a_stale_file_is_noticed(tmp_path):
    (tmp_path / "a.md").write_text("old")
    assert make_docs.stale({"a.md": "new", "b.md": "new"}, tmp_path) == ["a.md", "b.md"]


def test_the_format_page_explains_every_field():
    page = make_docs.format_page()
    assert "| `birthday` | birthday |  |" in page
    assert "| `client` | text | required | The client's full name. |" in page
    assert "`decision-maker`, `approver`" in page


def test_the_format_page_says_what_holds_when_a_field_is_not_written():
    page = make_docs.format_page()
    assert (
        "| `working_days` | list, or text such as `mon-fri` | `[mon, tue, wed, thu, fri]` |" in page
    )
    assert "| `answered` | true or false | `true` |" in page
    assert "| `call_back_after` | duration | `3d` |" in page


def test_the_short_examples_of_the_format_page_are_a_book_without_faults(tmp_path):
    names = {"clients": "acme", "touches": "acme", "prospects": "contoso", "campaigns": "stock"}
    assert set(make_docs.EXAMPLES) == set(make_docs.FILES)
    for place, text in make_docs.EXAMPLES.items():
        path = tmp_path / place.replace("<id>", names.get(place.partition("/")[0], ""))
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    assert load(tmp_path.resolve()).diagnostics == ()
