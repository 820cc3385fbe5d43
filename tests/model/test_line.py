import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from relplan.model.line import faults
from relplan.model.touch import touch

LINE = {"date": "2026-11-25", "with": ["jane"], "by": "ben"}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"note": ""}, ("note", "`note` is empty; write a text there, or leave it out")),
        (
            {"how": "lunhc"},
            ("how", "`lunhc` is not one of the words for this; did you mean lunch?"),
        ),
        ({"hours": "two"}, ("hours", "`two` is not a number of this kind")),
        ({"cost": "64"}, ("cost", "`64` is not an amount with its currency")),
        ({"promise": {"what": "", "by": "2026-12-01"}}, ("promise", "write what was promised")),
    ],
)
def test_a_fault_is_named_with_its_field(fields, said):
    [(name, why)] = faults({**LINE, **fields})
    assert name == said[0]
    assert said[1] in why


WORDS = st.sampled_from(["", "call", "lunch", "Call", "1", "1.5", "-1", "64 GBP", "64", "x", "no"])


@settings(derandomize=True, max_examples=300)
@given(st.dictionaries(st.sampled_from(["note", "learned", "how", "hours", "cost", "kept"]), WORDS))
def test_the_model_takes_exactly_the_lines_without_a_fault(fields):
    try:
        touch({**LINE, **fields})
        reads = True
    except ValidationError:
        reads = False
    assert reads == (not list(faults({**LINE, **fields})))
