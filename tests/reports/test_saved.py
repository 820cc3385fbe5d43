import os
import re
from pathlib import Path

import pytest

from relplan.errors import Refused
from relplan.model.ids import PATTERN
from relplan.reports.html import Html, Page, page
from relplan.reports.saved import SUMMARY, place_in_book, put_out, refuse_foreign, save_pack

PLACE = "reviews/harbour/2026-11-25.md"
PACK = b"# x\n\n<!-- relplan review harbour 2026-11-25 -->\n"


def test_a_pack_is_kept_under_the_client_and_the_date(quay):
    assert place_in_book("harbour", "2026-11-25", "md") == PLACE
    assert save_pack(quay, PLACE, b"text\n") == PLACE
    assert (quay / PLACE).read_bytes() == b"text\n"


def test_a_second_pack_of_the_day_replaces_the_first(quay):
    save_pack(quay, PLACE, b"first\n")
    save_pack(quay, PLACE, b"second\n")
    assert [one.name for one in (quay / "reviews" / "harbour").iterdir()] == ["2026-11-25.md"]
    assert (quay / PLACE).read_bytes() == b"second\n"


@pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
def test_nothing_is_written_outside_the_book(quay, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (quay / "reviews").symlink_to(outside)
    with pytest.raises(Refused, match="leads out of the book"):
        save_pack(quay, PLACE, b"text\n")
    assert not list(outside.iterdir())


def test_the_summarys_name_is_no_clients():
    assert not re.fullmatch(PATTERN, SUMMARY)
    assert re.fullmatch(PATTERN, "team")


def test_a_folder_is_made_for_what_is_put_out(tmp_path):
    place = str(tmp_path / "a" / "b" / "harbour.md")
    refuse_foreign([place])
    put_out(place, PACK)
    assert Path(place).read_bytes() == PACK


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("harbour.md", PACK),
        ("harbour.html", page(Page("x", Html("<p>x</p>"))).encode()),
        ("harbour.pdf", b"%PDF-1.7\n/ID [<relplan>]"),
    ],
)
def test_only_what_relplan_wrote_is_replaced(tmp_path, name, content):
    place = tmp_path / name
    place.write_bytes(content)
    refuse_foreign([str(place)])
    place.write_bytes(b"my own notes")
    with pytest.raises(Refused) as refused:
        refuse_foreign([str(tmp_path / "new.md"), str(place), str(place)])
    assert str(refused.value) == (
        f"{place} and 1 more are there and not written by relplan; move it away, or name another"
        " folder with --out; nothing was written"
    )


@pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
def test_a_link_is_not_followed_out_of_the_folder(tmp_path):
    (tmp_path / "elsewhere.md").write_bytes(PACK)
    (tmp_path / "harbour.md").symlink_to(tmp_path / "elsewhere.md")
    with pytest.raises(Refused, match=r"harbour\.md is there and not written by relplan"):
        refuse_foreign([str(tmp_path / "harbour.md")])


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "packs").write_text("x", "utf-8")
    with pytest.raises(Refused, match=r"^--out: .*packs is no folder; nothing was written$"):
        refuse_foreign([str(tmp_path / "packs" / "harbour.md")])
