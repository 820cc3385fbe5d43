"""The words above people and initiatives."""

from books import TODAY
from desks import ACME, PLAN, desk

from relplan.lsp.lenses import lenses


def above(made, path=ACME):
    text = made.text(path)
    made.findings(path, TODAY)
    return {text[one.at.start : one.at.end]: one.says for one in lenses(made, path, TODAY)}


def test_people_say_when_they_are_due_and_initiatives_their_verdict(tmp_path):
    assert above(desk(tmp_path)) == {
        "jane": "due in 6 days",
        "raj": "1,031 days late",
        "open-door": "sales: invests, illustrates",
    }


def test_the_tests_that_an_initiative_passes_are_named(tmp_path):
    made = desk(tmp_path)
    what = "Spend an unpaid day beside each plant manager, and send them ten things we noticed"
    made.put(ACME, PLAN.replace("Free workshop to open the door for the next audit", f'"{what}"'))
    assert above(made)["open-door"] == "relationship: invests, learns, illustrates"


def test_what_is_done_is_judged_no_more(tmp_path):
    made = desk(tmp_path)
    made.put(
        ACME, PLAN.replace("        owner: ben", "        status: dropped\n        owner: ben")
    )
    assert "open-door" not in above(made)


def test_other_files_say_nothing(tmp_path):
    made = desk(tmp_path)
    assert above(made, "touches/acme.yaml") == above(made, "relplan.yaml") == {}
    assert list(lenses(made, "clients/none.yaml", TODAY)) == []
