from datetime import date
from decimal import Decimal

import pytest

from relplan.model.durations import Duration
from relplan.model.person import Person
from relplan.reports.export.shape import Column, Row, Table, field, id_of


@pytest.mark.parametrize(
    ("kind", "value", "plain"),
    [
        ("text", None, None),
        ("text", Duration(6, "w"), "6w"),
        ("date", date(2026, 11, 25), "2026-11-25"),
        ("list", ("a", "b"), ["a", "b"]),
        ("list", (), []),
        ("flag", 1, True),
        ("flag", None, None),
        ("whole", 3, 3),
        ("number", Decimal("9.5"), 9.5),
        ("number", Decimal("999999999.9999"), 999999999.9999),
        ("number", Decimal("2.0"), 2),
    ],
)
def test_a_value_has_a_form_that_every_format_can_hold(kind, value, plain):
    found = Column("x", kind, lambda _: value, "X.").of(None)
    assert (found, type(found)) == (plain, type(plain))


def test_a_field_is_explained_by_the_sentence_that_stands_beside_it():
    column = field("Person", "title")
    assert column.about == "Their job title."
    assert column.of(Row("acme", "jane", Person(name="Jane", title="CFO"))) == "CFO"


def test_a_table_reads_its_rows_in_the_order_of_its_columns():
    columns = (id_of("thing"), Column("n", "whole", lambda row: row.of, "N."))
    table = Table("t", "T.", ("id",), columns, lambda _: [Row("", "a", 1), Row("", "b", 2)])
    assert table.names == ("id", "n")
    assert table.read(None) == [["a", 1], ["b", 2]]
