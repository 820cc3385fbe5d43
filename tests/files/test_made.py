"""A folder that relplan makes: nothing else is in it, and nothing else is ever touched."""

import os

import pytest

from relplan.errors import Refused
from relplan.files import made as subject
from relplan.files.made import LIST, difference, make, refuse_own_folders

PAGES = {"index.html": b"a", "clients/acme.html": b"b"}


def held(folder):
    """Every file below the folder: name to bytes."""
    return {
        one.relative_to(folder).as_posix(): one.read_bytes()
        for one in folder.rglob("*")
        if one.is_file()
    }


def test_a_folder_that_is_not_there_is_made_with_the_list_of_what_it_holds(tmp_path):
    out = tmp_path / "a" / "site"
    assert make(out, PAGES).new == ("clients/acme.html", "index.html")
    listed = held(out).pop(LIST).decode().splitlines()
    assert listed[1:] == ["clients/acme.html", "index.html"]
    assert {name: raw for name, raw in held(out).items() if name != LIST} == PAGES


def test_the_same_again_writes_nothing(tmp_path):
    make(tmp_path / "site", PAGES)
    before = {one: one.stat().st_mtime_ns for one in (tmp_path / "site").rglob("*.html")}
    assert make(tmp_path / "site", PAGES).same == ("clients/acme.html", "index.html")
    assert {one: one.stat().st_mtime_ns for one in before} == before


def test_what_is_no_longer_made_goes_with_its_empty_folder(tmp_path):
    make(tmp_path, PAGES)
    assert make(tmp_path, {"index.html": b"c"}).gone == ("clients/acme.html",)
    assert [one.name for one in sorted(tmp_path.iterdir())] == [LIST, "index.html"]


@pytest.mark.parametrize(
    "name", ["letter.txt", "clients/notes.html", "clients/old.html/x", ".git/x"]
)
def test_a_folder_with_something_else_in_it_is_refused_and_left_alone(tmp_path, name):
    make(tmp_path, PAGES)
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(b"mine")
    before = held(tmp_path)
    with pytest.raises(Refused, match=r"holds \S+, which relplan site did not make; name an empty"):
        make(tmp_path, {})
    assert held(tmp_path) == before


def test_what_a_desktop_leaves_is_let_be(tmp_path):
    make(tmp_path, PAGES)
    (tmp_path / "clients" / ".DS_Store").write_bytes(b"x")
    make(tmp_path, {"index.html": b"a"})
    assert (tmp_path / "clients" / ".DS_Store").exists()


def test_a_link_in_the_place_of_a_page_or_a_folder_is_refused(tmp_path):
    out, away = tmp_path / "site", tmp_path / "away"
    away.mkdir()
    make(out, PAGES)
    (out / "index.html").unlink()
    (out / "index.html").symlink_to(away / "x")
    with pytest.raises(Refused, match=r"holds index\.html"):
        make(out, PAGES)
    (out / "index.html").unlink()
    (out / "clients" / "acme.html").unlink()
    (out / "clients").rmdir()
    (out / "clients").symlink_to(away)
    with pytest.raises(Refused, match="holds clients"):
        make(out, PAGES)
    assert list(away.iterdir()) == []


@pytest.mark.parametrize("line", ["../x.html", "/etc/x.html", "a/b/c.html", "relplan.yaml"])
def test_a_list_that_leads_elsewhere_is_refused(tmp_path, line):
    out = tmp_path / "site"
    make(out, {"index.html": b"a"})
    with (out / LIST).open("a") as listed:
        listed.write(f"{line}\n")
    with pytest.raises(Refused, match=r"\.relplan-site is not as relplan site writes it"):
        make(out, {})


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "site").write_bytes(b"x")
    with pytest.raises(Refused, match="is no folder; name one that is empty"):
        difference(tmp_path / "site", PAGES)


def test_a_disk_that_fills_while_pages_are_written_leaves_the_old_site(tmp_path, monkeypatch):
    make(tmp_path, PAGES)
    before = held(tmp_path)
    real = subject.Path.write_bytes

    def full(self, raw):
        if self.name == "beta.html":
            raise OSError(28, "No space left on device")
        return real(self, raw)

    monkeypatch.setattr(subject.Path, "write_bytes", full)
    with pytest.raises(Refused, match="No space left on device"):
        make(tmp_path, {"index.html": b"new", "clients/beta.html": b"new"})
    assert held(tmp_path) == before


def test_what_a_killed_run_left_is_no_obstacle(tmp_path, monkeypatch):
    make(tmp_path, PAGES)
    fresh = {"index.html": b"new", "clients/beta.html": b"new"}

    def killed(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(subject.Path, "unlink", killed)
    monkeypatch.setattr(subject.shutil, "rmtree", lambda *_, **__: None)
    with pytest.raises(KeyboardInterrupt):
        make(tmp_path, fresh)
    monkeypatch.undo()
    assert (tmp_path / "clients" / "acme.html").exists()
    make(tmp_path, fresh)
    assert {name: raw for name, raw in held(tmp_path).items() if name != LIST} == fresh


def test_the_books_own_folders_are_refused(tmp_path):
    for name in ("clients", "reviews"):
        (tmp_path / name).mkdir()
    for wrong in (tmp_path / "clients", tmp_path / "reviews" / "site"):
        with pytest.raises(Refused, match=r"lies in \w+/ of the book; name a folder outside"):
            refuse_own_folders(wrong, tmp_path)
    for wrong in (tmp_path, tmp_path / ".git" / "x"):
        with pytest.raises(Refused, match="is the book's own; name a folder for the site alone"):
            refuse_own_folders(wrong, tmp_path)
    refuse_own_folders(tmp_path / "site", tmp_path)
    refuse_own_folders(tmp_path.parent / "site", tmp_path)


def test_a_link_does_not_hide_a_folder_of_the_book(tmp_path):
    (tmp_path / "book" / "clients").mkdir(parents=True)
    os.symlink(tmp_path / "book" / "clients", tmp_path / "there")  # noqa: PTH211 -- the shell's ln -s
    with pytest.raises(Refused, match="lies in clients/ of the book"):
        refuse_own_folders(tmp_path / "there" / "site", tmp_path / "book")


def test_a_folder_that_may_not_be_looked_at_is_refused(tmp_path, monkeypatch):
    make(tmp_path, PAGES)

    def denied(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(subject.Path, "read_bytes", denied)
    with pytest.raises(Refused, match=r"cannot be looked at \(Permission denied\); nothing was"):
        difference(tmp_path, PAGES)
