"""A review among those held, in whatever form the plan has them."""

from datetime import date

import pytest
from books import write_book

from relplan.errors import Refused
from relplan.files.book import load
from relplan.files.recording import Held, record

HEAD = "client: Acme plc\npriority: A\n"
HELD = Held(date(2026, 11, 25), {"decided": ["Go"]}, date(2027, 2, 25))
ENTRY = "2026-11-25: {decided: [Go]}"


def recorded(folder, review, held=HELD):
    loaded = load(write_book(folder, {"clients/acme.yaml": HEAD + review}))
    assert loaded.diagnostics == ()
    draft = record(loaded, "acme", held)
    draft.checked()
    text = draft.text("clients/acme.yaml")
    assert text.startswith(HEAD)
    return text.removeprefix(HEAD)


FORMS = {
    "none": ("", "review:\n  next: 2027-02-25\n  held:\n    2026-11-25:\n      decided:\n        - Go\n"),
    "a rhythm alone": ("review: quarterly  # as agreed\n", None),
    "in brackets": ("review: {every: 6w, next: 2026-11-20}\n", f"review: {{every: 6w, next: 2027-02-25, held: {{{ENTRY}}}}}\n"),
    "without a next one": ("review:\n  every: 6w  # weeks\n", None),
    "with others": (
        "review:\n  next: 2026-11-20\n  held:\n    2026-10-07: {with: []}  # hot\n\n# the end\n",
        f"review:\n  next: 2027-02-25\n  held:\n    2026-10-07: {{with: []}}  # hot\n    {ENTRY}\n\n# the end\n",
    ),
    "with none yet": ("review:\n  next: 2026-11-20\n  held: {}\n", None),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new"), FORMS.values(), ids=FORMS)
def test_a_review_is_recorded_in_every_form(tmp_path, old, new):
    found = recorded(tmp_path, old)
    assert new is None or found == new
    again = (
        load(write_book(tmp_path, {"clients/acme.yaml": HEAD + found})).book.plans["acme"].review
    )
    assert (again.last, again.next) == (HELD.day, HELD.next)
    assert [one.what for one in again.held[HELD.day].decided] == ["Go"]
    assert found.count("#") == old.count("#")


def test_without_a_next_day_the_old_one_stays(tmp_path):
    found = recorded(tmp_path, "review: {next: 2026-12-01}\n", HELD._replace(next=None))
    assert found == f"review: {{next: 2026-12-01, held: {{{ENTRY}}}}}\n"


def test_a_day_that_is_there_is_refused_with_its_line(tmp_path):
    with pytest.raises(Refused) as refused:
        recorded(tmp_path, "review:\n  held:\n    2026-11-25: {}\n")
    assert str(refused.value) == (
        "clients/acme.yaml:5: a review on 2026-11-25 is written already; add to it in your editor;"
        " nothing was changed"
    )
