import stat

import pytest

from relplan.files import cache


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("RELPLAN_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_was_stored_is_loaded_by_the_same_version_only():
    cache.store("judgements", "1", {"a": [1, "x"]})
    assert cache.load("judgements", "1") == {"a": [1, "x"]}
    assert cache.load("judgements", "2") == {}
    assert cache.load("others", "1") == {}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x80\x04\x95pickle",
        b"[]",
        b'{"version": "1"}',
        b'{"version": "1", "entries": []}',
        b'{"version": "1", "entries"',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
def test_a_damaged_cache_counts_as_empty(own_folder, content):
    own_folder.mkdir()
    (own_folder / "judgements.json").write_bytes(content)
    assert cache.load("judgements", "1") == {}


def test_nobody_else_reads_a_cache(own_folder):
    cache.store("judgements", "1", {})
    assert stat.S_IMODE((own_folder / "judgements.json").stat().st_mode) == 0o600


def test_a_cache_that_cannot_be_written_is_passed_over(own_folder):
    own_folder.write_text("a file where the folder belongs")
    cache.store("judgements", "1", {"a": 1})
    assert cache.load("judgements", "1") == {}


def test_a_store_leaves_no_other_file_behind(own_folder):
    cache.store("judgements", "1", {})
    assert [one.name for one in own_folder.iterdir()] == ["judgements.json"]


def test_each_system_has_its_place(monkeypatch, tmp_path):
    monkeypatch.delenv("RELPLAN_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    assert cache.folder() == tmp_path / "relplan"
    monkeypatch.setattr("sys.platform", "darwin")
    assert cache.folder().parts[-3:] == ("Library", "Caches", "relplan")
