import stat

import pytest
from books import write_book

from relplan.files import cache, kept
from relplan.files.book import load
from relplan.files.kept import Line, Stamp

LINES = {"clients/acme.yaml": Line(Stamp(b"1.2.3.4.5", False), b"0\tpacked\tmore")}


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("RELPLAN_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_was_put_on_a_shelf_is_taken_from_it(tmp_path):
    kept.put(tmp_path, 3, LINES)
    assert kept.take(tmp_path, 3) == LINES
    assert kept.take(tmp_path, 4) == {}
    assert kept.take(tmp_path / "other", 3) == {}


def test_another_version_or_reader_finds_an_empty_shelf(tmp_path, monkeypatch):
    kept.put(tmp_path, 3, LINES)
    monkeypatch.setattr(kept, "__version__", "9.9")
    assert kept.take(tmp_path, 3) == {}
    monkeypatch.undo()
    monkeypatch.setenv("RELPLAN_CACHE", str(cache.folder()))
    monkeypatch.setattr(kept, "_reader", lambda: "other")
    assert kept.take(tmp_path, 3) == {}


def test_names_and_modes_tell_nobody_anything(tmp_path, own_folder):
    root = write_book(tmp_path / "book")
    load(root)
    files = [one for one in own_folder.rglob("*") if one.is_file()]
    assert files
    assert not [one for one in files if "acme" in one.name or "book" in one.name]
    assert {stat.S_IMODE(one.stat().st_mode) for one in files} == {0o600}
    assert stat.S_IMODE((own_folder / "facts").stat().st_mode) == 0o700
    assert stat.S_IMODE(own_folder.stat().st_mode) == 0o700


def test_a_shelf_that_others_may_write_to_counts_as_empty(tmp_path, own_folder):
    kept.put(tmp_path, 3, LINES)
    next(own_folder.rglob("*-03")).chmod(0o666)
    assert kept.take(tmp_path, 3) == {}


def test_a_file_has_a_stamp_and_a_link_has_none(tmp_path):
    file, link = tmp_path / "a", tmp_path / "b"
    file.write_text("x")
    link.symlink_to(file)
    changed = file.stat().st_ctime_ns
    assert kept.stamp_of(str(link), changed) is None
    assert kept.stamp_of(str(tmp_path / "c"), changed) is None
    young, old = kept.stamp_of(str(file), changed), kept.stamp_of(str(file), changed + 10**10)
    assert young is not None
    assert old is not None
    assert (young.young, old.young, young.text) == (True, False, old.text)


def test_a_plan_and_its_log_lie_on_one_shelf():
    assert kept.shelf_of("clients/acme.yaml") == kept.shelf_of("touches/acme.yaml")
