from datetime import date

import pytest
from scenes import TODAY

from relplan.cli.typed_steps import FORM, typed_day, typed_lesson, typed_step
from relplan.errors import WrongUse
from relplan.files.new_prospect import Lesson, Person, Step


def test_a_step_is_typed_with_all_its_parts():
    typed = (
        "The board  hears it; by 2027-06-01; + Lena; - Otto Brandt, finance director: his own"
        " costing; =Zoe; - ours Marcus Hale: fears hours > a cap; keeps a cost map;"
    )
    assert typed_step(typed, TODAY) == Step(
        "The board hears it",
        date(2027, 6, 1),
        (
            Person("Lena", "propellent"),
            Person("Otto Brandt", "detractor", title="finance director", why="his own costing"),
            Person("Zoe", "neutral"),
            Person("Marcus Hale", "detractor", ours=True, why="fears hours", answer="a cap"),
        ),
        "a cost map",
    )
    assert typed_step("They agree", TODAY) == Step("They agree")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", f"--step: `` does not begin with what must be true; write {FORM}"),
        ("+ Lena; x", f"--step: `+ Lena; x` does not begin with what must be true; write {FORM}"),
        ("a; soon", f"--step: `soon` is no part of a step; write {FORM}"),
        ("a; + : why", f"--step: `+ : why` is no part of a step; write {FORM}"),
        ("a; by 2026-11-01", "--step: 2026-11-01 has passed already"),
    ],
)
def test_what_is_no_step_is_told_with_the_form(typed, said):
    with pytest.raises(WrongUse) as told:
        typed_step(typed, TODAY)
    assert str(told.value) == said


def test_what_was_learned_names_its_source():
    typed = "Waste from the night is reported, from an interview"
    assert typed_lesson(typed) == Lesson("Waste from the night is reported", "an interview")
    for wrong in ("Waste is reported", " from an interview", "Waste from  "):
        with pytest.raises(WrongUse, match="does not say from what; write WHAT from SOURCE"):
            typed_lesson(wrong)


def test_a_day_is_still_to_come():
    assert typed_day("--by", "fri", TODAY) == date(2026, 11, 27)
    with pytest.raises(WrongUse, match=r"^--by: 2020-01-01 has passed already$"):
        typed_day("--by", "2020-01-01", TODAY)
