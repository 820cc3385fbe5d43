import pytest

from relplan.errors import WrongUse
from relplan.reports.export.listing import table_text, tables_text
from relplan.reports.export.tables import TABLES
from relplan.reports.export.views import VIEWS


def test_every_table_and_view_is_listed_with_its_columns():
    text = tables_text()
    for one in (*TABLES, *VIEWS):
        assert f"{one.name}: {one.about}\n" in text
    assert "\n  client, id, text, evidence\n" in text
    assert text.endswith("\n  kind, client, id, text\n")


def test_a_narrow_terminal_gets_narrow_lines():
    long = [one for one in tables_text(40).splitlines() if one.startswith("  ") and len(one) > 40]
    assert long == []


def test_a_table_is_explained_column_by_column():
    assert table_text("strengths") == (
        "What is good in a relationship.\n"
        "\n"
        "client    text  The client or prospect.\n"
        "id        text  The id of the strength.\n"
        "text      text  What is good, as the client would say it.\n"
        "evidence  text  What shows it.\n"
    )


def test_a_view_shows_the_query_behind_it():
    assert table_text("due").startswith("What is due on the day, the latest first, with names.\n")
    assert " where i.is_due\n" in table_text("due")


def test_search_shows_how_to_ask():
    assert "select * from search where search match 'word'" in table_text("search")


def test_another_name_is_told_the_nearest():
    with pytest.raises(WrongUse, match=r"there is no table `peple`; did you mean people\?"):
        table_text("peple")
