from datetime import date, timedelta

import pytest
import scenes
from hypothesis import given
from hypothesis import strategies as st

from relplan.analysis.change import Change, Side
from relplan.analysis.changes import changes
from relplan.analysis.contacts import in_force
from relplan.model.choices import Stance, Tie
from relplan.model.plan import Plan
from relplan.model.prospect import Prospect
from relplan.reports.change_words import Words, sentence
from relplan.reports.changes import sectioned

TODAY = scenes.TODAY
EVE = date(2026, 10, 7)


def side(day=TODAY, lines=(), **fields):
    return Side(scenes.plan(**fields), in_force(scenes.touches(*lines)), day)


def between(old, new, lines=()):
    """The changes from a plan of these fields on the eve to one of those today."""
    return changes(side(EVE, lines, **old), side(TODAY, lines, **new))


def told(old, new, lines=()):
    return [(one.kind, one.what, one.before, one.after) for one in between(old, new, lines)]


def people(**roles):
    return {"roles": {id_: {"name": id_.title(), **one} for id_, one in roles.items()}}


def test_who_came_and_who_left():
    found = told(
        people(jane={}, pete={}, al={}),
        people(jane={}, pete={"left": "2026-10-20"}, dawn={"title": "CFO"}),
    )
    assert found == [
        ("came", "Dawn", None, "CFO"),
        ("left", "Pete", None, "2026-10-20"),
        ("left", "Al", None, None),
    ]


def test_who_left_in_the_future_is_still_here():
    assert told(people(pete={}), people(pete={"left": "2026-12-20"})) == []


@pytest.mark.parametrize(
    ("trait", "was", "now"),
    [
        ("stance", "sceptic", "neutral"),
        ("influence", "low", "high"),
        ("tie", "vendor", "credible"),
        ("role", "user", "approver"),
        ("ours", "ben", "amara"),
        ("stance", None, "sceptic"),
        ("tie", "vendor", None),
    ],
)
def test_a_person_who_moved(trait, was, now):
    assert told(people(jane={trait: was}), people(jane={trait: now})) == [(trait, "Jane", was, now)]


def test_a_person_under_another_id_neither_came_nor_left():
    old = {"roles": {"jane": {"name": "Jane Porter", "tie": "vendor"}}}
    new = {"roles": {"jane-porter": {"name": "Jane  PORTER", "tie": "credible"}}}
    (found,) = between(old, new)
    assert (found.kind, found.item) == ("tie", "roles.jane-porter")


def test_a_weakness_that_a_goal_answers_now_or_no_longer():
    weak = {"weaknesses": {"w": "Nobody knows the plants"}}
    goal = {"goals": {"g": {"goal": "They call", "answers": ["w"]}}}
    assert told(weak, weak | goal)[0] == ("answered", "Nobody knows the plants", None, "g")
    assert told(weak | goal, weak)[0] == ("unanswered", "Nobody knows the plants", "g", None)


def test_strengths_and_weaknesses_that_came_and_went():
    found = told(
        {"weaknesses": {"a": "Old"}}, {"weaknesses": {"b": "New"}, "strengths": {"s": "Good"}}
    )
    assert [one[:2] for one in found] == [
        ("weakness new", "New"),
        ("weakness gone", "Old"),
        ("strength new", "Good"),
    ]


def test_what_changed_in_the_plan_itself():
    old = {"client": "Acme", "priority": "A", "owner": "amara"}
    new = {"client": "Acme plc", "priority": "B", "owner": "ben", "status": "damaged"}
    assert told(old, new) == [
        ("renamed", "Acme plc", "Acme", "Acme plc"),
        ("status", "Acme plc", "active", "damaged"),
        ("owner", "Acme plc", "amara", "ben"),
        ("priority", "Acme plc", "A", "B"),
    ]


def test_a_review_that_was_held():
    held = {"review": {"held": {"2026-11-10": {}, "2026-12-10": {}}}}
    assert told({}, held) == [("reviewed", "Acme", None, "2026-11-10")]


def test_a_prospect_that_became_a_client():
    old = Prospect.model_validate({"prospect": "Acme", "owner": "amara", "priority": "A"})
    found = changes(Side(old, (), EVE), side())
    assert [one.kind for one in found] == ["won"]


def test_the_way_to_a_win_that_was_won_is_not_told_as_gone():
    win, steps = {"what": "They ask us", "by": "2026-11-20"}, {"a": {"what": "The board hears it"}}
    old = Prospect.model_validate(
        {"prospect": "Acme", "owner": "amara", "win": win, "steps": steps}
    )
    found = changes(Side(old, (), EVE), side(goals={"g": {"goal": "They call us first"}}))
    assert [one.kind for one in found] == ["won", "priority", "goal new"]


PROMISE = {"date": "2026-10-01", "promise": {"what": "Send the list", "by": "2026-10-20"}}


