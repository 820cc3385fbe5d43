from datetime import date, timedelta

import pytest
from scenes import TEAM, TODAY, acme, book, jane, listed

from relplan.model.durations import duration

DAYS = [TODAY - timedelta(days=30 + 10 * step) for step in range(5)]
EVERY_TEN_DAYS = [{"date": str(day)} for day in DAYS]
HALF_A_YEAR = duration("6m")


def drifts(of, today=TODAY, **wanted):
    return [(one.who.person, one.gap, one.silent) for one in listed(of, today, **wanted).drifting]


def test_who_is_not_due_and_quieter_than_usual_drifts():
    assert drifts(acme({"cadence": "1y"}, *EVERY_TEN_DAYS)) == [("jane", 10.0, 30)]


def test_who_is_due_is_on_the_list_and_not_said_twice():
    assert drifts(acme({"cadence": "4w"}, *EVERY_TEN_DAYS)) == []


@pytest.mark.parametrize(
    ("person", "line"),
    [
        ({"cadence": "never"}, {}),
        ({"cadence": "1y", "left": "2026-11-01"}, {}),
        ({"cadence": "1y"}, {"date": "2026-11-20", "snooze": "2026-12-20"}),
        ({"cadence": "1y"}, {"date": "2026-11-24", "answered": False}),
    ],
)
def test_who_rests_left_is_snoozed_or_was_just_tried_does_not_drift(person, line):
    assert drifts(acme(person, *EVERY_TEN_DAYS, *([line] if line else []))) == []


def test_while_a_client_breathes_nobody_drifts():
    repair = {"began": "2026-11-01", "step": "breathe", "until": "2026-12-27"}
    fields = {"status": "damaged", "repair": repair, "roles": {"jane": jane(cadence="1y")}}
    assert drifts(book({"acme": fields}, {"acme": EVERY_TEN_DAYS})) == []


def test_the_longest_silence_for_its_rhythm_comes_first():
    often = [{"date": str(TODAY - timedelta(days=40 + 7 * n)), "with": "raj"} for n in range(6)]
    of = book(
        {"acme": {"roles": {"jane": jane(cadence="1y"), "raj": jane(name="Raj", cadence="1y")}}},
        {"acme": [*EVERY_TEN_DAYS, *often]},
    )
    assert [who for who, _, _ in drifts(of)] == ["raj", "jane"]


def test_drift_is_asked_of_the_member_who_keeps_the_tie_and_of_the_client():
    of = acme({"cadence": "1y", "ours": "ben"}, *EVERY_TEN_DAYS)
    assert drifts(of, owner="ben") != []
    assert drifts(of, owner="amara") == drifts(of, client="other") == []


def test_people_who_matter_and_have_no_cadence_are_named():
    roles = {
        "jane": jane(cadence="never", role="decision-maker"),
        "raj": jane(name="Raj", cadence="never", influence="high"),
        "li": jane(name="Li", cadence="never"),
        "zoe": jane(name="Zoe", influence="high"),
        "max": jane(name="Max", cadence="never", influence="high", left="2026-01-01"),
    }
    found = listed(book({"acme": {"roles": roles}})).untimed
    assert [one.person for one in found] == ["jane", "raj"]


def test_a_tie_of_somebody_who_left_the_firm_is_the_owners():
    team = {**TEAM, "ben": {**TEAM["ben"], "left": "2026-01-01"}}
    of = acme({"cadence": "1y", "ours": "ben"}, *EVERY_TEN_DAYS, settings={"team": team})
    assert drifts(of, owner="amara") != []


# Not since


def silent(of, today=TODAY, **wanted):
    items = listed(of, today, not_since=HALF_A_YEAR, **wanted).items
    return [(item.subject.person, item.first.kind, item.why) for item in items]


def test_who_had_no_touch_for_so_long_is_listed_even_when_they_rest():
    of = acme({"cadence": "never"}, {"date": "2026-05-25", "how": "lunch"})
    why = "184 days since lunch on 25 May; rests (cadence: never)"
    assert silent(of) == [("jane", "silence", why)]
    assert silent(of, TODAY - timedelta(days=1)) == []


def test_who_is_not_due_yet_is_listed_as_well():
    of = acme({"cadence": "1y"}, {"date": "2026-03-01"})
    assert silent(of) == [("jane", "silence", "269 days since the last touch on 1 Mar")]


def test_who_is_due_is_listed_with_why_and_only_once():
    of = acme({}, {"date": "2026-03-01"})
    assert [kind for _, kind, _ in silent(of)] == ["contact"]


def test_who_was_never_touched_counts_from_the_day_we_know_them():
    assert silent(acme({"since": "2026-06-01", "cadence": "1y"})) == []
    assert silent(acme({"since": "2026-05-01", "cadence": "1y"})) == [
        ("jane", "silence", "no touch logged yet; known since 1 May")
    ]
    [(_, _, why)] = silent(
        book({"acme": {"since": "2026-01-31", "roles": {"jane": jane(cadence="2y", since=None)}}})
    )
    assert why == "no touch logged yet; a client since 31 Jan"


def test_with_everybody_in_touch_the_list_says_so():
    found = listed(acme({}, {"date": "2026-11-01"}), not_since=HALF_A_YEAR)
    assert found.empty_because == "there was a touch with everybody within 6m"


def test_at_the_first_day_of_the_calendar_nothing_breaks():
    assert listed(acme(), date.min, not_since=HALF_A_YEAR).items == ()
