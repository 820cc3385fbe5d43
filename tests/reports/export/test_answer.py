import csv
import io
import json
from datetime import date

import pytest
from exports import NAUGHTY

from relplan.errors import WrongUse
from relplan.reports.csv_table import Form
from relplan.reports.export.answer import FORMATS, answer_csv, answer_json, answer_jsonl, as_table
from relplan.reports.export.query import Answer

TODAY = date(2026, 11, 25)
ANSWER = Answer(("name", "touches"), [("Jane", 3), ("Li\nWei", None)])


def test_a_table_is_lined_up_and_keeps_to_lines():
    assert as_table(ANSWER) == "name    touches\nJane    3\nLi Wei\n"


def test_nothing_harmful_reaches_the_terminal():
    text = as_table(Answer(("x\x1b[2J",), [(one,) for one in NAUGHTY]))
    assert len(text.splitlines()) == len(NAUGHTY) + 1
    assert not {"\x1b", "\x9b", "\u202e", "\x07"} & {*text}


def test_csv_is_read_back_and_runs_no_formula():
    rows = [(one, 1.5, -2) for one in NAUGHTY]
    found = list(csv.reader(io.StringIO(answer_csv(Answer(("=a", "b", "c"), rows)))))
    assert found[0] == ["'=a", "b", "c"]
    assert {(row[1], row[2]) for row in found[1:]} == {("1.5", "-2")}
    assert all(row[0][0] not in "=+-@\t" for row in found[1:])


def test_raw_csv_has_the_texts_as_they_are():
    rows = [(one,) for one in NAUGHTY]
    text = answer_csv(Answer(("a",), rows), Form(raw=True))
    found = list(csv.reader(io.StringIO(text, newline="")))
    assert [row[0] for row in found[1:]] == [*NAUGHTY]


def test_json_keeps_numbers_and_nothing():
    found = json.loads(answer_json(ANSWER, TODAY))
    assert found == {
        "version": 1,
        "today": "2026-11-25",
        "columns": ["name", "touches"],
        "rows": [{"name": "Jane", "touches": 3}, {"name": "Li\nWei", "touches": None}],
    }


def test_json_has_a_form_for_what_it_has_no_room_for():
    answer = Answer(("a", "b", "c"), [(float("inf"), b"\x00\xff", 0.5)])
    assert json.loads(answer_jsonl(answer, TODAY)) == {"a": "inf", "b": "0x00ff", "c": 0.5}
    assert as_table(answer) == "a    b       c\ninf  0x00ff  0.5\n"


def test_each_line_is_an_object():
    text = answer_jsonl(Answer(("a",), [(one,) for one in NAUGHTY]), TODAY)
    assert text.isascii()
    assert [json.loads(line)["a"] for line in text.split("\n")[:-1]] == [*NAUGHTY]


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_two_columns_of_one_name_are_not_made_one(form):
    with pytest.raises(WrongUse) as told:
        FORMATS[form](Answer(("id", "id"), [(1, 2)]), TODAY)
    assert str(told.value) == (
        "two columns are called `id`, and JSON has room for one; name the other: id as another_name"
    )


def test_a_table_and_csv_have_room_for_both():
    assert FORMATS["table"](Answer(("id", "id"), [(1, 2)]), TODAY) == "id  id\n1   2\n"
    assert FORMATS["csv"](Answer(("id", "id"), [(1, 2)]), TODAY) == "id,id\n1,2\n"
