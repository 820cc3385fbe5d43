import pytest
from scenes import TODAY

from relplan.cli.values import typed_value
from relplan.errors import WrongUse
from relplan.files.emit import Bare
from relplan.model.plan import Plan
from relplan.model.settings import Settings


def value(path, *words, shape=Plan):
    return typed_value(shape, tuple(path.split(".")), words, TODAY)


@pytest.mark.parametrize(
    ("path", "words", "said"),
    [
        ("priority", ["A"], "A"),
        ("roles.jane.title", ["Group", "CFO"], "Group CFO"),
        ("roles.jane.title", ["null"], "null"),
        ("roles.jane.stance", ["null"], None),
        ("roles.jane.left", ["~"], None),
        ("team", ["ben, priya,"], ["ben", "priya"]),
        ("current_work", ["Audit, FY26", "Tax"], ["Audit, FY26", "Tax"]),
        ("review.next", ["next month"], "2026-12-01"),
        ("review.next", ["in", "2", "weeks"], "2026-12-09"),
        ("roles.jane.cadence", ["never"], "never"),
        ("strengths.s", ["They call us"], "They call us"),
    ],
)
def test_words_become_what_the_place_holds(path, words, said):
    assert value(path, *words) == said


def test_numbers_and_truth_values_are_meant_as_such():
    assert isinstance(value("goals.g.initiatives.i.hours", "16"), Bare)
    assert isinstance(value("roles.jane.external", "true"), Bare)
    assert not isinstance(value("roles.jane.phone", "16"), Bare)


def test_days_in_a_list_are_taken_as_they_are_said():
    found = value("calendar.closed", "2026-12-28,tomorrow", shape=Settings)
    assert found == ["2026-12-28", "2026-11-26"]


@pytest.mark.parametrize(
    ("path", "words", "said"),
    [
        ("roles", "x", "roles holds several values; name one: roles.ID.FIELD"),
        ("repair", "x", "name one: repair.began, repair.what, repair.lead, repair.our_faults, …"),
        ("goals.g.measure", "x", "name one: goals.g.measure.what, goals.g.measure.target"),
        ("review.next", "fri", "review.next: `fri` can be read in two ways; write 2026-11-20 or"),
        ("review.next", "soon", "review.next: `soon` is not a day that relplan knows"),
    ],
)
def test_what_cannot_be_meant_is_wrong_use(path, words, said):
    with pytest.raises(WrongUse) as wrong:
        value(path, words)
    assert said in str(wrong.value)
