from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from relplan.model.touch import TOUCHES, Touch, touch

LINE = {"date": "2026-11-03", "with": ["jane"], "by": "amara"}


def test_a_line_needs_a_day_people_and_one_of_ours():
    one = touch(LINE)
    assert (one.date, one.people, one.by) == (date(2026, 11, 3), ("jane",), "amara")
    assert one.answered
    assert one.counts


@pytest.mark.parametrize("wanting", ["date", "by"])
def test_a_line_without_one_of_them_is_refused(wanting):
    with pytest.raises(ValidationError) as caught:
        touch({key: LINE[key] for key in LINE if key != wanting})
    assert [one["loc"] for one in caught.value.errors()] == [(wanting,)]


@pytest.mark.parametrize("people", [[], None])
def test_a_line_without_people_is_refused(people):
    fields = {key: LINE[key] for key in ("date", "by")} | ({} if people is None else {"with": []})
    with pytest.raises(ValidationError) as caught:
        touch(fields)
    first = caught.value.errors()[0]
    assert (first["type"], first["ctx"]) == ("relplan_missing", {"field": "with"})


def test_a_line_that_strikes_another_needs_no_people():
    one = touch({"date": "2026-11-03", "by": "ben", "void": "2026-11-03 jane"})
    assert one.void == "2026-11-03 jane"
    assert not one.counts


@pytest.mark.parametrize(
    "more",
    [
        {"planned": "true"},
        {"cancelled": "true"},
        {"answered": "false"},
        {"snooze": "2026-12-01"},
        {"void": "2026-11-03 jane"},
    ],
)
def test_what_did_not_take_place_does_not_count(more):
    assert not touch(LINE | more).counts


@pytest.mark.parametrize(
    "more",
    [
        {"kept": "send it"},
        {"promise": {"what": "send it", "by": "2026-11-20"}},
        {"planned": "false", "cancelled": "no", "answered": "yes"},
        {"snooze": "null"},
        {"note": "null"},
    ],
)
def test_what_took_place_counts(more):
    assert touch(LINE | more).counts


def test_numbers_and_channels_are_read():
    one = touch(LINE | {"hours": "1.5", "cost": "64 GBP", "how": "lunch", "for": "close-clinic"})
    assert (one.hours, str(one.cost), one.how) == (Decimal("1.5"), "64 GBP", "lunch")
    assert one.initiative == "close-clinic"
    with pytest.raises(ValidationError):
        touch(LINE | {"how": "telepathy"})


def test_a_promise_has_two_parts():
    for half in ({"what": "x"}, {"by": "2026-11-20"}, "send it"):
        with pytest.raises(ValidationError):
            touch(LINE | {"promise": half})


def test_one_person_stands_without_brackets():
    assert touch(LINE | {"with": "jane"}).people == ("jane",)


def test_a_log_is_a_list_of_lines_in_the_order_of_the_file():
    read = TOUCHES.validate_python([LINE, LINE | {"date": "2020-01-01"}])
    assert [one.date.year for one in read] == [2026, 2020]
    assert all(isinstance(one, Touch) for one in read)
    assert TOUCHES.validate_python([]) == ()
