import os

import pytest
from books import write_book

from relplan.files import kept, reading
from relplan.files.reading import called, read_all, read_some

PATHS = ["relplan.yaml", "clients/acme.yaml"]


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("RELPLAN_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def root(tmp_path):
    return write_book(tmp_path / "book")


@pytest.fixture
def settled(monkeypatch):
    """A clock by which all files were written long ago."""
    now = reading.clock.moment()
    monkeypatch.setattr(reading.clock, "moment", lambda: now + 10**12)


@pytest.fixture
def read(monkeypatch):
    """The paths of the files that are really read."""
    seen, true = [], reading.read_one
    monkeypatch.setattr(
        reading, "read_one", lambda root, path: seen.append(path) or true(root, path)
    )
    return seen


@pytest.mark.usefixtures("settled")
def test_what_was_read_is_not_read_again(root, read):
    first = read_all(root, PATHS)
    assert read == PATHS or sorted(read) == sorted(PATHS)
    read.clear()
    assert read_all(root, PATHS) == first
    assert read == []


def test_of_a_file_just_written_the_bytes_are_compared(root, read):
    read_all(root, PATHS)
    read.clear()
    path = root / "clients/acme.yaml"
    before = path.stat()
    path.write_text(path.read_text().replace("Acme plc", "Bcme plc"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    line = kept.take(root, kept.shelf_of("clients/acme.yaml"))["clients/acme.yaml"]
    assert line.stamp.young
    assert read_all(root, PATHS)["clients/acme.yaml"].value.client == "Bcme plc"


@pytest.mark.usefixtures("settled")
def test_the_same_size_and_time_with_other_words_is_seen(root):
    read_all(root, PATHS)
    path = root / "clients/acme.yaml"
    before = path.stat()
    path.write_text(path.read_text().replace("Acme plc", "Bcme plc"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert read_all(root, PATHS)["clients/acme.yaml"].value.client == "Bcme plc"


@pytest.mark.usefixtures("settled")
def test_a_part_of_a_book_leaves_the_rest_on_its_shelf(root, read):
    write_book(root, {"touches/acme.yaml": "- {date: 2026-11-03, with: jane, by: ben}\n"})
    read_all(root, [*PATHS, "touches/acme.yaml"])
    read.clear()
    read_some(root, ["clients/acme.yaml"])
    read_all(root, ["touches/acme.yaml"], whole=False)
    read_all(root, [*PATHS, "touches/acme.yaml"])
    assert read == []
    read_all(root, PATHS)
    assert "touches/acme.yaml" not in kept.take(root, kept.shelf_of("clients/acme.yaml"))


@pytest.mark.usefixtures("settled")
def test_names_are_told_from_what_is_kept_and_else_from_the_files(root, read):
    assert called(root, ["clients/acme.yaml"]) == {"clients/acme.yaml": "Acme plc"}
    read.clear()
    assert called(root, ["clients/acme.yaml"]) == {"clients/acme.yaml": "Acme plc"}
    assert read == []


@pytest.mark.usefixtures("settled")
def test_a_file_that_leads_out_of_the_book_is_never_kept(root, tmp_path):
    read_all(root, PATHS)
    (root / "clients").rename(tmp_path / "elsewhere")
    (root / "clients").symlink_to(tmp_path / "elsewhere")
    assert read_all(root, PATHS)["clients/acme.yaml"].value is None


@pytest.mark.usefixtures("settled")
def test_who_waits_is_told_only_of_what_is_read(root):
    told = []
    read_all(root, PATHS, told.append)
    read_all(root, PATHS, told.append)
    assert told == ["reading file 1 of 2", "reading file 2 of 2"]
