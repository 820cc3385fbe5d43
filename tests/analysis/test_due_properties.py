"""What holds of the list for any book and any day."""

import contextlib
import locale
import os
import time
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st
from scenes import EVERY_DAY, TODAY, book, jane, listed

from relplan.analysis.contacts import Log, contact_due, in_force
from relplan.analysis.working_days import working_days
from relplan.model.durations import duration
from relplan.reports.due import as_plain
from relplan.reports.due_calendar import as_calendar
from relplan.reports.due_csv import due_as_csv
from relplan.reports.due_json import as_json
from relplan.reports.due_markdown import as_markdown

FIRST = date(2026, 1, 1)
PAST = st.dates(FIRST, TODAY).map(str)
ANY_DAY = st.dates(FIRST, date(2027, 6, 1)).map(str)
WHO = st.lists(st.sampled_from(["jane", "raj"]), min_size=1, max_size=2, unique=True)
CALENDARS = st.sampled_from(
    [
        {"working_days": EVERY_DAY},
        {"working_days": "mon-fri"},
        {"working_days": "tue, thu", "closed": ["2026-11-26", "2026-12-24"]},
        {"working_days": "mon-fri", "holidays": "GB-ENG"},
    ]
)
LENGTHS = ["1d", "1w", "2w", "30d", "4w", "1m", "6w", "8w", "2m", "3m", "1y", "2y"]


def lines(days):
    """Lines of a log on such days: touches, tries, plans, promises, snoozes."""
    return st.lists(
        st.fixed_dictionaries(
            {"date": days, "with": WHO, "by": st.sampled_from(["amara", "ben"])},
            optional={
                "answered": st.booleans(),
                "planned": st.booleans(),
                "cancelled": st.booleans(),
                "note": st.sampled_from(["Worried", "İstanbul ısı", "=1+1"]),
                "promise": st.fixed_dictionaries({"what": st.just("x"), "by": ANY_DAY}),
            },
        ),
        max_size=8,
    )


CADENCE = st.sampled_from([*LENGTHS, "never", None])
BORN = st.sampled_from(["11-24", "02-29", "12-31", None])


@st.composite
def books(draw, days=PAST):
    """A book of one client with two people and something of everything."""
    roles = {
        one: jane(name=one, cadence=draw(CADENCE), birthday=draw(BORN)) for one in ("jane", "raj")
    }
    initiative = {"what": "y", "by": draw(ANY_DAY), "for": draw(WHO), "owner": "ben"}
    pitch = {"date": draw(days), "at": "acme", "to": "jane", "by": "ben"}
    client = {
        "roles": roles,
        "review": {"held": {draw(days): {}}},
        "goals": {"g": {"goal": "x", "initiatives": {"i": initiative}}},
    }
    return book(
        {"acme": client},
        {"acme": draw(lines(days))},
        prospects={
            "c": {
                "prospect": "C",
                "owner": "ben",
                "steps": {"s": {"what": "z", "by": draw(ANY_DAY)}},
            }
        },
        campaigns={"k": {"proposition": "p", "pitches": [pitch]}},
        calendar=draw(CALENDARS),
    )


def reasons(of, today, until=None, **wanted):
    """Every reason of the list: about whom, its kind and its words' day."""
    asked = {"contact": "contact", "call-back": "contact"}
    return [
        (item.subject.client, item.subject.person, asked.get(one.kind, one.kind), one.due)
        for item in listed(of, today, until, **wanted).items
        for one in item.reasons
    ]


# The day


@given(books(), st.dates(FIRST, date(2028, 1, 1)))
def test_due_never_precedes_its_baseline(of, today):
    plan, days = of.plans["acme"], working_days(of.settings.calendar)
    log = Log(in_force(of.touches["acme"]), today, days)
    for id_, person in plan.roles.items():
        found = contact_due(id_, person, plan, log, duration("1d"))
        assert found.baseline.day is None or found.due > found.baseline.day


@given(
    st.dates(FIRST, TODAY),
    st.sampled_from(LENGTHS),
    st.sampled_from(LENGTHS),
    CALENDARS,
)
def test_a_longer_cadence_is_never_earlier(touched, one, other, calendar):
    def due(cadence):
        roles = {"jane": jane(cadence=cadence)}
        of = book({"acme": {"roles": roles}}, {"acme": [{"date": str(touched)}]}, calendar=calendar)
        return listed(of, TODAY, date.max, kinds=frozenset(["contact"])).items[0].due

    # Longer is what never ends sooner: 30 days may be more or less than a month.
    assume(duration(one).days < duration(other).days - 3)
    assert due(one) <= due(other)


# What is on it


@given(books())
def test_a_touch_today_removes_the_contact_of_that_person_and_nothing_else(of):
    before = reasons(of, TODAY)
    log = [line.model_dump(by_alias=True) for line in of.touches["acme"]]
    day = {"date": TODAY, "with": ["jane"], "by": "amara"}
    after = reasons(_with_log(of, [*log, day]), TODAY)
    kept = [one for one in before if one[:3] != ("acme", "jane", "contact")]
    daily = [one for one in after if one[:3] == ("acme", "jane", "contact")]
    assert daily == []
    assert sorted(after, key=str) == sorted(kept, key=str)


