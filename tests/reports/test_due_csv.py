import csv
import io
from datetime import date

import pytest
from scenes import acme, listed

from relplan.reports.due_csv import HEADER, due_as_csv


def rows(of, **wanted):
    return list(csv.DictReader(io.StringIO(due_as_csv(listed(of, **wanted)))))


def test_a_row_an_item_under_the_names_of_json():
    line = {"date": "2026-10-12", "how": "lunch", "note": "Worried, of course"}
    of = acme({"interests": ["sailing", "bees"], "phone": "0113"}, line)
    (row,) = rows(of)
    assert row == {
        "kind": "contact",
        "client": "acme",
        "client_name": "Acme",
        "person": "jane",
        "person_name": "Jane Porter",
        "owner": "amara",
        "due": "2026-11-09",
        "days_late": "16",
        "late": "yes",
        "why": "44 days since lunch on 12 Oct, every 4w",
        "baseline": "touch",
        "moved_from": "",
        "last_touch_date": "2026-10-12",
        "last_touch_how": "lunch",
        "last_touch_note": "Worried, of course",
        "about": "12 Oct: Worried, of course; cares about sailing; cares about bees",
        "reach": "0113",
    }


def test_an_empty_list_is_its_header():
    assert due_as_csv(listed(acme({"cadence": "never"}))) == ",".join(HEADER) + "\n"


@pytest.mark.parametrize("field", ["name", "phone", "email", "notes"])
def test_no_field_of_a_plan_becomes_a_formula(field):
    text = due_as_csv(listed(acme({field: "=HYPERLINK(0)"}, {"date": "2026-10-01", "note": "+1"})))
    for row in csv.reader(io.StringIO(text)):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


def test_days_are_numbers_also_before_the_day():
    (row,) = rows(acme({}, {"date": "2026-11-24"}), until=date(2026, 12, 31))
    assert row["days_late"] == "-27"
