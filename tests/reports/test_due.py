import json
from datetime import date, timedelta

from scenes import TODAY, acme, book, jane, listed

from relplan.analysis.due_item import Item, Reason, Subject
from relplan.reports.due import as_json, as_plain, group_of, when, who
from relplan.reports.layout import width

HOSTILE = "\x1b[31mEve\u202e\x9b"


def item(due, today=TODAY):
    return Item(Subject("acme", "Acme", "amara"), (Reason("contact", due, "w"),), today)


def plain(of, today=TODAY, until=None, name=None):
    return as_plain(listed(of, today, until), name)


def test_groups_end_with_today_and_with_the_week():
    days = {-1: "overdue", 0: "today", 1: "this week", 4: "this week", 5: "later"}
    for days_on, group in days.items():  # Wednesday and 4 is Sunday
        assert group_of(item(TODAY + timedelta(days=days_on))) == group


def test_on_a_sunday_tomorrow_is_later():
    sunday = date(2026, 11, 29)
    assert group_of(item(sunday + timedelta(days=1), sunday)) == "later"


def test_the_last_day_of_the_calendar_has_a_group():
    assert group_of(item(date.max, date.max)) == "today"
    assert group_of(item(date.max, date(9999, 12, 30))) == "this week"


def test_when_says_how_late_or_which_day():
    assert when(item(TODAY - timedelta(days=1))) == "1 day late"
    assert when(item(TODAY - timedelta(days=2))) == "2 days late"
    assert when(item(TODAY)) == "today"
    assert when(item(TODAY + timedelta(days=2))) == "Fri 27 Nov"
    assert when(item(date(2027, 1, 4))) == "Mon 4 Jan 2027"


def test_an_item_without_a_person_is_named_by_its_client():
    assert who(item(TODAY)) == "Acme"


def test_the_whole_list_as_text():
    of = book(
        {"acme": {"roles": {"jane": jane(phone="0113"), "raj": jane(name="Raj", ours="ben")}}},
        {
            "acme": [
                {"date": "2026-10-12", "how": "lunch", "note": "Worried"},
                {"date": "2026-10-28", "with": "raj", "how": "call"},
            ]
        },
    )
    assert plain(of, name="Amara Okafor") == (
        "Wed 25 November 2026, for Amara Okafor\n"
        "\n"
        "OVERDUE\n"
        "!  16 days late  Jane Porter  Acme  amara  44 days since lunch on 12 Oct, every 4w\n"
        "    12 Oct: Worried\n"
        "    reach: 0113\n"
        "\n"
        "TODAY\n"
        "*  today         Raj          Acme  ben    28 days since call on 28 Oct, every 4w\n"
        "\n"
        "1 overdue, 1 today\n"
    )


def test_an_empty_list_says_zero_and_why():
    text = plain(acme({}, {"date": "2026-11-04"}))
    assert text.endswith("\n\n0 due: next is Jane Porter on 2 Dec\n")


def test_nobodys_list_says_nobody():
    of = book({"acme": {"owner": None, "roles": {"jane": jane()}}})
    assert "  nobody  " in plain(of)


def test_wide_and_combining_characters_line_up():
    roles = {
        "a": jane(name="李明"),
        "b": jane(name="Zoe\u0308 Z"),
        "c": jane(name="Ann Longname"),
    }
    lines = [one for one in plain(book({"acme": {"roles": roles}})).splitlines() if "Acme" in one]
    assert len({width(one.split("Acme")[0]) for one in lines}) == 1


def test_a_long_text_is_neither_cut_nor_wrapped():
    note = "word " * 400
    assert note.strip() in plain(acme({}, {"date": "2026-10-01", "note": note.strip()}))


def test_hostile_text_is_shown_and_never_sent():
    of = book(
        {"acme": {"client": HOSTILE, "roles": {"jane": jane(name=HOSTILE, interests=[HOSTILE])}}},
        {"acme": [{"date": "2026-10-01", "note": f"one\n{HOSTILE}"}]},
    )
    text = plain(of, name=HOSTILE)
    assert not set(text) & set("\x1b\u202e\x9b")
    assert "\\x1b[31mEve\\u202e\\x9b" in text


def test_json_has_a_version_stable_keys_and_exact_dates():
    of = acme({"birthday": "11-25"}, {"date": "2026-10-12", "how": "lunch", "note": "Worried"})
    value = json.loads(as_json(listed(of)))
    assert (value["version"], value["today"], value["empty_because"]) == (1, "2026-11-25", None)
    (one,) = value["items"]
    assert one["due"] == "2026-11-09"
    assert one["days_late"] == 16
    assert one["kind"] == "contact"
    assert one["baseline"] == "touch"
    assert one["last_touch"] == {"date": "2026-10-12", "how": "lunch", "note": "Worried"}
    assert [reason["kind"] for reason in one["reasons"]] == ["contact", "birthday"]
    assert list(one) == sorted(one)


def test_json_names_the_day_from_which_it_moved():
    of = acme({}, {"date": "2026-10-31"}, settings={"calendar": {"working_days": "mon-fri"}})
    (one,) = json.loads(as_json(listed(of, date(2026, 12, 1))))["items"]
    assert (one["due"], one["moved_from"]) == ("2026-11-30", "2026-11-28")


def test_json_is_ascii_and_keeps_every_character():
    text = as_json(listed(acme({"name": f"Zoë 🎉 {HOSTILE}"})))
    assert text.isascii()
    assert not set(text) & set("\x1b\x9b")
    assert json.loads(text)["items"][0]["person_name"] == f"Zoë 🎉 {HOSTILE}"


def test_an_empty_list_explains_itself_in_json_too():
    assert json.loads(as_json(listed(acme({"cadence": "never"}))))["empty_because"] == (
        "1 person rests (cadence: never)"
    )


def test_the_same_book_and_day_give_the_same_bytes():
    of = acme({"birthday": "11-25"}, {"date": "2026-10-12"})
    assert plain(of) == plain(of)
    assert as_json(listed(of)) == as_json(listed(of))
