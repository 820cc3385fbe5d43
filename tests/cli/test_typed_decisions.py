import pytest

from relplan.cli.typed_decisions import decision
from relplan.errors import WrongUse

TEAM = {"amara": "Amara Okafor", "ben": "Ben Archer"}


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Start at Leeds", "Start at Leeds"),
        (" Start at Leeds  @ben ", {"what": "Start at Leeds", "owner": "ben"}),
        ("Send the page by 2027-01-29", {"what": "Send the page", "by": "2027-01-29"}),
        ("Send it @arch by 2027-01-29", {"what": "Send it", "owner": "ben", "by": "2027-01-29"}),
        ("Write to a@b.example by hand", "Write to a@b.example by hand"),
        ("Stand by: the plant calls", "Stand by: the plant calls"),
        ("Two\nlines @ben", {"what": "Two\nlines", "owner": "ben"}),
    ],
)
def test_a_decision_may_end_with_who_does_it_and_by_when(typed, written):
    assert decision(typed, TEAM) == written


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "--decided: write what was decided, such as 'Start at Leeds @ben by 2027-01-29'"),
        (" @ben", "--decided: write what was decided"),
        ("Go @zoe", "no member of the team 'zoe'; there are: amara, ben"),
        ("Go by 2027-02-30", "--decided: `2027-02-30` is not in the calendar"),
        (
            "Go by 29.1.2027",
            "--decided: `29.1.2027` is not written as YYYY-MM-DD; write 2027-01-29",
        ),
    ],
)
def test_a_decision_that_says_no_such_thing_is_wrong_use(typed, said):
    with pytest.raises(WrongUse) as wrong:
        decision(typed, TEAM)
    assert str(wrong.value).startswith(said)
