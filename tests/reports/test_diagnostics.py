"""Findings as text: one line, or with the source line."""

from relplan.diagnostics import Diagnostic
from relplan.files.document import document_of
from relplan.reports.diagnostics import closing, concise, full, link


def one(column, end, line=1, **more):
    fields = {"severity": "warning", "message": "say by when", **more}
    return Diagnostic(
        "clients/a.yaml", line, column, "RP203", "no-date", end_line=line, end_column=end, **fields
    )


def documents(text):
    document, _ = document_of("clients/a.yaml", text.encode())
    return {"clients/a.yaml": document}


def test_concise_is_one_line_with_the_severity_in_a_word():
    assert concise([one(3, 8)], {}) == "clients/a.yaml:1:3: RP203 warning: say by when [no-date]\n"


def test_full_marks_the_place_below_the_source_line_and_names_the_manual():
    assert full([one(3, 8)], documents("a: hello\n")) == (
        "clients/a.yaml:1:3: RP203 warning: say by when [no-date]\n"
        " 1 | a: hello\n"
        "   |   ^~~~~\n"
        "  = help: relplan rule RP203, or docs/rules.md#rp203-no-date\n\n"
    )


def under(text, column, end):
    lines = full([one(column, end)], documents(text)).splitlines()
    return lines[1].partition("| ")[2], lines[2].partition("| ")[2]


def test_wide_characters_take_two_columns_and_combining_ones_none():
    assert under("渡辺: x\n", 5, 6) == ("渡辺: x", "      ^")
    assert under("a: 渡辺\n", 4, 6) == ("a: 渡辺", "   ^~~~")
    assert under("e\u0301: x\n", 5, 6) == ("e\u0301: x", "   ^")


def test_a_tab_is_shown_as_spaces_and_counted_so():
    assert under("a:\tx\n", 4, 5) == ("a:    x", "      ^")


def test_control_characters_of_a_plan_are_shown_and_never_sent():
    shown, mark = under("a: \u202ex y\n", 6, 7)
    assert shown == "a: \\u202ex y"
    assert mark == " " * 10 + "^"
    said = full([one(1, 2, message="\x1b[31mred")], documents("a: b\n"))
    assert "\x1b" not in said
    assert "\\x1b[31mred" in said


def test_a_long_line_is_cut_around_the_place():
    shown, mark = under("a: " + "x" * 200 + "HERE" + "y" * 200 + "\n", 204, 208)
    assert len(shown) <= 105
    assert shown[mark.index("^") : mark.index("^") + 4] == "HERE"


def test_a_file_without_a_line_to_show_is_shown_by_its_name():
    lines = full([one(1, 2)], {}).splitlines()
    assert lines[1:3] == ["   | clients/a.yaml", "   |         ^~~~~~"]


def test_the_manual_may_have_an_address_of_its_own():
    home = "https://hartwell.example/rules.md"
    assert link("RP203", "no-date", home) == f"{home}#rp203-no-date"
    assert full([one(3, 8)], {}, manual=home).endswith(
        f"  = help: relplan rule RP203, or {home}#rp203-no-date\n\n"
    )


def test_colour_wraps_words_that_stay():
    said = concise([one(3, 8)], {}, True)
    assert "warning" in said
    assert "\x1b[" in said


def test_the_closing_line_counts_by_severity():
    found = [one(1, 2), one(1, 3, severity="error"), one(1, 4, severity="error")]
    assert closing(found, 14) == "2 errors, 1 warning in 1 of 14 files"
    assert closing([one(1, 2, severity="advice")], 1) == "1 piece of advice in 1 of 1 file"
