import pytest
from scenes import TODAY, jane, plan, touches

from relplan.analysis.habits import empty_run, is_newest, only_voice


def run(*lines):
    """The days of the empty lines at the end of a log."""
    return [one.date.isoformat()[5:] for one in empty_run(touches(*lines), TODAY)]


def test_the_run_reaches_back_to_the_last_line_that_says_something():
    days = ["2026-10-01", "2026-11-03", "2026-11-02"]
    said = {"date": "2026-10-12", "note": "Worried"}
    assert run(*({"date": day} for day in days), said) == ["11-03", "11-02"]


@pytest.mark.parametrize(
    "field",
    [
        {"note": "x"},
        {"learned": "x"},
        {"promise": {"what": "x", "by": "2026-12-01"}},
        {"kept": "x"},
    ],
)
def test_any_of_them_says_something(field):
    assert run({"date": "2026-11-02", **field}) == []


def test_what_is_no_touch_is_no_empty_one():
    assert (
        run(
            {"date": "2026-11-02", "answered": "false"},
            {"date": "2026-11-26"},
            {"date": "2026-11-02", "planned": "true"},
            {"date": "2026-11-02", "snooze": "2026-12-01"},
        )
        == []
    )


def voice(*by, day="2026-11-02", **jane_):
    lines = touches(*({"date": day, "by": one} for one in by))
    return only_voice(plan(roles={"jane": jane(**jane_)}), lines, TODAY)


def test_five_touches_of_one_member_are_one_voice():
    assert voice(*["ben"] * 5) == ("ben", 5)
    assert voice(*["ben"] * 4) is None
    assert voice(*["ben"] * 7, "amara") is None


def test_only_the_last_year_and_people_who_are_there_count():
    assert voice(*["ben"] * 5, day="2025-11-26") == ("ben", 5)
    assert voice(*["ben"] * 5, day="2025-11-25") is None
    assert voice(*["ben"] * 5, left="2026-11-10") is None


def test_the_newest_touch_is_that_after_which_nothing_happened():
    old, new, tried, planned = touches(
        {"date": "2026-10-01"},
        {"date": "2026-11-02"},
        {"date": "2026-11-09", "answered": "false"},
        {"date": "2026-12-09", "planned": "true"},
    )
    log = (new, old, tried, planned)
    assert is_newest(new, log, TODAY)
    assert not is_newest(old, log, TODAY)
