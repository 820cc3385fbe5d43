"""What is shown of an id."""

from books import TODAY
from desks import ACME, LOG, PLAN, desk

from relplan.lsp.hover import hover, manual


def shown(made, near, text=PLAN, path=ACME):
    said = hover(made, path, text.index(near), TODAY)
    return said.text.split("\n\n") if said else None


def test_a_person_is_shown_with_the_last_touch_and_the_day(tmp_path):
    assert shown(desk(tmp_path), "jane", LOG, "touches/acme.yaml") == [
        "**Jane Porter** (person `jane`)",
        "CFO · decision-maker · supporter",
        "kept by Ben Archer (tie: credible)",
        "last touch: lunch on 3 Nov, Ben Archer: Worried about the new rules",
        "due in 6 days (Tue 1 Dec): 22 days since lunch on 3 Nov, every 4w",
    ]


def test_nobody_is_said_to_be_due_who_is_not(tmp_path):
    made = desk(tmp_path, {"touches/acme.yaml": ""})
    made.put(ACME, PLAN.replace("cadence: 4w", "cadence: never"))
    assert shown(made, "jane: {")[3:] == ["no touch yet", "not listed as due"]
    gone = PLAN.replace("cadence: 4w", "left: 2026-11-10")
    made.put(ACME, gone)
    assert shown(made, "jane: {", gone)[3:] == ["left on 10 Nov"]


def test_a_log_that_cannot_be_read_is_owned_to(tmp_path):
    made = desk(tmp_path, {"touches/acme.yaml": "- {date: [}\n"})
    assert shown(made, "jane: {")[3:] == ["the log cannot be read: nobody knows when we spoke"]


def test_members_clients_and_weaknesses_are_shown(tmp_path):
    made = desk(tmp_path)
    assert shown(made, "ben, tie") == ["**Ben Archer** (member `ben`)", "senior"]
    assert shown(made, "Acme plc") == [
        "**Acme plc** (client `acme`)",
        "active, priority A, in the care of Amara Okafor",
        "1 of 2 people due",
    ]
    assert shown(made, "no-plant-tie]") == [
        "**Nobody of ours knows a plant manager** (weakness `no-plant-tie`)"
    ]


def test_an_initiative_is_shown_with_its_verdict(tmp_path):
    found = shown(desk(tmp_path), "open-door")
    assert found[1:3] == ["planned, by 18 Dec, Ben Archer", "judged sales: invests, illustrates"]
    assert len(found) == 4


def test_foreign_text_is_no_markdown(tmp_path):
    made = desk(tmp_path)
    text = PLAN.replace("Jane Porter", '"[click](http://x.example) <img>\\u001b"')
    made.put(ACME, text)
    assert shown(made, "jane: {", text)[0] == (
        "**\\[click\\](http://x.example) \\<img\\>\\\\x1b** (person `jane`)"
    )


def test_where_no_id_stands_nothing_is_shown(tmp_path):
    assert shown(desk(tmp_path), "Jane Porter") is None


def test_a_finding_is_explained_by_its_rule(tmp_path):
    made = desk(tmp_path)
    [one] = [one for one in made.findings(ACME, TODAY) if one.code == "RP301"]
    assert manual(one).startswith("**RP301 sales-plan-initiative**: ")
    assert "\n\n**Why:** a plan that goes" in manual(one)
