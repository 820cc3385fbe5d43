from datetime import date, timedelta

import pytest
from scenes import TODAY, acme, book, jane, kinds, listed

REPAIR = {"began": "2026-11-01", "step": "breathe", "until": "2026-11-27"}
PROMISE = {"date": "2026-11-06", "promise": {"what": "send the benchmark", "by": "2026-11-25"}}
FRESH = {"date": "2026-11-24"}


def ids(found):
    return [(item.subject.client, item.subject.person) for item in found.items]


# When a person is listed


def test_due_on_the_day_itself_and_not_the_day_before():
    of = acme({}, {"date": "2026-10-28"})
    assert kinds(of, TODAY) == ["contact"]
    assert kinds(of, TODAY - timedelta(days=1)) == []


def test_a_dinner_booked_for_january_does_not_hide_anybody():
    of = acme({}, {"date": "2026-10-01"}, {"date": "2027-01-15", "how": "dinner"})
    assert kinds(of) == ["contact"]


def test_a_person_who_left_is_not_listed_from_that_day():
    assert kinds(acme({"left": "2026-11-25", "birthday": "11-25"})) == []
    assert kinds(acme({"left": "2026-11-26"})) == ["contact"]


def test_cadence_never_rests():
    assert kinds(acme({"cadence": "never"})) == []
    tried = {"date": "2026-11-01", "answered": False}
    assert kinds(acme({"cadence": "never"}, tried)) == []


@pytest.mark.parametrize("status", ["dormant", "former"])
def test_nothing_of_a_dormant_or_former_client_is_listed(status):
    fields = {
        "status": status,
        "roles": {"jane": jane(birthday="11-25")},
        "review": {"next": "2026-11-25"},
        "goals": {"g": {"goal": "x", "initiatives": {"i": {"what": "y", "by": "2026-11-25"}}}},
    }
    assert kinds(book({"acme": fields}, {"acme": [PROMISE]})) == []


@pytest.mark.parametrize("status", ["won", "lost", "resting"])
def test_the_people_of_a_prospect_are_listed_until_it_is_decided(status):
    fields = {
        "prospect": "Contoso",
        "owner": "amara",
        "roles": {"lena": jane(name="Lena")},
        "review": {"next": "2030-01-01"},
    }
    assert kinds(book(prospects={"contoso": fields})) == ["contact"]
    assert kinds(book(prospects={"contoso": {**fields, "status": status}})) == []


# Snooze and unanswered


SNOOZE = {"date": "2026-11-07", "snooze": "2026-11-25"}


def test_a_snooze_hides_until_its_day_and_lists_again_on_it():
    of = acme({}, {"date": "2026-09-01"}, SNOOZE)
    assert kinds(of, TODAY - timedelta(days=1)) == []
    assert kinds(of, TODAY) == kinds(of, TODAY + timedelta(days=9)) == ["contact"]


def test_a_snooze_hides_a_call_back_as_well_and_returns():
    tried = {"date": "2026-11-05", "answered": False}
    of = acme({}, {"date": "2026-09-01"}, tried, SNOOZE)
    assert kinds(of, TODAY - timedelta(days=1)) == []
    assert len(kinds(of, TODAY)) == 1


def test_an_unanswered_try_rests_then_comes_back_and_stays():
    tried = {"date": "2026-11-22", "answered": False, "how": "call"}
    of = acme({}, {"date": "2026-09-01"}, tried)
    assert kinds(of, date(2026, 11, 24)) == []
    for days in (0, 1, 400):
        assert kinds(of, TODAY + timedelta(days=days)) == ["call-back"]


def test_tries_never_make_a_person_vanish():
    tries = [{"date": f"2026-11-{day:02}", "answered": False} for day in range(1, 22)]
    assert kinds(acme({}, {"date": "2026-09-01"}, *tries)) == ["call-back"]


# Promises


