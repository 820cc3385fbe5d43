from datetime import date

import pytest
from scenes import TODAY, log, person, plan

from relplan.analysis.contact_reasons import of_birthday, of_cadence, of_promises
from relplan.analysis.working_days import WorkingDays
from relplan.model.settings import Settings

SETTINGS = Settings.model_validate({"firm": "Hartwell"})


def contact(*lines, today=TODAY, days=None, client=None, settings=SETTINGS, **fields):
    found = of_cadence(
        "jane",
        person(**fields),
        plan(**(client or {})),
        settings,
        log(*lines, today=today, days=days),
    )
    return next(found, None)


def why(*lines, **more):
    return contact(*lines, **more).why


def test_a_line_says_the_days_the_channel_the_date_and_the_rhythm():
    assert why({"date": "2026-10-14", "how": "lunch"}) == "42 days since lunch on 14 Oct, every 4w"


def test_one_day_is_no_days():
    assert why({"date": "2026-11-24", "how": "call"}) == "1 day since call on 24 Nov, every 4w"


@pytest.mark.parametrize("line", [{}, {"how": "other"}])
def test_a_touch_of_no_named_channel_is_the_last_touch(line):
    assert why({"date": "2026-11-24", **line}).startswith("1 day since the last touch on")


def test_the_year_is_said_when_it_is_not_this_one():
    assert "on 31 Dec 2025" in why({"date": "2025-12-31"})


@pytest.mark.parametrize(
    ("fields", "client", "said", "source"),
    [
        ({"since": "2026-02-01"}, {}, "no touch logged yet; known since 1 Feb", "person since"),
        (
            {"since": "null"},
            {"since": "2026-02-01"},
            "no touch logged yet; a client since 1 Feb",
            "client since",
        ),
        (
            {"since": "null"},
            {},
            "no touch logged yet, and no `since` to count from",
            "nothing",
        ),
    ],
)
def test_the_baseline_is_named(fields, client, said, source):
    found = contact(client=client, **fields)
    assert found.why == f"{said}, every 4w"
    assert found.baseline == source


def test_the_baseline_of_a_touch_is_named():
    assert contact({"date": "2026-10-14"}).baseline == "touch"


def test_a_moved_day_says_from_where():
    found = contact({"date": "2026-10-31"}, days=WorkingDays())
    assert found.why.endswith("; moved from Sat 28 Nov")
    assert found.moved_from == date(2026, 11, 28)


def test_a_snooze_is_named_with_its_note():
    lines = [{"date": "2026-10-01"}, {"date": "2026-11-07", "snooze": "2026-12-01", "note": "away"}]
    assert why(*lines).endswith("; snoozed until 1 Dec (away)")


def test_lateness_is_measured_by_the_cadence_and_of_other_things_by_the_week():
    assert contact({"date": "2026-10-14"}, cadence="4w").weight == 28
    tried = {"date": "2026-11-20", "answered": False}
    assert contact(tried).weight == 7


def test_a_call_back_stands_in_place_of_the_contact_and_names_the_tries():
    lines = [
        {"date": "2026-11-02", "answered": False, "how": "call"},
        {"date": "2026-11-09", "answered": False},
    ]
    found = contact(*lines)
    assert found.kind == "call-back"
    assert found.why == (
        "no answer to 2 tries: call on 2 Nov, try on 9 Nov; try another way: email"
    )


def test_the_books_wait_decides_when_to_call_back_in_days_and_in_weeks():
    tried = {"date": "2026-11-02", "answered": False}
    due = [
        contact(
            tried,
            days=WorkingDays(),
            settings=Settings.model_validate({"firm": "H", "call_back_after": wait}),
        ).due
        for wait in ("1d", "1w")
    ]
    assert due == [date(2026, 11, 3), date(2026, 11, 9)]


def test_breathing_and_never_give_no_reason():
    repair = {"began": "2026-11-01", "step": "breathe", "until": "2026-11-30"}
    assert contact(client={"status": "damaged", "repair": repair}) is None
    assert contact(cadence="never") is None


# Promises


PROMISE = {"date": "2026-11-06", "promise": {"what": "send the benchmark", "by": "2026-11-22"}}


def promised(*lines, today=TODAY):
    given = of_promises(log(*lines, today=today, days=WorkingDays()))
    return [reason for _, reason in given]


def test_a_promise_belongs_to_the_member_who_gave_it():
    line = {**PROMISE, "by": "amara"}
    [(given, _)] = of_promises(log(line, today=TODAY, days=WorkingDays()))
    assert given.by == "amara"


def test_a_promise_says_when_by_when_and_what():
    (found,) = promised(PROMISE)
    assert found.why == "promised on 6 Nov by 22 Nov: send the benchmark"


def test_a_promise_is_due_on_its_date_even_on_a_sunday():
    (found,) = promised(PROMISE)
    assert (found.due, found.moved_from) == (date(2026, 11, 22), None)


def test_a_promise_that_will_be_made_is_none_yet():
    assert promised(PROMISE, today=date(2026, 11, 5)) == []


# Birthdays


def birthday(born, today):
    found = list(of_birthday("jane", person(birthday=born), log(today=today)))
    assert len(found) <= 1
    return (found[0].due, found[0].why) if found else None


def test_the_next_birthday_is_named():
    assert birthday("12-01", TODAY) == (date(2026, 12, 1), "birthday on 1 Dec")


def test_a_birthday_is_today_on_the_day():
    assert birthday("11-25", TODAY)[0] == TODAY


def test_a_birthday_stays_for_a_week_and_then_makes_way_for_the_next():
    assert birthday("11-18", TODAY)[0] == date(2026, 11, 18)
    assert birthday("11-17", TODAY)[0] == date(2027, 11, 17)


@pytest.mark.parametrize(
    ("touch", "due"),
    [
        ({"date": "2026-11-23"}, 2027),
        ({"date": "2026-11-24"}, 2027),
        ({"date": "2026-11-25"}, 2026),
        ({"date": "2026-11-22"}, 2026),
        ({"date": "2026-11-24", "answered": False}, 2026),
        ({"date": "2026-11-24", "with": ["raj"]}, 2026),
    ],
)
def test_a_birthday_on_which_or_after_which_somebody_spoke_with_them_is_over(touch, due):
    [found] = of_birthday("jane", person(birthday="11-23"), log(touch))
    assert found.due == date(due, 11, 23)


def test_a_birthday_of_december_is_still_named_in_january():
    assert birthday("12-30", date(2027, 1, 2)) == (date(2026, 12, 30), "birthday on 30 Dec 2026")


def test_the_age_is_said_when_the_year_is_known():
    assert birthday("1976-11-25", TODAY)[1] == "birthday on 25 Nov, 50 years"


def test_born_on_29_february_is_kept_on_the_28th_and_on_the_day_in_leap_years():
    assert birthday("02-29", date(2027, 2, 20)) == (
        date(2027, 2, 28),
        "birthday on 28 Feb (born on 29 Feb)",
    )
    assert birthday("2000-02-29", date(2028, 2, 20)) == (
        date(2028, 2, 29),
        "birthday on 29 Feb, 28 years",
    )
    assert birthday("02-29", date(2028, 3, 1))[0] == date(2028, 2, 29)


def test_without_a_birthday_there_is_none():
    assert list(of_birthday("jane", person(), log())) == []


def test_after_the_last_birthday_of_the_calendar_none_comes():
    assert birthday("06-14", date.max) is None
    assert birthday("12-31", date.max)[0] == date.max
    assert birthday("01-01", date.min)[0] == date.min
