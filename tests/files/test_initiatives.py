from datetime import date

import pytest
from books import TODAY, write_book

from relplan.files.book import load
from relplan.files.draft import Draft
from relplan.files.initiatives import Outcome, close, done_on

PLAN = "clients/acme.yaml"
WHERE = ("goals", "g", "initiatives", "i")


def after(tmp_path, written, outcome):
    text = f"client: Acme\npriority: A\ngoals:\n  g:\n    goal: G\n    initiatives:\n      i: {written}\n"
    draft = Draft(load(write_book(tmp_path, {PLAN: text})))
    close(draft, PLAN, WHERE, outcome)
    draft.checked()
    return draft.text(PLAN).split("      i:")[1]


DONE = Outcome("done", "They keep the list", TODAY)


@pytest.mark.parametrize(
    ("written", "outcome", "said"),
    [
        (
            "{what: W}",
            DONE,
            " {what: W, status: done, done: 2026-11-25, result: They keep the list}\n",
        ),
        (
            "{what: W, status: doing}",
            DONE,
            " {what: W, status: done, done: 2026-11-25, result: They keep the list}\n",
        ),
        (
            "Just words",
            Outcome("done", None, TODAY),
            "\n        what: Just words\n        status: done\n        done: 2026-11-25\n",
        ),
        (
            "{what: W, status: done, done: 2026-11-01}",
            Outcome("dropped", "No time"),
            " {what: W, status: dropped, result: No time}\n",
        ),
    ],
)
def test_the_outcome_is_written_where_it_belongs(tmp_path, written, outcome, said):
    assert after(tmp_path, written, outcome) == said


@pytest.mark.parametrize(
    ("status", "said", "day"),
    [
        ("planned", None, TODAY),
        ("done", None, date(2026, 11, 1)),
        ("dropped", None, TODAY),
        ("done", date(2026, 11, 3), date(2026, 11, 3)),
    ],
)
def test_a_day_that_is_written_stays_unless_another_is_said(status, said, day):
    written = {"what": "W", "status": status, "done": "2026-11-01"}
    assert done_on(written, said, TODAY) == day
