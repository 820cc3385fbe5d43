import os
from datetime import date

import pytest

from relplan.errors import Refused
from relplan.files.book import load
from relplan.reports.pack import build
from relplan.reports.saved import save_pack


@pytest.fixture
def pack(quay):
    return build(load(quay).book, "harbour", date(2026, 11, 25))


def test_a_pack_is_kept_under_the_client_and_the_date(quay, pack):
    assert save_pack(quay, pack, "text\n") == "reviews/harbour/2026-11-25.md"
    assert (quay / "reviews" / "harbour" / "2026-11-25.md").read_bytes() == b"text\n"


def test_a_second_pack_of_the_day_replaces_the_first(quay, pack):
    save_pack(quay, pack, "first\n")
    save_pack(quay, pack, "second\n")
    assert [one.name for one in (quay / "reviews" / "harbour").iterdir()] == ["2026-11-25.md"]
    assert (quay / "reviews" / "harbour" / "2026-11-25.md").read_bytes() == b"second\n"


@pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
def test_nothing_is_written_outside_the_book(quay, pack, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (quay / "reviews").symlink_to(outside)
    with pytest.raises(Refused, match="leads out of the book"):
        save_pack(quay, pack, "text\n")
    assert not list(outside.iterdir())
