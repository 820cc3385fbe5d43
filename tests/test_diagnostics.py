from dataclasses import FrozenInstanceError, replace
from itertools import permutations

import pytest

from relplan.diagnostics import SEVERITIES, Diagnostic, Severity, Span, in_order

ONE = Diagnostic("clients/a.yaml", 3, 5, "RP101", "unknown-field", "error", "text")


def test_a_diagnostic_is_a_value_that_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        ONE.line = 4
    assert replace(ONE) == ONE
    assert replace(ONE, message="other") != ONE


def test_the_order_is_path_line_column_code_text():
    wanted = [
        replace(ONE, path="a", line=9),
        replace(ONE, line=2, column=9),
        ONE,
        replace(ONE, message="zzz"),
        replace(ONE, code="RP102", message="aaa"),
        replace(ONE, column=6),
        replace(ONE, line=10),
    ]
    for shuffled in permutations(wanted):
        assert in_order(shuffled) == wanted


def test_numbers_are_ordered_as_numbers_and_exact_repeats_go():
    assert in_order([replace(ONE, line=10), replace(ONE, line=9), ONE, ONE]) == [
        ONE,
        replace(ONE, line=9),
        replace(ONE, line=10),
    ]


def test_two_that_differ_only_in_their_end_both_stay():
    assert len(in_order([ONE, replace(ONE, end_column=9)])) == 2


def test_severities_are_listed_from_the_gravest():
    assert SEVERITIES == ("error", "warning", "advice")
    assert set(SEVERITIES) == set(Severity.__args__)


def test_a_span_is_six_numbers():
    assert Span(0, 4, 1, 1, 1, 5)._asdict() == {
        "start": 0,
        "end": 4,
        "line": 1,
        "column": 1,
        "end_line": 1,
        "end_column": 5,
    }
