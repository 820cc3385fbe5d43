from relplan.reports.layout import width
from relplan.reports.sections import Line, Section, plain, text


def test_a_page_for_a_pipe_is_headings_and_lines_with_a_blank_line_between_sections():
    page = [Section("", (Line("Acme"),)), Section("PEOPLE", (Line("  Jane", "late"),))]
    assert plain(page) == "Acme\n\nPEOPLE\n  Jane\n"


def test_a_text_is_wrapped_under_its_first_word():
    lines = [line.text for line in text("one two three four five six", 24, indent=4, lead="- ")]
    assert lines == ["  - one two three four", "    five six"]
    assert all(width(line) <= 24 for line in lines)


def test_without_a_width_nothing_is_wrapped():
    [line] = text("word " * 100 + "end", None, tone="quiet")
    assert line.text.endswith("end")
    assert line.tone == "quiet"
