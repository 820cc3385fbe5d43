import pytest
from books import write_book

from relplan.files import crew
from relplan.files.book import load
from relplan.files.packed import unpack
from relplan.files.reading import read_one

PATHS = ["clients/acme.yaml", "relplan.yaml", "clients/gone.yaml"]


@pytest.fixture
def many(monkeypatch):
    monkeypatch.setattr(crew, "WORTH_IT", 1)
    monkeypatch.setattr(crew.os, "sched_getaffinity", lambda _: {0, 1}, raising=False)


def test_a_small_book_needs_no_help(tmp_path):
    assert crew.shared(tmp_path, PATHS) == []


@pytest.mark.usefixtures("many")
def test_each_reads_its_share_and_what_cannot_be_packed_is_left(tmp_path):
    root = write_book(tmp_path)
    [(process, share)] = crew.shared(root, PATHS)
    assert share == ["relplan.yaml"]
    found = crew.handed_back(process, share)
    facts = read_one(root, "relplan.yaml")
    facts.plain = None
    assert unpack("relplan.yaml", found["relplan.yaml"]) == facts


@pytest.mark.usefixtures("many")
def test_what_one_does_not_hand_back_is_read_all_the_same(tmp_path, monkeypatch):
    root = write_book(tmp_path)
    monkeypatch.setenv("RELPLAN_NO_CACHE", "1")
    alone = load(root)
    monkeypatch.setattr(crew, "_START", "import sys; sys.exit(1)")
    assert load(root).facts == alone.facts
    monkeypatch.setattr(crew, "_START", "print('nonsense')")
    assert load(root).facts == alone.facts