def test_a_promise_is_due_on_its_day_and_until_kept():
    assert kinds(acme({}, FRESH, PROMISE), date(2026, 11, 24)) == []
    assert kinds(acme({}, FRESH, PROMISE)) == ["promise"]
    assert kinds(acme({}, FRESH, PROMISE), date(2026, 12, 20)) == ["promise"]
    kept = {"date": "2026-11-24", "kept": "Send the benchmark!"}
    assert kinds(acme({}, FRESH, PROMISE, kept)) == []


def test_a_promise_to_two_people_is_listed_once():
    of = book(
        {"acme": {"roles": {"jane": jane(), "raj": jane(name="Raj")}}},
        {"acme": [{**PROMISE, "with": ["jane", "raj"]}]},
    )
    assert kinds(of) == ["promise"]


def test_a_promise_to_somebody_who_rests_is_still_a_promise():
    assert kinds(acme({"cadence": "never"}, PROMISE)) == ["promise"]


def test_a_touch_does_not_keep_a_promise():
    assert kinds(acme({}, PROMISE, {"date": "2026-11-25"})) == ["promise"]


# Breathing


def breathing(**fields):
    client = {"status": "damaged", "repair": REPAIR, "roles": {"jane": jane(birthday="11-25")}}
    return book({"acme": {**client, **fields}})


def test_in_a_breathing_period_nobody_is_listed_and_its_end_is():
    assert kinds(breathing()) == []
    assert kinds(breathing(), until=date(2026, 11, 28)) == ["repair"]


def test_when_the_breathing_ends_the_people_are_listed_again():
    found = kinds(breathing(), date(2026, 11, 28))
    assert {"repair", "contact"} <= set(found)


def test_a_breathing_period_without_an_end_asks_for_one():
    found = kinds(breathing(repair={"began": "2026-11-01", "step": "breathe"}))
    assert "repair" in found


# One item, the order


def test_one_item_for_a_person_and_a_day_with_its_reasons_joined():
    of = acme({"birthday": "11-25", "cadence": "1d"}, PROMISE)
    (item,) = listed(of).items
    assert {reason.kind for reason in item.reasons} == {"contact", "promise", "birthday"}
    assert item.why.count("; ") >= 2


def test_what_falls_due_on_another_day_is_another_item():
    of = acme({"birthday": "11-27"}, {"date": "2026-10-28"})
    found = listed(of, until=date(2026, 11, 27))
    assert [item.due for item in found.items] == [TODAY, date(2026, 11, 27)]


def test_days_late_over_cadence_then_priority_influence_name():
    person = {"since": "2026-10-28", "cadence": "4w"}
    of = book(
        {
            "b-low": {"priority": "B", "roles": {"p": {"name": "B", **person}}},
            "a-names": {
                "roles": {
                    "zoe": {"name": "zoe", **person},
                    "ann": {"name": "Ann", **person},
                    "low": {"name": "Aa", "influence": "low", **person},
                    "high": {"name": "Zz", "influence": "high", **person},
                }
            },
            "late": {
                "priority": "C",
                "roles": {
                    "ratio": {"name": "R", "since": "2026-11-10", "cadence": "1w"},
                    "days": {"name": "D", "since": "2026-05-18", "cadence": "6m"},
                },
            },
        }
    )
    order = [item.subject.person for item in listed(of).items]
    assert order == ["ratio", "days", "high", "low", "ann", "zoe", "p"]


def test_the_same_name_twice_has_an_order_all_the_same():
    roles = {"jane-2": jane(), "jane-1": jane()}
    first = ids(listed(book({"b": {"roles": roles}, "a": {"roles": roles}})))
    swapped = dict(reversed(roles.items()))
    assert first == ids(listed(book({"a": {"roles": swapped}, "b": {"roles": roles}})))
    assert first == sorted(first)


# Whose, and which client


def test_the_list_of_a_member_holds_the_ties_they_keep():
    of = book({"acme": {"roles": {"jane": jane(), "raj": jane(name="Raj", ours="ben")}}})
    assert ids(listed(of, owner="ben")) == [("acme", "raj")]
    assert ids(listed(of, owner="amara")) == [("acme", "jane")]