def _with_log(of, log):
    from dataclasses import replace

    from relplan.model.touch import touch

    return replace(of, touches={"acme": tuple(touch(line) for line in log)})


@given(books(), st.integers(1, 700))
def test_a_later_day_never_loses_an_item(of, days):
    """Birthdays pass; everything else waits until somebody does it."""
    first = {one[:3] for one in reasons(of, TODAY) if one[2] != "birthday"}
    later = {one[:3] for one in reasons(of, TODAY + timedelta(days=days))}
    assert first <= later


@given(books(), st.integers(1, 400))
def test_a_snooze_hides_and_returns_on_its_day(of, days):
    assume(of.plans["acme"].roles["jane"].cadence != "never")
    day = TODAY + timedelta(days=days)
    log = [line.model_dump(by_alias=True) for line in of.touches["acme"]]
    snoozed = _with_log(of, [*log, {"date": TODAY, "with": ["jane"], "by": "ben", "snooze": day}])
    open_on = working_days(of.settings.calendar).from_(day)

    def asked(today):
        return ("acme", "jane", "contact") in {one[:3] for one in reasons(snoozed, today)}

    assert not asked(day - timedelta(days=1))
    assert asked(open_on)
    assert asked(open_on + timedelta(days=300))


@given(books(ANY_DAY))
def test_the_order_is_total_and_each_person_stands_once_a_day(of):
    items = listed(of, TODAY, date(2027, 12, 31)).items
    ranks = [item.rank for item in items]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == len(ranks)
    days = [
        (item.subject.client, item.subject.person, max(item.due, TODAY))
        for item in items
        if item.subject.person
    ]
    assert len(set(days)) == len(days)


@given(books(ANY_DAY), st.integers(1, 9))
def test_the_top_and_what_is_left_out_are_the_whole_list(of, top):
    whole = listed(of, TODAY, date(2027, 12, 31)).items
    found = listed(of, TODAY, date(2027, 12, 31), top=top)
    assert (*found.items, *found.left_out) == whole
    assert len(found.items) == min(top, len(whole))


@given(books(ANY_DAY))
def test_the_lists_of_the_members_together_are_everybodys(of):
    until = date(2027, 12, 31)
    each = [one for who in ("amara", "ben") for one in reasons(of, TODAY, until, owner=who)]
    assert sorted(each, key=str) == sorted(reasons(of, TODAY, until), key=str)


STRANGE = [
    {"date": "2027-05-01", "with": ["jane"], "by": "amara"},
    {"date": "2026-11-20", "with": ["zed"], "by": "amara"},
    {"date": "2026-11-20", "with": ["zed"], "by": "nobody-known", "answered": False},
    {"date": "2026-11-20", "with": ["jane"], "by": "amara", "void": "2020-01-01 jane"},
    {"date": "2026-11-20", "with": ["zed"], "by": "ben", "snooze": "2020-01-01"},
    {"date": "2026-11-20", "with": ["zed"], "by": "ben", "kept": "what nobody promised"},
]


@given(books(), st.sampled_from(STRANGE))
def test_a_line_that_cannot_be_changes_no_item(of, strange):
    log = [line.model_dump(by_alias=True) for line in of.touches["acme"]]
    odd = _with_log(of, [*log, strange])
    assert reasons(odd, TODAY, date(2027, 3, 1)) == reasons(of, TODAY, date(2027, 3, 1))


@given(lines(PAST), st.randoms(use_true_random=False))
def test_the_order_of_lines_on_different_days_does_not_matter(log, random):
    once = list({one["date"]: one for one in log}.values())
    mixed = random.sample(once, len(once))
    people = {one: jane(name=one, cadence="2w") for one in ("jane", "raj")}
    first, other = (book({"acme": {"roles": people}}, {"acme": each}) for each in (once, mixed))
    assert listed(first).items == listed(other).items


# Where the machine stands


def everything(of):
    found = listed(of, TODAY, date(2027, 3, 1))
    texts = (as_plain(found), as_json(found), due_as_csv(found), as_markdown(found))
    return (*texts, as_calendar(found, "Hartwell"))


@contextlib.contextmanager
def machine(zone, language):
    """A machine in that time zone that speaks that language, as far as it knows it."""
    kept, before = os.environ.get("TZ"), locale.setlocale(locale.LC_ALL)
    os.environ["TZ"] = zone
    time.tzset()
    with contextlib.suppress(locale.Error):
        locale.setlocale(locale.LC_ALL, language)
    try:
        yield
    finally:
        locale.setlocale(locale.LC_ALL, before)
        if kept is None:
            del os.environ["TZ"]
        else:
            os.environ["TZ"] = kept
        time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows has one zone for all programs")
@hypothesis(max_examples=25)
@given(books(ANY_DAY))
def test_the_same_book_gives_the_same_list_in_every_zone_and_language(of):
    here = everything(of)
    for zone in ("Pacific/Kiritimati", "Pacific/Honolulu", "Asia/Kathmandu", "America/St_Johns"):
        for language in ("C", "tr_TR.UTF-8", "de_DE.UTF-8", "ar_SA.UTF-8"):
            with machine(zone, language):
                assert everything(of) == here
