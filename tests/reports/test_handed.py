from relplan.files.places import REFERRING
from relplan.reports.handed import handed


def test_what_was_handed_over_is_counted_in_the_order_of_its_weight():
    found = ["tie", "promise", "plan", "tie", "voice", "team", "team", "absence", "absence"]
    assert handed(found) == (
        "1 plan, 2 ties, 1 promise, 1 voice at the top, 2 places in a team, 2 absences to cover"
    )
    assert handed([]) == ""


def test_every_duty_of_the_table_has_a_word():
    for place in (one for group in REFERRING.values() for one in group if one.duty):
        assert handed([place.duty]).startswith("1 ")