def test_one_client_alone():
    of = book({"acme": {"roles": {"jane": jane()}}, "swale": {"roles": {"jane": jane()}}})
    assert ids(listed(of, client="swale")) == [("swale", "jane")]


def test_a_running_campaign_stands_beside_the_list_of_those_whose_client_it_is_taken_to():
    runs = {"from": "2026-11-02", "to": "2026-12-18"}
    shape = {"proposition": "x", "cohort": {"where": {}}, "runs": runs}
    of = book({"acme": {}, "swale": {"owner": "ben"}}, campaigns={"stock": shape})
    assert listed(of).items == ()

    def taken_to(**wanted):
        return [one.client for one in listed(of, **wanted).campaigns]

    assert taken_to() == ["acme", "swale"]
    assert taken_to(owner="ben") == ["swale"]
    assert taken_to(client="acme") == ["acme"]
    assert taken_to(kinds=frozenset(["promise"])) == []


def test_the_list_carries_the_last_touch_and_what_to_say():
    line = {"date": "2026-10-01", "how": "lunch", "note": "Worried about the rules"}
    (item,) = listed(acme({"interests": ["sailing"], "phone": "0113"}, line)).items
    assert item.last is not None
    assert item.last.note == "Worried about the rules"
    assert item.about == ("1 Oct: Worried about the rules", "cares about sailing")
    assert item.reach == ("0113",)


# Empty lists explain themselves


def why_empty(of, today=TODAY, **wanted):
    found = listed(of, today, **wanted)
    assert found.items == ()
    return found.empty_because


def test_an_empty_book_says_that_nobody_is_written_down():
    assert why_empty(book()) == "nobody to be in touch with is written in these plans yet"


def test_an_empty_list_names_who_is_next():
    of = book(
        {"acme": {"roles": {"jane": jane(), "raj": jane(name="Raj", cadence="never")}}},
        {"acme": [{"date": "2026-11-04"}]},
    )
    assert why_empty(of) == "next is Jane Porter on 2 Dec; 1 person rests (cadence: never)"


def test_an_empty_list_counts_the_clients_and_prospects_that_rest():
    of = book(
        {"a": {"status": "dormant"}, "b": {"status": "former"}},
        prospects={"c": {"prospect": "C", "status": "lost"}},
    )
    assert why_empty(of) == "2 clients are dormant or former; 1 prospect is won, lost or resting"


def test_an_empty_list_of_one_client_says_how_that_client_stands():
    of = book({"a": {"client": "Acme", "status": "dormant"}, "b": {}})
    assert why_empty(of, client="a") == "Acme is dormant"


def test_an_empty_list_says_that_a_client_breathes_to_everybody_who_would_call():
    of = breathing(roles={"raj": jane(name="Raj", ours="ben")})
    assert why_empty(of, owner="ben") == "nobody calls Acme until 27 Nov, while it breathes"


def test_a_list_with_items_needs_no_excuse():
    assert listed(acme()).empty_because == ""


# The ends of the calendar


EVERYTHING = {
    "roles": {"jane": jane(birthday="02-29", since="null"), "raj": jane(name="Raj")},
    "review": {"every": "quarterly", "held": {"2026-01-01": {}}},
    "since": "2019-01-01",
    "goals": {"g": {"goal": "x", "initiatives": {"i": {"what": "y", "by": "9999-12-31"}}}},
    "status": "damaged",
    "repair": {"began": "2026-01-01", "step": "breathe", "until": "9999-12-31"},
}


@pytest.mark.parametrize("today", [date.min, date(1, 1, 2), date(9999, 12, 24), date.max])
@pytest.mark.parametrize("calendar", [{}, {"holidays": "GB-ENG"}])
def test_the_first_and_the_last_days_of_the_calendar_give_a_list(today, calendar):
    lines = [{"date": "9999-12-30", "answered": False}, {"date": "0001-01-01"}]
    of = book(
        {"acme": EVERYTHING, "b": {**EVERYTHING, "status": "active"}},
        {"b": lines},
        calendar=calendar,
    )
    listed(of, today, date.max)


# What was asked for, and what was left out


