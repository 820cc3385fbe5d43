from dataclasses import replace
from datetime import date, timedelta

from scenes import TODAY

from relplan.analysis.due_item import KINDS, Item, Reason, Subject

JANE = Subject("acme", "Acme", "amara", "jane", "Jane Porter", "A", "high")


def reason(kind="contact", days_late=0, why="why", weight=7.0):
    return Reason(kind, TODAY - timedelta(days=days_late), why, weight=weight)


def item(*reasons, subject=JANE):
    return Item(subject, reasons, TODAY)


def before(one, other):
    return one.rank < other.rank


def test_lateness_is_days_late_over_what_was_agreed():
    assert reason(days_late=14, weight=28).lateness(TODAY) == 0.5
    assert reason(days_late=-7, weight=28).lateness(TODAY) == -0.25


def test_the_first_reason_is_the_longest_due_then_by_kind():
    late, promise, contact = reason("review", 1), reason("promise"), reason("contact")
    assert item(contact, promise, late).first == late
    assert item(contact, promise).first == promise


def test_every_kind_has_its_place():
    assert len(set(KINDS)) == len(KINDS) == 10


def test_days_late_count_from_the_first_reason_and_are_negative_before_it():
    assert item(reason(days_late=3), reason(days_late=9)).days_late == 9
    assert item(reason(days_late=-2)).days_late == -2


def test_a_silence_beside_what_is_due_makes_nothing_late():
    found = item(reason("silence", 56), reason("birthday", 0))
    assert (found.first.kind, found.days_late, found.late, found.is_due) == (
        "birthday",
        0,
        False,
        True,
    )
    assert found.rank == item(reason("birthday", 0)).rank
    assert item(reason("silence", 56), reason("birthday", -2)).is_due is False


def test_why_joins_the_reasons_in_their_order_and_says_nothing_twice():
    found = item(reason("contact", 0, "b"), reason("promise", 0, "a"), reason("review", 0, "b"))
    assert found.why == "a; b"


def test_the_order_is_lateness_priority_influence_name():
    base = item(reason())
    assert before(item(reason(days_late=1)), base)
    assert before(item(reason(weight=7, days_late=7)), item(reason(weight=28, days_late=27)))
    for worse in ({"priority": "B"}, {"influence": "medium"}, {"person_name": "kim"}):
        assert before(base, item(reason(), subject=replace(JANE, **worse)))
    assert before(
        item(reason(), subject=replace(JANE, influence="low")),
        item(reason(), subject=replace(JANE, influence=None)),
    )


def test_the_latest_of_several_reasons_ranks_the_item():
    assert before(item(reason(), reason(days_late=10)), item(reason(days_late=9)))


def test_items_that_differ_in_anything_have_different_ranks():
    others = [
        item(reason(), subject=replace(JANE, **one))
        for one in (
            {},
            {"client": "acme-2"},
            {"person": "jane-2"},
            {"owner": "ben"},
            {"owner": None},
            {"person": None, "person_name": ""},
        )
    ]
    assert len({one.rank for one in others}) == len(others)


def test_an_item_of_a_client_is_ordered_by_the_clients_name():
    client = Subject("x", "Acme", None)
    assert before(
        item(reason(), subject=client),
        item(reason(), subject=replace(JANE, priority="B", influence=None)),
    )


def test_the_end_of_the_calendar_has_a_rank():
    assert item(Reason("contact", date.max, "w")).rank


def test_late_is_over_half_of_what_was_agreed():
    assert not reason(days_late=14, weight=28).is_late(TODAY)
    assert reason(days_late=15, weight=28).is_late(TODAY)
    assert not item(reason(days_late=3)).late
    assert item(reason(days_late=0), reason(days_late=4)).late


def test_a_day_that_was_moved_is_late_from_the_day_that_was_agreed():
    moved = reason(days_late=13, weight=28)._replace(moved_from=TODAY - timedelta(days=15))
    assert moved.is_late(TODAY)


def test_a_birthday_is_never_late():
    assert not reason("birthday", days_late=7).is_late(TODAY)
