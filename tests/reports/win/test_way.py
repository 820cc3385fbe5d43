import pytest
from ways import SMALL, a_way

from relplan.errors import Refused


def test_a_line_is_that_of_the_key_or_where_it_would_stand():
    way = a_way()
    assert way.line("win") == 3
    assert way.line("steps", "checks", "by") == 14
    assert way.line("steps", "night", "value", "nowhere") == 15


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "win: {what: They ask us to run it, by: 2027-09-30, sponsor: lena}\n",
            "",
            (
                "prospects/contoso.yaml: no win is written here; add `win:` with what they will do, and"
                " by when"
            ),
        ),
        (
            "needs: night,",
            "needs: asks,",
            (
                "prospects/contoso.yaml:13: the step asks needs itself, by way of checks; take out of"
                " `needs:` what comes later"
            ),
        ),
        (
            "needs: night,",
            "needs: checks,",
            (
                "prospects/contoso.yaml:14: the step checks needs itself; take out of `needs:` what comes"
                " later"
            ),
        ),
    ],
)
def test_without_a_way_to_draw_the_place_is_named(old, new, said):
    with pytest.raises(Refused) as refused:
        a_way(SMALL.replace(old, new))
    assert str(refused.value) == said
