"""The books that an editor has files of open."""

from books import TODAY, write_book
from desks import ACME, FILES, PLAN

from relplan.errors import Refused
from relplan.lsp.rooms import Rooms


def opened(tmp_path):
    root = write_book(tmp_path / "book", FILES)
    rooms = Rooms()
    place = rooms.open("file:acme", root / ACME, PLAN)
    return root, rooms, place


def test_files_of_a_book_share_a_desk_and_books_do_not(tmp_path):
    root, rooms, place = opened(tmp_path)
    other = write_book(tmp_path / "other")
    log = rooms.open("file:log", root / "touches" / "acme.yaml", FILES["touches/acme.yaml"])
    far = rooms.open("file:far", other / ACME, PLAN)
    assert log.desk is place.desk
    assert far.desk is not place.desk
    assert rooms.opened(place.desk) == {ACME: "file:acme", "touches/acme.yaml": "file:log"}
    assert list(rooms.beside("file:acme")) == ["file:log"]


def test_a_foreign_file_has_no_place(tmp_path):
    _, rooms, _ = opened(tmp_path)
    assert rooms.open("file:x", tmp_path / "compose.yaml", "a: b") is None
    assert rooms.at("file:x") is None
    assert list(rooms.beside("file:x")) == []
    rooms.close("file:x")


def test_a_book_is_let_go_with_its_last_file(tmp_path):
    root, rooms, place = opened(tmp_path)
    rooms.close("file:acme")
    assert rooms.at("file:acme") is None
    assert rooms.open("file:acme", root / ACME, PLAN).desk is not place.desk


def test_what_is_refused_is_asked_again_of_the_disk_as_it_is(tmp_path, monkeypatch):
    _, rooms, place = opened(tmp_path)
    asked = []

    def findings(path, _today, *, at_once):
        assert not at_once
        asked.append(path)
        if len(asked) == 1:
            raise Refused("clients/acme.yaml was changed by somebody in this moment")
        return []

    monkeypatch.setattr(place.desk, "findings", findings)
    assert rooms.check("file:acme", TODAY) == rooms.found["file:acme"] == []
    assert asked == [ACME, ACME]


def test_refreshing_names_every_open_file(tmp_path):
    root, rooms, place = opened(tmp_path)
    (root / "clients" / "new.yaml").write_text(PLAN, encoding="utf-8")
    assert rooms.refresh() == ["file:acme"]
    assert "new" in place.desk.loaded.book.plans
