"""The days on which a meeting that repeats took place, looked for day by day in a bounded window.

dateutil would compute them too, and go on to the year 9999 for a rule that never comes true.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_KNOWN = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "WKST"})
_LONGEST = 20 * 366
"""A rule with a count is followed from its first day, for at most so many days."""


class Rule(NamedTuple):
    """A rule of repetition, as far as it is read."""

    freq: str
    interval: int
    times: int | None
    until: date | None
    weekdays: tuple[tuple[int, int], ...]
    """Each with its number in the month, 0 for every one."""
    days: tuple[int, ...]
    months: tuple[int, ...]


def rule_of(written: Mapping[str, Sequence[Any]]) -> Rule | None:
    """The rule in what icalendar read; None for one with parts that are not read here."""
    rule = {key.upper(): list(value) for key, value in written.items()}
    freq = str((rule.get("FREQ") or [""])[0]).upper()
    if not set(rule) <= _KNOWN or freq not in {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}:
        return None
    weekdays = tuple(_weekday(str(one)) for one in rule.get("BYDAY", ()))
    if None in weekdays:
        return None
    until = (rule.get("UNTIL") or [None])[0]
    try:
        return Rule(
            freq,
            max(int((rule.get("INTERVAL") or [1])[0]), 1),
            int(rule["COUNT"][0]) if rule.get("COUNT") else None,
            date(until.year, until.month, until.day) if until else None,
            tuple(one for one in weekdays if one),
            tuple(int(one) for one in rule.get("BYMONTHDAY", ())),
            tuple(int(one) for one in rule.get("BYMONTH", ())),
        )
    except (TypeError, ValueError, AttributeError, IndexError):
        return None


def days_of(rule: Rule, start: date, first: date, last: date) -> Iterator[date]:
    """The days from `first` to `last` on which a meeting that began on `start` took place."""
    begin = start if rule.times is not None else max(start, first)
    end = min(last, rule.until or last)
    number = 0
    for step in range(min(_LONGEST, max((end - begin).days + 1, 0))):
        day = begin + timedelta(days=step)
        if day == start or _fits(rule, start, day):
            number += 1
            if rule.times is not None and number > rule.times:
                return
            if day >= first:
                yield day


def _fits(rule: Rule, start: date, day: date) -> bool:
    return _in_turn(rule, start, day) and _named(rule, start, day)


def _in_turn(rule: Rule, start: date, day: date) -> bool:
    """True when the day lies in a day, week, month or year whose turn it is."""
    if rule.freq == "DAILY":
        past = (day - start).days
    elif rule.freq == "WEEKLY":
        past = (_monday(day) - _monday(start)).days // 7
    elif rule.freq == "MONTHLY":
        past = (day.year - start.year) * 12 + day.month - start.month
    else:
        past = day.year - start.year
    return past % rule.interval == 0


def _named(rule: Rule, start: date, day: date) -> bool:
    """True when the day is one that the rule names, or the like of the first day."""
    if rule.months and day.month not in rule.months:
        return False
    if rule.days and not {day.day, day.day - _length(day) - 1} & set(rule.days):
        return False
    if rule.weekdays and not any(_is(day, *one) for one in rule.weekdays):
        return False
    named = bool(rule.weekdays or rule.days)
    if rule.freq == "WEEKLY":
        return named or day.weekday() == start.weekday()
    in_month = bool(rule.months) or rule.freq != "YEARLY" or day.month == start.month
    return in_month and (named or rule.freq == "DAILY" or day.day == start.day)


def _weekday(text: str) -> tuple[int, int] | None:
    name, number = text[-2:].upper(), text[:-2] or "0"
    if name not in _DAYS or not number.lstrip("+-").isdecimal() or len(number) > 3:
        return None
    return _DAYS.index(name), int(number)


def _is(day: date, weekday: int, number: int) -> bool:
    if day.weekday() != weekday:
        return False
    if number < 0:
        return (_length(day) - day.day) // 7 + 1 == -number
    return number in {0, (day.day - 1) // 7 + 1}


def _length(day: date) -> int:
    return (date(day.year + day.month // 12, day.month % 12 + 1, 1) - timedelta(days=1)).day


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
