"""The outline of a file."""

from desks import ACME, PLAN, desk

from relplan.lsp.symbols import symbols


def outline(found, depth=0):
    return [
        line
        for one in found
        for line in (f"{'  ' * depth}{one.name}: {one.about}", *outline(one.inside, depth + 1))
    ]


def test_a_plan_shows_its_sections_with_all_that_has_an_id(tmp_path):
    found = symbols(desk(tmp_path).loaded.documents[ACME])
    assert outline(found)[4:] == [
        "roles: ",
        "  jane: Jane Porter",
        "  raj: Raj Malhotra",
        "strengths: ",
        "  first-call: They ring us first",
        "weaknesses: ",
        "  no-plant-tie: Nobody of ours knows a plant manager",
        "goals: ",
        "  plants-call-us: The plant managers call us first",
        "    initiatives: ",
        "      open-door: Free workshop to open the door for the next audit",
        "review: ",
        "  every: quarterly",
        "  next: 2027-01-12",
    ]


def test_a_log_shows_its_lines_by_day(tmp_path):
    found = symbols(desk(tmp_path).loaded.documents["touches/acme.yaml"])
    assert outline(found) == [
        "2026-11-03 jane: Worried about the new rules",
        "2026-11-05 raj, jane: ",
        "2026-11-06: ",
    ]


def test_a_stretch_holds_its_key_and_what_is_inside(tmp_path):
    def walk(found, start, end):
        for one in found:
            assert start <= one.start <= one.key[0] <= one.key[1] <= one.end <= end, one
            walk(one.inside, one.start, one.end)

    walk(symbols(desk(tmp_path).loaded.documents[ACME]), 0, len(PLAN))


def test_a_text_without_a_tree_has_no_outline(tmp_path):
    made = desk(tmp_path)
    made.put(ACME, "[}")
    assert symbols(made.loaded.documents[ACME]) == ()
