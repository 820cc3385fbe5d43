from pathlib import Path

from exports import naughty, quay, source

from relplan.reports.export.tables import BY_NAME, TABLES
from relplan.reports.export.views import VIEWS, columns_of

PROMISED = Path(__file__).parents[2] / "golden" / "export-columns.txt"


def broken(promised, found):
    """The names that were promised and are not there, table by table, and those not promised yet."""
    lost = [one for one in promised if one not in found]
    return lost, [one for one in found if one not in promised]


def names():
    tables = [f"{one.name}.{column}" for one in TABLES for column in one.names]
    return tables + [f"{one.name}.{column}" for one in VIEWS for column in columns_of(one.name)]


def test_every_column_that_was_promised_is_there_and_every_new_one_is_promised():
    promised = PROMISED.read_text(encoding="utf-8").split()
    assert broken(promised, names()) == ([], []), "names are added to the file, never changed"


def test_a_renamed_column_is_noticed():
    assert broken(["people.name"], ["people.full_name"]) == (["people.name"], ["people.full_name"])


def test_every_table_comes_after_those_that_it_refers_to():
    done = set()
    for table in TABLES:
        done.add(table.name)
        assert {one.table for one in table.refers} <= done, table.name


def test_references_fit_the_keys_of_their_tables():
    for table in TABLES:
        for one in table.refers:
            assert len(one.columns) == len(BY_NAME[one.table].key), table.name
            assert {*one.columns} <= {*table.names}


def test_keys_are_columns_and_tell_rows_apart():
    for of in (source(quay()), source(naughty())):
        for table in TABLES:
            rows = [dict(zip(table.names, row, strict=True)) for row in table.read(of)]
            keys = [tuple(row[one] for one in table.key) for row in rows]
            assert len({*keys}) == len(keys), table.name
            assert all(None not in key for key in keys)


def test_every_column_is_explained_by_a_sentence():
    for table in TABLES:
        for column in table.columns:
            assert column.about.endswith("."), f"{table.name}.{column.name}"
