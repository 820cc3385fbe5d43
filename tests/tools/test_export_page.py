import sys

import guards

sys.path.insert(0, str(guards.ROOT / "tools"))
from export_page import export_page

from relplan.reports.export.tables import TABLES
from relplan.reports.export.views import VIEWS


def test_the_page_explains_every_table_and_view():
    page = export_page()
    for one in (*TABLES, *VIEWS):
        assert f"### `{one.name}`\n\n{one.about}\n" in page


def test_a_column_says_its_kind_what_it_is_and_where_it_leads():
    page = export_page()
    assert "| `title` | text | Their job title. |\n" in page
    assert "| **`client`** | text | The client or prospect. → `clients` |\n" in page
    assert (
        "| `reports_to` | text | The person of this plan whom they report to. → `people` |" in page
    )
