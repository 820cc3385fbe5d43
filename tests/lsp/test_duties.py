"""When people are due."""

from datetime import date

import pytest
from books import TODAY
from desks import ACME, PLAN, desk

from relplan.lsp.duties import due_people, when


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 11, 25), "due in 6 days"),
        (date(2026, 11, 30), "due in 1 day"),
        (date(2026, 12, 1), "due today"),
        (date(2026, 12, 2), "1 day late"),
        (date(2026, 12, 11), "10 days late"),
    ],
)
def test_the_distance_of_the_day_is_said(tmp_path, today, said):
    book = desk(tmp_path).loaded.book
    assert when(due_people(book, "acme", today)["jane"]) == said


def test_who_rests_and_who_is_nobody_is_left_out(tmp_path):
    made = desk(tmp_path)
    made.put(ACME, PLAN.replace("cadence: 4w", "cadence: never"))
    assert "jane" not in due_people(made.loaded.book, "acme", TODAY)
    assert due_people(made.loaded.book, "nobody", TODAY) == {}
    assert due_people(made.loaded.book, "acme", date.max) != {}
