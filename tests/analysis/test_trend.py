from datetime import date
from decimal import Decimal

from relplan.analysis.trend import Count, Trend, trend


def of(*counts):
    days = [date(2026, month, 1) for month in range(1, len(counts) + 1)]
    return [
        Count(day, None if one is None else Decimal(one))
        for day, one in zip(days, counts, strict=True)
    ]


def test_a_trend_goes_from_the_first_count_to_todays():
    counts = of(None, 1, 3, 2, 2)
    assert trend(counts) == Trend("up", counts[1], date(2026, 4, 1))
    assert trend(of(3, 1)).direction == "down"
    assert trend(of(1, 2, 1)) == Trend("level", of(1)[0], date(2026, 3, 1))
    assert trend(of(1, 1)) == Trend("level", of(1)[0], None)


def test_one_count_or_none_today_is_no_trend():
    assert trend([]) == trend(of(1)) == trend(of(1, None)) == trend(of(None, None)) == Trend("")
