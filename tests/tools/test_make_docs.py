import sys

import guards
import pytest

sys.path.insert(0, str(guards.ROOT / "tools"))
make_docs = pytest.importorskip("make_docs")


def test_everything_generated_is_fresh():
    assert make_docs.stale(make_docs.generated()) == [], "run: make docs"


def test_a_stale_file_is_noticed(tmp_path):
    (tmp_path / "a.md").write_text("old")
    assert make_docs.stale({"a.md": "new", "b.md": "new"}, tmp_path) == ["a.md", "b.md"]


def test_the_format_page_explains_every_field():
    page = make_docs.format_page()
    assert "| `birthday` | birthday |" in page
    assert "| `client` (required) | text | The client's full name. |" in page
    assert "`decision-maker`, `approver`" in page
