from datetime import date

import pytest
from scenes import ACME_LOG, write_book

from relplan.cli.lines import (
    initiative,
    member,
    scene,
    spoken_day,
    typed_coming_day,
    typed_day,
    write_line,
)
from relplan.errors import Refused, SeveralFit, WrongUse


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.delenv("RELPLAN_ME", raising=False)
    return scene("acme", ["raj", "Jane", "raj"], write_book(tmp_path), "2026-11-25")


def test_a_scene_holds_the_day_the_client_and_each_person_once(here):
    assert (here.today, here.client, here.people) == (date(2026, 11, 25), "acme", ["raj", "jane"])


def test_people_that_fit_twice_are_named(tmp_path):
    with pytest.raises(SeveralFit, match=r"jane \(Jane Porter\), raj \(Raj Patel\)"):
        scene("acme", ["p"], write_book(tmp_path), "2026-11-25")


def test_the_member_is_named_else_the_one_who_asks(here):
    assert member(here, "arch", "amara") == "ben"
    assert member(here, None, "amara") == "amara"
    with pytest.raises(WrongUse, match="no member of the team 'zed'"):
        member(here, "zed", None)


def test_a_day_that_is_not_typed_is_today_and_the_option_is_named_in_a_complaint():
    today = date(2026, 11, 25)
    assert typed_day("--date", None, today) == today
    assert typed_day("--date", "yesterday", today) == date(2026, 11, 24)
    with pytest.raises(WrongUse, match=r"^--on: `soon`"):
        typed_day("--on", "soon", today)


def test_a_day_to_come_is_named_in_a_complaint_and_said_with_its_weekday():
    today = date(2026, 11, 25)
    assert spoken_day(typed_coming_day("--by", "fri", today), today) == "Fri 27 Nov"
    with pytest.raises(WrongUse, match=r"^--by: 2026-11-01 has passed already"):
        typed_coming_day("--by", "2026-11-01", today)


def fields(**more):
    return {"date": "2026-11-25", "with": ["jane"], "by": "ben", **more}


def test_fields_without_a_value_are_left_out(here, capsys):
    write_line(here, fields(note=None, how="call"), dry_run=False)
    text = (here.root / "touches" / "acme.yaml").read_text(encoding="utf-8")
    assert "note" not in text.splitlines()[-1]
    assert capsys.readouterr().out.strip().endswith(text.splitlines()[-1])


def test_a_line_that_is_no_touch_is_refused_with_its_reasons(here):
    with pytest.raises(Refused, match="nothing was written"):
        write_line(here, fields(how="telepathy"), dry_run=False)
    assert (here.root / "touches" / "acme.yaml").read_text(encoding="utf-8") == ACME_LOG


def test_an_initiative_is_found_by_a_part_of_its_words(here):
    assert initiative(here, None) is None
    assert initiative(here, "at each plant") == "close-clinic"
    with pytest.raises(WrongUse, match="--for: no initiative 'x'; there are: close-clinic"):
        initiative(here, "x")
