import csv
import io

import pytest
from exports import NAUGHTY, acme, naughty, quay, source
from scenes import jane

from relplan.reports.csv_table import BOM, Form
from relplan.reports.export.csv_files import csv_of, rows_of
from relplan.reports.export.tables import TABLES
from relplan.reports.export.views import VIEWS


def read(text, **options):
    return list(csv.DictReader(io.StringIO(text, newline=""), **options))


@pytest.mark.parametrize("name", [one.name for one in (*TABLES, *VIEWS)])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_another_reader_of_csv_finds_every_row(name, separator):
    of = source(quay())
    text, count = csv_of(of, name, Form(separator))
    columns, rows = rows_of(of, name)
    found = read(text, delimiter=separator)
    assert len(found) == count == len(rows)
    for one in found:
        assert [*one] == [*columns]


def test_a_sniffing_reader_knows_the_separator():
    for separator in (",", ";", "\t"):
        text, _ = csv_of(source(quay()), "touch_people", Form(separator))
        assert csv.Sniffer().sniff(text).delimiter == separator
        assert csv.Sniffer().has_header(csv_of(source(quay()), "promises", Form())[0])


def test_lists_flags_and_nothing_are_as_a_reader_wants_them():
    of = acme(roles={"jane": jane(interests=["sailing", "chess"], external=True)})
    (found,) = read(csv_of(source(of), "people", Form())[0])
    assert found["interests"] == "sailing; chess"
    assert (found["external"], found["key"], found["title"]) == ("yes", "no", "")


def test_a_view_has_flags_and_lists_as_tables_have():
    of = acme(
        {"date": "2026-11-06", "promise": {"what": "one", "by": "2026-11-20"}},
        goals={"g": {"goal": "x", "initiatives": {"a": {"what": "Clinic", "by": "2026-11-24"}}}},
    )
    assert read(csv_of(source(of), "open_promises", Form())[0])[0]["people"] == "jane"
    assert read(csv_of(source(of), "open_initiatives", Form())[0])[0]["late"] == "yes"


def test_no_cell_runs_in_a_spreadsheet():
    for table in TABLES:
        for row in csv.reader(io.StringIO(csv_of(source(naughty()), table.name, Form())[0])):
            for cell in row:
                number = cell.lstrip("-").replace(".", "").isdigit()
                assert number or cell.lstrip()[:1] not in {*"=+-@＝＋－＠\t\r"}, cell


def test_raw_has_the_texts_as_they_are():
    text, _ = csv_of(source(naughty()), "touches", Form(raw=True))
    assert [one["note"] for one in read(text)] == [one.replace("\r", "") for one in NAUGHTY]


def test_the_mark_for_excel_is_read_away_by_others():
    text, _ = csv_of(source(quay()), "people", Form(bom=True))
    assert text.startswith(BOM)
    found = csv.DictReader(io.StringIO(text.encode("utf-8").decode("utf-8-sig")))
    assert (found.fieldnames or [])[0] == "client"
