from dataclasses import replace

import pytest
from scenes import acme, book, jane, listed

NEXT = {"next": "2026-09-01", "held": {"2026-10-07": {}}}


def doubts(of, **wanted):
    return list(listed(of, **wanted).doubts)


def test_a_touch_of_tomorrow_is_named_and_counts_for_nobody():
    of = acme({}, {"date": "2026-10-01"}, {"date": "2026-11-26"})
    assert doubts(of) == [
        (
            "touches/acme.yaml: 26 Nov (jane) is after today and does not count yet;"
            " mend the date, or add `planned: true`"
        )
    ]
    assert listed(of).items == listed(acme({}, {"date": "2026-10-01"})).items


@pytest.mark.parametrize(
    "fine",
    [
        {"date": "2026-11-25"},
        {"date": "2026-11-26", "planned": True},
        {"date": "2026-11-26", "cancelled": True},
        {"date": "2026-11-26", "snooze": "2026-12-26"},
    ],
)
def test_what_may_lie_ahead_is_no_doubt(fine):
    assert doubts(acme({}, fine)) == []


def test_a_struck_line_is_no_doubt():
    assert (
        doubts(acme({}, {"date": "2026-12-26"}, {"date": "2026-11-25", "void": "2026-12-26"})) == []
    )


def test_a_review_before_the_last_one_is_named_and_the_rhythm_counts():
    of = book({"acme": {"review": NEXT}})
    assert doubts(of) == [
        (
            "clients/acme.yaml: the next review, 1 Sep, is before the last one, 7 Oct, and is not"
            " counted; write the day of the next one"
        )
    ]


def test_a_review_that_was_held_on_its_day_is_no_doubt():
    assert doubts(book({"acme": {"review": {**NEXT, "next": "2026-10-07"}}})) == []


def test_doubts_are_told_to_those_who_keep_a_tie_there():
    of = book({"acme": {"review": NEXT, "roles": {"jane": jane(ours="ben")}}, "b": {}})
    assert len(doubts(of, owner="ben")) == len(doubts(of, client="acme")) == 1
    assert doubts(of, client="b") == doubts(of, owner="zed") == []


def test_a_campaign_that_cannot_be_read_is_missing_by_name():
    of = replace(book({"acme": {}}), unread=frozenset(["campaigns/stock", "clients/b"]))
    assert listed(of).unread == (
        "the campaign campaigns/stock.yaml cannot be used, so its pitches are not looked at",
        "the plan clients/b.yaml cannot be used, so its people are not looked at",
    )
    assert len(listed(of, client="acme").unread) == 1


def test_a_snooze_that_ends_before_it_begins_is_named_and_hides_nobody():
    of = acme({}, {"date": "2026-10-01"}, {"date": "2026-11-09", "snooze": "2025-11-09"})
    assert doubts(of) == [
        (
            "touches/acme.yaml: the snooze of 9 Nov (jane) ends on 9 Nov 2025, before it begins;"
            " write the day on which to list them again"
        )
    ]
    (item,) = listed(of).items
    assert item.due.isoformat() == "2026-11-09"
