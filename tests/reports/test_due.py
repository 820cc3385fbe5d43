from datetime import date, timedelta

from scenes import TODAY, acme, book, jane, listed

from relplan.analysis.due_item import Item, Reason, Subject
from relplan.reports.due import as_plain, when, who
from relplan.reports.layout import width

HOSTILE = "\x1b[31mEve\u202e\x9b"


def item(due, today=TODAY):
    return Item(Subject("acme", "Acme", "amara"), (Reason("contact", due, "w"),), today)


def plain(of, today=TODAY, until=None, name=None):
    return as_plain(listed(of, today, until), name)


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
        "LATE\n"
        "!!  16 days late  Jane Porter  Acme  amara  44 days since lunch on 12 Oct, every 4w\n"
        "    12 Oct: Worried\n"
        "    reach: 0113\n"
        "\n"
        "TODAY\n"
        "*   today         Raj          Acme  ben    28 days since call on 28 Oct, every 4w\n"
        "\n"
        "1 late, 1 today\n"
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


def test_the_same_book_and_day_give_the_same_bytes():
    of = acme({"birthday": "11-25"}, {"date": "2026-10-12"})
    assert plain(of) == plain(of)
