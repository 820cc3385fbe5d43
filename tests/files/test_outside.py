import os

import pytest
from books import write_book

from relplan.errors import Refused
from relplan.files import outside
from relplan.files.outside import check_outside, folder_outside, put_outside


@pytest.fixture
def book(tmp_path):
    return write_book(tmp_path / "book")


def refused(call, *words, **options):
    with pytest.raises(Refused) as told:
        call(*words, **options)
    return str(told.value)


def test_a_new_file_is_written_whole(book, tmp_path):
    put_outside(tmp_path / "x.json", b"{}", book, force=False)
    assert (tmp_path / "x.json").read_bytes() == b"{}"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["book", "x.json"]


def test_beside_relplan_yaml_is_a_place_too(book):
    put_outside(book / "x.json", b"{}", book, force=False)
    assert (book / "x.json").is_file()


def test_a_file_that_is_there_stays_unless_it_is_to_be_replaced(book, tmp_path):
    path = tmp_path / "x.json"
    path.write_bytes(b"mine")
    said = f"{path} is there already; add --force to replace it, or name another"
    assert refused(put_outside, path, b"{}", book, force=False) == said
    assert path.read_bytes() == b"mine"
    put_outside(path, b"{}", book, force=True)
    assert path.read_bytes() == b"{}"


def test_a_file_that_comes_in_between_stays(book, tmp_path, monkeypatch):
    path = tmp_path / "x.json"

    def look(*_words, **_options):
        path.write_bytes(b"theirs")

    monkeypatch.setattr(outside, "check_outside", look)
    said = f"{path} is there already; add --force to replace it, or name another"
    assert refused(put_outside, path, b"{}", book, force=False) == said
    assert path.read_bytes() == b"theirs"


@pytest.mark.parametrize(
    ("place", "own"),
    [
        ("clients/x.json", "clients"),
        ("touches/deep/x.json", "touches"),
        ("reviews/x.json", "reviews"),
        ("templates/x.json", "templates"),
        ("relplan.yaml", "relplan.yaml"),
        (".git/x", ".git"),
        (".gitattributes", ".gitattributes"),
        ("clients/../prospects/x", "prospects"),
    ],
)
@pytest.mark.parametrize("force", [True, False])
def test_nothing_is_written_among_the_books_own(book, place, own, force):
    path = book / place
    said = f"{path} lies in the book's own {own}; write it to another place"
    assert refused(check_outside, path, book, force=force) == said


def test_a_link_is_not_followed(book, tmp_path):
    (tmp_path / "x").symlink_to(book / "relplan.yaml")
    said = f"{tmp_path / 'x'} is a link; name the file that it leads to"
    assert refused(check_outside, tmp_path / "x", book, force=True) == said


def test_a_folder_that_leads_into_the_book_is_one_of_its_own(book, tmp_path):
    (tmp_path / "x").symlink_to(book / "clients")
    said = f"{tmp_path / 'x' / 'y'} lies in the book's own clients; write it to another place"
    assert refused(check_outside, tmp_path / "x" / "y", book, force=True) == said


def test_a_circle_of_links_is_told_so(book, tmp_path):
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert refused(folder_outside, tmp_path / "a", book, dry_run=True) in (
        f"{tmp_path / 'a'} is a link that leads back to itself",
        f"{tmp_path / 'a'} could not be made (File exists)",
    )


def test_a_place_that_is_not_there_or_a_folder_is_told_so(book, tmp_path):
    path = tmp_path / "no" / "x.json"
    said = f"there is no folder {tmp_path / 'no'}; make it first, or name another"
    assert refused(check_outside, path, book, force=False) == said
    assert refused(folder_outside, path, book, dry_run=False) == said
    said = f"{tmp_path} is a folder; name a file in it"
    assert refused(check_outside, tmp_path, book, force=True) == said


def test_a_folder_is_made_where_there_is_none(book, tmp_path):
    folder_outside(tmp_path / "csv", book, dry_run=True)
    assert not (tmp_path / "csv").exists()
    folder_outside(tmp_path / "csv", book, dry_run=False)
    folder_outside(tmp_path / "csv", book, dry_run=False)
    assert (tmp_path / "csv").is_dir()


def test_the_book_itself_and_a_file_are_no_folder_for_many_files(book, tmp_path):
    said = f"{book} is the book itself; name a folder of its own for so many files"
    assert refused(folder_outside, book, book, dry_run=False) == said
    (tmp_path / "x").write_text("")
    said = f"{tmp_path / 'x'} is a file; name a folder"
    assert refused(folder_outside, tmp_path / "x", book, dry_run=False) == said


def test_a_folder_that_cannot_be_made_is_told_so(book, tmp_path, monkeypatch):
    def full(*_words, **_options):
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(type(tmp_path), "mkdir", full)
    said = f"{tmp_path / 'csv'} could not be made (No space left on device)"
    assert refused(folder_outside, tmp_path / "csv", book, dry_run=False) == said
