from datetime import date

from relplan.analysis.moved_dates import moved

D1, D2, D3 = date(2026, 10, 1), date(2026, 11, 1), date(2026, 12, 1)


def told(before, after, *series, new=False):
    dated = [({"x": a}, {"x": b}) for a, b in series]
    found = list(moved("work", ("x", "name"), (before, after), dated, new=new))
    return [(one.kind, one.before, one.after, one.days, one.times) for one in found]


def test_a_date_that_stayed_is_no_news():
    assert told(D1, D1, (D1, D1)) == []
    assert told(None, None) == []


def test_a_date_slips_by_days_and_how_often_is_counted_over_all_versions():
    slips = [(D1, D2), (D2, D2), (D2, D3)]
    assert told(D1, D3, *slips) == [("work slipped", "2026-10-01", "2026-12-01", 61, 2)]


def test_without_versions_between_a_moved_date_was_moved_once():
    assert told(D1, D2) == [("work slipped", "2026-10-01", "2026-11-01", 31, 1)]


def test_a_date_can_be_brought_forward():
    assert told(D2, D1) == [("work brought forward", "2026-11-01", "2026-10-01", -31, 1)]


def test_a_date_that_went_there_and_back_is_told():
    assert told(D1, D1, (D1, D2), (D2, D1)) == [("work back", "2026-10-01", "2026-10-01", 0, 2)]


def test_a_date_that_is_set_or_taken_away_did_not_slip():
    assert told(None, D1) == [("work dated", None, "2026-10-01", 0, 0)]
    assert told(D1, None) == [("work undated", "2026-10-01", None, 0, 0)]


def test_what_is_new_slips_from_its_first_date():
    assert told(None, D3, (D2, D3), new=True) == [
        ("work slipped", "2026-11-01", "2026-12-01", 30, 1)
    ]
    assert told(None, D3, new=True) == []


def test_the_dates_of_other_items_do_not_count():
    found = moved("work", ("x", "x"), (D1, D2), [({"y": D1}, {"y": D2})])
    assert [one.times for one in found] == [1]
