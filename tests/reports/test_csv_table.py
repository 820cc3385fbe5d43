import csv
import io

import pytest

from relplan.reports.csv_table import BOM, Form, as_csv, cell

FORMULAS = ["=1+1", "+44 20 7946 0000", "-2", "@x", "=cmd|'/C calc'!A0", "\t=1", "\r=1", "＝1+1"]


@pytest.mark.parametrize("text", [*FORMULAS, " =1", "\n=1", "\u00a0=1", "\ufeff=1"])
def test_what_a_spreadsheet_would_run_is_text(text):
    assert cell(text).startswith("'")


@pytest.mark.parametrize("text", ["", "Jane", "2026-11-25", "a=1", "'=1", "3+4", "#1"])
def test_other_text_stays_as_it_is(text):
    assert cell(text) == text


def test_line_breaks_become_spaces_and_what_is_invisible_is_shown():
    assert cell("a\nb") == "a b"
    assert cell("a\x1b[2Jb\x00") == "a\\x1b[2Jb\\x00"


def test_commas_and_quotes_are_read_back():
    rows = [['a "b", c', "", "=x"], ["李", "é", "-1"]]
    found = list(csv.reader(io.StringIO(as_csv(["x", "y", "z"], rows))))
    assert found == [["x", "y", "z"], ['a "b", c', "", "'=x"], ["李", "é", "'-1"]]


def test_raw_is_the_text_as_it_is():
    rows = [["=1", "a\nb\x1b", -2, 1.5]]
    found = list(csv.reader(io.StringIO(as_csv(["x"], rows, Form(raw=True)), newline="")))
    assert found[1] == ["=1", "a\nb\x1b", "-2", "1.5"]


def test_another_separator_and_the_mark_for_excel():
    assert as_csv(["a", "b"], [["x;y", "z"]], Form(";", bom=True)) == BOM + 'a;b\n"x;y";z\n'
