"""Document to model: what is left out for a fault, and what is used all the same."""

import pytest

from relplan.files.document import document_of
from relplan.files.validate import lines_used, validate
from relplan.model.durations import Duration
from relplan.model.plan import Plan
from relplan.model.settings import Settings
from relplan.model.touch import TOUCHES

HEAD = "client: Acme\npriority: A\n"


def plan(text):
    value, found = validate(document_of("clients/a.yaml", text.encode())[0], Plan)
    return value, [(one.line, one.code) for one in found]


def log(text):
    document = document_of("touches/a.yaml", text.encode())[0]
    return document, *validate(document, TOUCHES)


def test_a_person_that_is_wrong_is_left_out_and_the_others_stay():
    value, found = plan(HEAD + "roles:\n  jane: {name: Jane, since: never}\n  raj: Raj\n")
    assert [*value.roles] == ["raj"]
    assert found == [(4, "RP104")]


def test_of_a_goal_only_the_initiative_that_is_wrong_is_left_out():
    value, found = plan(
        HEAD + "goals:\n  g:\n    goal: They call\n    initiatives:\n"
        "      a: {what: A day, by: soon}\n      b: A week\n"
    )
    assert [*value.goals["g"].initiatives] == ["b"]
    assert found == [(7, "RP104")]


@pytest.mark.parametrize("said", ["next: 2026-13-01", "every: 0m"])
def test_a_review_that_cannot_be_hides_nobody(said):
    held = "held: {2026-09-01: {decided: [Go on]}}"
    value, found = plan(HEAD + f"roles:\n  raj: Raj\nreview: {{{said}, {held}}}\n")
    assert [*value.roles] == ["raj"]
    assert (value.review.next, value.review.every, len(value.review.held)) == (None, None, 1)
    assert [line for line, _ in found] == [5]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("cadence: {A: 0d, B: 6w}", "RP105"),
        ("cadence: often", "RP1"),
        ("review: never", "RP105"),
        ("call_back_after: 0d", "RP105"),
        ("calendar: {closed: [2026-13-01], holidays: GB}", "RP104"),
        ("lint: {profile: mild}", "RP103"),
    ],
)
def test_one_wrong_setting_leaves_the_team_and_the_others_as_they_are(said, code):
    text = f"firm: H\nteam:\n  ben: {{name: Ben, tier: senior}}\n{said}\n"
    value, [found] = validate(document_of("relplan.yaml", text.encode())[0], Settings)
    assert [*value.team] == ["ben"]
    assert found.line == 4
    assert found.code.startswith(code)
    assert Duration(4, "w") == value.cadence.A
    assert Duration(6 if "6w" in said else 8, "w") == value.cadence.B
    assert value.calendar.holidays == (("GB",) if "GB" in said else ())


def test_an_unknown_field_costs_nothing_but_itself():
    value, found = plan(HEAD + "roles:\n  jane: {name: Jane, shoe: 38}\n")
    assert value.roles["jane"].name == "Jane"
    assert found == [(4, "RP101")]


def test_without_a_field_that_must_be_there_nothing_can_be_used():
    assert plan("client: Acme\n") == (None, [(1, "RP102")])


def test_every_fault_is_told_at_once():
    _, found = plan(
        HEAD + "shoe: 1\nroles:\n  jane: {name: Jane, since: x}\n  raj: {since: 2020-01-01}\n"
    )
    assert [code for _, code in found] == ["RP104", "RP102", "RP101"]


@pytest.mark.parametrize(("text", "said"), [("- a\n", "a list"), ("word\n", "a single text")])
def test_a_plan_that_is_no_group_is_named_as_what_it_is(text, said):
    value, (one,) = validate(document_of("clients/a.yaml", text.encode())[0], Plan)
    assert value is None
    assert one.code == "RP008"
    assert f"the file is {said}; begin a plan with" in one.message


def test_a_log_that_is_a_group_and_an_empty_one_are_told_how_lines_begin():
    for text, said in (("a: b\n", "a group of `key: value` lines"), ("", "nothing is written")):
        _, value, (one,) = log(text)
        assert value is None
        assert said in one.message
        assert "`- {date: …`" in one.message


def test_a_text_that_others_read_as_a_number_is_used_and_warned_of():
    value, found = validate(document_of("a", (HEAD + "notes: 12\n").encode())[0], Plan)
    assert value.notes == "12"
    assert [(one.severity, one.item) for one in found] == [("warning", "notes")]


def test_quotes_and_true_dates_are_not_warned_of():
    assert plan(HEAD + "notes: '12'\nsince: 2020-01-01\n")[1] == []


LINE = "- {date: 2026-01-0%s, with: [jane], by: amara, how: call}\n"


def test_lines_that_were_used_keep_their_index_in_the_file():
    text = LINE % 1 + "- {date: never, with: [jane], by: amara, how: call}\n" + LINE % 2
    document, value, found = log(text)
    assert [one.date.day for one in value] == [1, 2]
    assert [one.line for one in found] == [2]
    assert lines_used(document, value, TOUCHES) == [0, 2]


def test_two_equal_lines_are_two_lines():
    document, value, _ = log(LINE % 1 * 2 + "- {date: x}\n")
    assert lines_used(document, value, TOUCHES) == [0, 1]


def test_a_whole_log_is_used_line_by_line():
    document, value, _ = log(LINE % 1 + LINE % 2)
    assert lines_used(document, value, TOUCHES) == [0, 1]
