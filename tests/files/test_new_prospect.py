from datetime import date

import pytest
from books import TODAY, write_book
from hypothesis import given
from hypothesis import strategies as st

from relplan.errors import WrongUse
from relplan.files.book import load
from relplan.files.new_prospect import Asked, Lesson, Person, Step, text_of

TEAM = {"amara": "Amara Okafor", "ben": "Ben Archer", "priya": "Priya Venkataraman"}
DAYS = (TODAY, date(2027, 2, 25))
BARE = Asked("Contoso", None, "B", "They ask us", date(2027, 9, 30), "", (), None, (), ())


def written(folder, asked):
    root = write_book(folder, {"prospects/contoso.yaml": text_of(asked, "contoso", DAYS, TEAM)})
    loaded = load(root)
    assert loaded.diagnostics == ()
    return loaded.book.prospects["contoso"]


def test_the_least_that_is_said_makes_a_plan(tmp_path):
    plan = written(tmp_path, BARE)
    assert (plan.name, plan.owner, plan.win.what, plan.win.by) == (
        "Contoso",
        None,
        "They ask us",
        date(2027, 9, 30),
    )
    assert (plan.roles, plan.steps, plan.since) == ({}, {}, TODAY)


def test_steps_need_each_other_in_their_order(tmp_path):
    steps = (
        Step("The board hears it", date(2027, 6, 1), value="a map"),
        Step("The board hears it"),
        Step("日本", date(2027, 1, 4)),
    )
    plan = written(tmp_path, BARE._replace(steps=steps))
    assert {id_: one.needs for id_, one in plan.steps.items()} == {
        "board-hears": ("board-hears-2",),
        "board-hears-2": ("step",),
        "step": (),
    }


def test_everybody_is_named_once_on_their_own_side(tmp_path):
    people = (
        Person("Otto Brandt", "detractor", title="FD", why="his costing"),
        Person("Marcus Hale", "neutral", ours=True),
        Person("ben", "propellent"),
        Person("Priya", "detractor", ours=True, why="no time", answer="from May"),
    )
    again = (
        Person("otto", "propellent", why="likes maps"),
        Person("marcus hale", "detractor", ours=True, why="fears hours"),
        Person("Ben Okri", "neutral"),
        Person("Otto Brandt-Weiss", "neutral"),
    )
    steps = (Step("One", people=people), Step("Two", people=again))
    plan = written(tmp_path, BARE._replace(sponsor="Otto Brandt", steps=steps))
    assert {id_: one.name for id_, one in plan.roles.items()} == {
        "otto": "Otto Brandt",
        "ben-okri": "Ben Okri",
        "otto-brandt-weiss": "Otto Brandt-Weiss",
    }
    otto = plan.roles["otto"]
    assert (otto.role, otto.title, otto.notes) == ("sponsor", "FD", "his costing; likes maps")
    assert plan.win.sponsor == "otto"
    assert {id_: (one.force, one.motive, one.answer) for id_, one in plan.ours.items()} == {
        "marcus": ("detractor", "fears hours", None),
        "priya": ("detractor", "no time", "from May"),
    }
    assert plan.steps["one"].people == {
        "otto": "detractor",
        "marcus": "neutral",
        "ben": "propellent",
        "priya": "detractor",
    }


def test_who_is_said_to_be_theirs_is_not_taken_for_one_of_ours(tmp_path):
    plan = written(tmp_path, BARE._replace(steps=(Step("x", people=(Person("Ben", "neutral"),)),)))
    assert [one.name for one in plan.roles.values()] == ["Ben"]
    assert not {*plan.roles} & {*TEAM}


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (
            (Step("They hear", date(2027, 10, 1)),),
            ('--step: "They hear" comes by 2027-10-01, and the win by 2027-09-30 needs it; give an'
            " earlier day"),
        ),
        (
            (Step("They hear", date(2027, 6, 1)), Step("x"), Step("We ask", date(2027, 6, 2))),
            ('--step: "We ask" comes by 2027-06-02, and "They hear" by 2027-06-01 needs it; give an'
            " earlier day"),
        ),
        (
            (Step("x", people=(Person("日本", "neutral"),)),),
            "no id can be made of '日本'; write the name in Latin letters",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_is_wrong_use(steps, said):
    with pytest.raises(WrongUse) as told:
        text_of(BARE._replace(steps=steps), "contoso", DAYS, TEAM)
    assert str(told.value) == said


WORDS = st.text(
    st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\u2028\u2029\ufeff"),
    min_size=1,
).map(lambda one: " ".join(one.split()) or "x")


@given(WORDS, WORDS, WORDS)
def test_whatever_is_typed_the_plan_says_so(tmp_path_factory, what, why, name):
    people = (Person(f"Ann {name}", "detractor", why=why), Person("Bo", "neutral", True, name, why))
    asked = BARE._replace(
        name=name, win=what, steps=(Step(what, None, people, why),), lessons=(Lesson(what, why),)
    )
    plan = written(tmp_path_factory.mktemp("book"), asked)
    step = next(iter(plan.steps.values()))
    assert (plan.name, plan.win.what, step.what, step.value) == (name, what, what, why)
    assert next(iter(plan.roles.values())).notes == why
    assert [(one.learned, one.source) for one in plan.homework.values()] == [(what, why)]
