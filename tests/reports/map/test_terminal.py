import pytest
from charts import NAUGHTY, box, chart, charts, small
from hypothesis import given

from relplan.reports.layout import width
from relplan.reports.map.terminal import LEGEND, as_plain, sections
from relplan.reports.safe import safe


def test_the_tree_has_letters_stars_keepers_and_who_listens():
    assert as_plain(small()) == (
        "Acme plc (acme): relationship map, 25 Nov 2026\n\n"
        "WHO REPORTS TO WHOM\n"
        "  X Jane Porter ★ · CFO · high influence · nobody of ours\n"
        "  └─ ? Raj · nobody of ours · not met, only told of\n\n"
        "NO REPORTING LINE\n"
        "  M Pia · low influence · → Ben Archer · ⋯▸ Raj\n\n"
        "GAPS\n- Nobody of ours keeps the tie to Jane Porter.\n\n"
        f"{LEGEND}\n"
    )


def test_branches_go_on_beside_what_stands_below():
    drawn = chart(*map(box, "abcd"), reports_to={"b": "a", "c": "b", "d": "a"})
    lines = as_plain(drawn).splitlines()[3:7]
    assert [line[: line.index("?")] for line in lines] == ["  ", "  ├─ ", "  │  └─ ", "  └─ "]


def test_a_circle_is_said():
    drawn = chart(box("a"), box("b"), reports_to={"a": "b", "b": "a"})
    assert "  ? A · nobody of ours · reports to B, in a circle\n" in as_plain(drawn)


def test_a_plan_without_people_says_where_they_go():
    assert "PEOPLE\n  nobody is written down; add them under `roles`\n" in as_plain(chart())


@pytest.mark.parametrize("payload", NAUGHTY)
def test_foreign_text_is_shown_and_not_sent(payload):
    shown = as_plain(small(payload, payload))
    assert safe(payload) in shown
    assert shown.count("\n") == as_plain(small()).count("\n")
    assert "\x1b" not in shown


@given(charts())
def test_no_line_is_wider_than_the_terminal_but_for_a_word_that_is(drawn):
    for section in sections(drawn, 80):
        for line in section.lines:
            word = max(map(width, line.text.split()))
            assert width(line.text) <= 80 or word > 80 - 60


def test_a_deep_tree_keeps_room_for_words():
    ids = [f"a{at}" for at in range(60)]
    drawn = chart(*map(box, ids), reports_to=dict(zip(ids[1:], ids, strict=False)))
    lines = [line.text for line in sections(drawn, 80)[1].lines]
    assert max(map(width, lines)) <= 80
    assert lines[-1].lstrip("… └─│").startswith(("? A59", "nobody", "of ours", "ours"))


def test_each_line_has_the_tone_of_the_stance():
    assert [line.tone for line in sections(small())[1].lines] == ["sceptic", ""]
