from datetime import date
from decimal import Decimal

from books import write_book
from repositories import commit, git

from relplan.files.measured import measured

PATH = "prospects/contoso.yaml"


def plan(*metrics):
    lines = "".join(f"  {one}\n" for one in metrics)
    return f"prospect: Contoso\nmetrics:\n{lines}"


def test_each_version_tells_what_it_counted(tmp_path):
    root = write_book(tmp_path)
    git(root, "init", "-q")
    commit(root, "2026-03-02", prospects__con=plan("a: {what: x, actual: 1}", "b: {what: y}"))
    (root / "prospects/con.yaml").rename(root / PATH)
    commit(root, "2026-05-01")
    commit(
        root, "2026-06-01", prospects__contoso=plan("a: {what: x, actual: 2.5}", "b: {actual: 4}")
    )
    commit(root, "2026-07-01", prospects__contoso=plan("a: {what: x, actual: many}", "b: yes"))
    commit(root, "2026-08-01", prospects__contoso="prospect: [\n")
    found = measured(root, PATH)
    assert found.trouble == ""
    assert found.counts["a"] == (
        (date(2026, 3, 2), Decimal(1)),
        (date(2026, 5, 1), Decimal(1)),
        (date(2026, 6, 1), Decimal("2.5")),
        (date(2026, 7, 1), None),
        (date(2026, 8, 1), None),
    )
    assert [one for _, one in found.counts["b"]] == [None, None, Decimal(4), None, None]


def test_without_history_it_says_why(tmp_path):
    root = write_book(tmp_path, {PATH: plan("a: {what: x, actual: 1}")})
    assert measured(root, PATH) == (
        {},
        "this book is not in a git repository, so there is no history yet",
    )
    git(root, "init", "-q")
    assert measured(root, PATH) == ({}, "nothing is committed in this repository yet")
    git(root, "add", "clients")
    git(root, "commit", "-qm", "other")
    assert measured(root, PATH) == ({}, "no version of this plan is committed yet")