def test_one_person_stands_once_a_day_in_everybodys_list_with_whose_each_reason_is():
    of = acme({"cadence": "2w"}, {**PROMISE, "by": "ben", "how": "lunch"})
    (item,) = listed(of).items
    assert item.subject.owner == "amara"
    assert item.why == (
        "19 days since lunch on 6 Nov, every 2w;"
        " Ben Archer: promised on 6 Nov by 25 Nov: send the benchmark"
    )
    (his,) = listed(of, owner="ben").items
    assert his.why == "promised on 6 Nov by 25 Nov: send the benchmark"


def test_only_these_kinds():
    of = acme({"birthday": "11-25"}, {"date": "2026-10-01"}, PROMISE)
    assert kinds(of, kinds=frozenset(["promise"])) == ["promise"]
    assert kinds(of, kinds=frozenset(["promise", "birthday"])) == ["promise", "birthday"]


def test_the_top_of_the_list_and_the_rest_in_its_order():
    people = {f"p{n}": jane(name=f"P{n}", since=f"2026-0{n}-01") for n in range(1, 6)}
    of = book({"acme": {"roles": people}})
    whole = listed(of).items
    found = listed(of, top=2)
    assert (*found.items, *found.left_out) == whole
    assert [len(found.items), len(found.left_out)] == [2, 3]
    assert listed(of, top=9).left_out == ()


def test_a_promise_to_somebody_who_left_is_the_clients_and_says_so():
    (item,) = listed(acme({"left": "2026-11-10"}, PROMISE)).items
    assert (item.subject.person, item.reach) == (None, ())
    assert item.why.endswith("send the benchmark; Jane Porter left")


def test_a_promise_to_people_whom_the_plan_does_not_know_is_not_lost():
    assert kinds(acme({}, FRESH, {**PROMISE, "with": ["zed"]})) == ["promise"]
    both = listed(acme({}, FRESH, {**PROMISE, "with": ["zed", "jane"]}))
    assert ids(both) == [("acme", "jane")]


def test_while_a_client_breathes_nobody_asks_after_a_pitch():
    pitch = {"date": "2026-11-02", "at": "acme", "to": "jane", "by": "ben"}
    campaigns = {"stock": {"proposition": "x", "pitches": [pitch]}}
    client = {"status": "damaged", "repair": REPAIR, "roles": {"jane": jane()}}
    of = book({"acme": client}, campaigns=campaigns)
    assert "pitch" not in kinds(of)
    assert "pitch" in kinds(of, date(2026, 11, 28))


def test_what_is_for_one_who_left_stands_with_the_client():
    initiative = {"what": "x", "by": "2026-11-25", "for": "jane"}
    pitch = {"date": "2026-11-02", "at": "acme", "to": "jane", "by": "ben"}
    of = book(
        {
            "acme": {
                "roles": {"jane": jane(left="2026-11-01")},
                "goals": {"g": {"goal": "x", "initiatives": {"i": initiative}}},
            }
        },
        campaigns={"stock": {"proposition": "x", "pitches": [pitch]}},
    )
    assert sorted(kinds(of)) == ["initiative", "pitch"]
    assert {person for _, person in ids(listed(of))} == {None}


def test_a_pitch_of_one_who_left_the_firm_is_asked_after_by_the_campaigns_owner():
    pitch = {"date": "2026-11-02", "at": "acme", "to": "jane", "by": "zed"}
    campaigns = {"stock": {"proposition": "x", "owner": "ben", "pitches": [pitch]}}
    of = book({"acme": {"roles": {"jane": jane()}}}, {"acme": [FRESH]}, campaigns=campaigns)
    assert kinds(of, owner="ben") == ["pitch"]


def test_a_promise_that_was_taken_over_is_on_the_list_of_whoever_took_it():
    taken = {"date": "2026-11-20", "by": "ben", "taken_over": "send the benchmark"}
    of = acme({"cadence": "never"}, PROMISE, taken)
    assert kinds(of, owner="ben") == ["promise"]
    assert kinds(of, owner="amara") == []