def test_a_promise_that_was_kept_or_broken_since():
    kept = {"date": "2026-10-19", "kept": "send the list"}
    late = {"date": "2026-10-23", "kept": "send the list"}
    item = "touches.2026-10-01 jane"
    assert between({}, {}, [PROMISE]) == (
        Change("broken", item, "Send the list", "2026-10-20", None, 36),
    )
    assert between({}, {}, [PROMISE, kept]) == (
        Change("kept", item, "Send the list", "2026-10-20", "2026-10-19", 0),
    )
    assert between({}, {}, [PROMISE, late])[0].days == 3


def test_a_promise_that_was_broken_before_is_no_news_until_it_is_kept():
    broken = {"date": "2026-09-01", "promise": {"what": "Call", "by": "2026-09-10"}}
    assert between({}, {}, [broken]) == ()
    kept = {"date": "2026-10-23", "kept": "call"}
    assert [one.kind for one in between({}, {}, [broken, kept])] == ["kept"]


def test_one_plan_on_two_days_tells_what_its_own_dates_say():
    work = {
        "i": {"what": "Ride along", "status": "done", "done": "2026-11-02"},
        "j": {"what": "Sit in", "by": "2026-11-20"},
    }
    fields = {
        **people(
            pete={"left": "2026-10-20"}, dawn={"since": "2026-11-01"}, jane={"since": "2020-01-01"}
        ),
        "goals": {"g": {"goal": "They call", "initiatives": work}},
    }
    assert told(fields, fields, [PROMISE]) == [
        ("came", "Dawn", None, None),
        ("left", "Pete", None, "2026-10-20"),
        ("late", "j", "2026-11-20", None),
        ("done", "i", None, "2026-11-02"),
        ("broken", "Send the list", "2026-10-20", None),
    ]


ids = st.sampled_from(["ann", "bob", "cy", "di"])
days = st.dates(date(2026, 1, 1), date(2027, 12, 31)).map(date.isoformat)
persons = st.fixed_dictionaries(
    {"name": st.sampled_from(["Ann", "Bob", "Cy", "Di", "Ed"])},
    optional={
        "stance": st.sampled_from(Stance.__args__),
        "tie": st.sampled_from(Tie.__args__),
        "left": days,
        "since": days,
    },
)
works = st.fixed_dictionaries(
    {"what": st.sampled_from(["Ride along", "Sit in", "Listen"])},
    optional={
        "by": days,
        "status": st.sampled_from(["planned", "doing", "done", "dropped"]),
        "done": days,
        "owner": st.sampled_from(["amara", "ben"]),
    },
)
goals = st.fixed_dictionaries(
    {"goal": st.sampled_from(["They call", "They ask"])},
    optional={
        "answers": st.lists(st.sampled_from(["w", "v"]), unique=True),
        "by": days,
        "initiatives": st.dictionaries(ids, works, max_size=3),
        "measure": st.fixed_dictionaries(
            {"what": st.just("calls"), "target": st.just("4")},
            optional={"actual": st.sampled_from(["1", "4"])},
        ),
    },
)
plans = st.fixed_dictionaries(
    {
        "client": st.sampled_from(["Acme", "Bolt"]),
        "priority": st.sampled_from("ABC"),
        "roles": st.dictionaries(ids, persons, max_size=4),
        "weaknesses": st.dictionaries(st.sampled_from(["w", "v"]), st.just("Weak")),
        "goals": st.dictionaries(st.sampled_from(["g", "h"]), goals),
    }
).map(Plan.model_validate)
lines = st.lists(
    st.fixed_dictionaries(
        {"date": days},
        optional={
            "promise": st.fixed_dictionaries({"what": st.just("call"), "by": days}),
            "kept": st.just("call"),
        },
    ),
    max_size=4,
).map(lambda found: in_force(scenes.touches(*found)))
sides = st.builds(Side, plans, lines, st.dates(EVE, TODAY + timedelta(30)))


@given(sides)
def test_nothing_changed_between_a_state_and_itself(one):
    assert changes(one, one) == ()


@given(sides, sides)
def test_the_other_way_round_who_came_has_left(old, new):
    there, back = changes(old, new), changes(new, old)
    for kind, other in (
        ("came", "left"),
        ("weakness new", "weakness gone"),
        ("goal new", "goal gone"),
    ):
        names = [
            sorted(one.what for one in found if one.kind == k)
            for found, k in ((there, kind), (back, other))
        ]
        assert names[0] == names[1]


@given(sides, sides)
def test_every_change_that_there_can_be_has_a_heading_and_a_sentence(old, new):
    """Here, where plans are drawn: the words live above the analysis."""
    words = Words({}, TODAY)
    found = changes(old, new)
    assert sum(len(mine) for _, mine in sectioned(found)) == len(found)
    assert all(len(sentence(one, words)) > len(" .") for one in found)
