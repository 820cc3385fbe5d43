from pathlib import Path

import pytest
from books import write_book

from relplan.cli.paths import around, shown_files
from relplan.errors import WrongUse
from relplan.files.book import load


@pytest.fixture
def loaded(tmp_path, monkeypatch):
    monkeypatch.delenv("RELPLAN_BOOK", raising=False)
    return load(write_book(tmp_path, {"touches/acme.yaml": "[]\n"}))


def test_no_path_means_the_whole_book(loaded):
    assert shown_files(None, loaded) is None


def test_a_folder_means_its_files_and_the_book_all_of_them(loaded):
    assert shown_files([Path("clients")], loaded) == {"clients/acme.yaml"}
    assert shown_files([loaded.root], loaded) == {*loaded.documents}


def test_a_path_is_seen_from_here_or_from_the_book(loaded, monkeypatch):
    monkeypatch.chdir(loaded.root / "touches")
    assert shown_files([Path("acme.yaml")], loaded) == {"touches/acme.yaml"}
    assert shown_files([Path("clients/acme.yaml")], loaded) == {"clients/acme.yaml"}


@pytest.mark.parametrize("path", ["nowhere.yaml", "../elsewhere"])
def test_what_is_not_of_the_book_is_wrong_use(loaded, path):
    (loaded.root.parent / "elsewhere").mkdir(exist_ok=True)
    with pytest.raises(WrongUse, match="is no file or folder of the book in"):
        shown_files([Path(path)], loaded)


def test_the_book_is_looked_for_at_the_first_path(monkeypatch, tmp_path):
    assert around([tmp_path / "a.yaml", Path("b")]) == tmp_path
    assert around([tmp_path]) == tmp_path
    assert around([]) is None
    monkeypatch.setenv("RELPLAN_BOOK", "x")
    assert around([tmp_path]) is None
