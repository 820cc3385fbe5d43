from scenes import TODAY, book, jane

from relplan.analysis.handing import promised_by, promised_to, taken_over, waits_for

GIVEN = {
    "date": "2026-11-06",
    "with": ["jane", "raj"],
    "promise": {"what": "send it", "by": "2026-12-01"},
}
OTHER = {
    "date": "2026-11-07",
    "with": "raj",
    "by": "ben",
    "promise": {"what": "call", "by": "2026-12-02"},
}
KEPT = {"date": "2026-11-08", "with": "raj", "kept": "call"}


def firm(*lines, **people):
    roles = {"jane": jane(), "raj": {"name": "Raj"}, **people}
    return book(
        {"acme": {"roles": roles}, "borg": {"roles": roles}}, {"acme": lines, "borg": [GIVEN]}
    )


def said(found):
    return [(client, one.what) for client, one in found]


def test_what_a_member_promised_is_found_in_one_log_or_in_all():
    of = firm(GIVEN, OTHER)
    assert said(promised_by(of, "amara", TODAY)) == [("acme", "send it"), ("borg", "send it")]
    assert said(promised_by(of, "amara", TODAY, "acme")) == [("acme", "send it")]
    assert said(promised_by(of, "ben", TODAY)) == [("acme", "call")]
    assert said(promised_by(firm(GIVEN, OTHER, KEPT), "ben", TODAY)) == []


def test_what_was_promised_to_a_person_is_found():
    assert [one.what for one in promised_to(firm(GIVEN, OTHER), "acme", "raj", TODAY)] == [
        "send it",
        "call",
    ]
    assert [one.what for one in promised_to(firm(GIVEN, OTHER), "acme", "jane", TODAY)] == [
        "send it"
    ]


def test_the_line_that_takes_over_is_with_those_who_are_still_there():
    of = firm(GIVEN, jane=jane(left="2026-11-20"))
    ((_, given), _) = promised_by(of, "amara", TODAY)
    assert taken_over(of, "acme", given, "ben", TODAY) == {
        "date": "2026-11-25", "with": ["raj"], "by": "ben", "taken_over": "send it",
    }  # fmt: skip
    left = {"raj": {"name": "Raj", "left": "2026-11-20"}, "jane": jane(left="2026-11-20")}
    assert taken_over(firm(GIVEN, **left), "acme", given, "ben", TODAY)["with"] == ["jane", "raj"]


def test_somebody_else_of_theirs_waits_in_the_place_of_one():
    (given,) = promised_to(firm(GIVEN), "acme", "jane", TODAY)
    line = waits_for(given, "jane", "mick", TODAY)
    assert (line["with"], line["by"]) == (["mick", "raj"], "amara")
    assert waits_for(given, "jane", "raj", TODAY)["with"] == ["raj"]
