import pytest

from relplan.model.derived import DERIVED
from relplan.model.schema import shapes
from relplan.model.touch import touch

LINE = {"date": "2026-11-03", "with": ["jane"], "by": "ben"}


@pytest.mark.parametrize(
    ("more", "counts", "note"),
    [
        ({}, True, False),
        ({"planned": "true"}, False, False),
        ({"cancelled": "true"}, False, False),
        ({"answered": "false"}, False, False),
        ({"void": "2026-11-01 jane"}, False, False),
        ({"snooze": "2026-12-01"}, False, True),
        ({"taken_over": "send it"}, False, True),
    ],
)
def test_a_line_counts_when_something_took_place(more, counts, note):
    line = touch(LINE | more)
    assert (line.counts, line.is_note) == (counts, note)


def test_what_is_derived_is_derived_for_shapes_that_exist():
    assert set(DERIVED) <= set(shapes())
    assert all(issubclass(shapes()[name], mixin) for name, mixin in DERIVED.items())
