"""`relplan review --record`: who was there, what was decided, when the next one is."""

from datetime import date

import pytest
from books import write_book
from typer.testing import CliRunner

from relplan.cli.app import app
from relplan.files.book import load

PLAN = """\
client: Acme plc
owner: ben
priority: A
roles:
  raj: {name: Raj Patel, role: decision-maker}
  jane: {name: Jane Porter}
review:
  every: 6w            # since they asked
  next: 2026-11-24
  held:
    2026-10-07: {with: [raj]}
"""
FILES = {"clients/acme.yaml": PLAN}


@pytest.fixture
def root(tmp_path):
    return write_book(tmp_path, FILES)


def run(root, *words):
    line = ["review", *words, "--book", str(root), "--today", "2026-11-25"]
    return CliRunner().invoke(app, line)


def text(root):
    return (root / "clients/acme.yaml").read_text("utf-8")


def test_a_review_is_recorded_and_the_next_one_set(root):
    words = ["--with", "porter", "--with", "jane", "--ours", "ben", "--note", "Short: and good"]
    done = run(
        root, "acme", "--record", *words, "--decided", "Go", "--decided", "Send @ben by 2027-01-29"
    )
    assert done.exit_code == 0, done.stderr
    line = '    2026-11-25: {with: [jane], ours: [ben], decided: [Go, {what: Send, owner: ben, by: 2027-01-29}], note: "Short: and good"}'
    assert text(root) == PLAN.replace("next: 2026-11-24", "next: 2027-01-06") + line + "\n"
    assert done.stdout == (
        "clients/acme.yaml: taken out: next: 2026-11-24\nclients/acme.yaml:9:   next: 2027-01-06\n"
        f"clients/acme.yaml:12: {line}\n"
    )
    assert load(root).diagnostics == ()


def test_people_come_with_commas_and_the_next_day_as_it_is_said(root):
    done = run(root, "acme", "--record", "--with", "jane,raj", "-m", "Good", "--next", "13w")
    assert done.exit_code == 0, done.stderr
    review = load(root).book.plans["acme"].review
    assert review.next.isoformat() == "2027-02-24"
    assert review.held[date(2026, 11, 25)].people == ("jane", "raj")


def test_days_are_taken_as_they_are_said(root):
    done = run(
        root, "acme", "--record", "--note", "x", "--date", "last mon", "--next", "2027-03-01"
    )
    assert done.exit_code == 0, done.stderr
    assert "    2026-11-23: {note: x}\n" in text(root)
    assert "next: 2027-03-01\n" in text(root)


def test_an_older_review_leaves_the_next_one_as_it_is(root):
    assert run(root, "acme", "--record", "--note", "x", "--date", "2026-09-01").exit_code == 0
    assert "next: 2026-11-24\n" in text(root)


def test_the_pack_that_lay_on_the_table_is_kept_with_it(root):
    pack = run(root, "acme").stdout
    done = run(root, "acme", "--record", "--decided", "Go", "--save")
    assert done.exit_code == 0, done.stderr
    assert done.stdout.endswith("reviews/acme/2026-11-25.md\n")
    assert "relationship review" not in done.stdout
    saved = root / "reviews/acme/2026-11-25.md"
    assert saved.read_text("utf-8") == pack
    (root / "clients/acme.yaml").write_text(PLAN, "utf-8")
    assert run(root, "acme", "--record", "--decided", "Go", "--save").exit_code == 0


def test_a_dry_run_writes_neither(root):
    done = run(root, "acme", "--record", "--decided", "Go", "--save", "--dry-run")
    assert done.exit_code == 0
    assert "+    2026-11-25: {decided: [Go]}\n" in done.stdout
    assert "+++ b/reviews/acme/2026-11-25.md\n" in done.stdout
    assert run(root, "acme", "--save", "--dry-run").stdout == run(root, "acme").stdout
    assert text(root) == PLAN
    assert not (root / "reviews").exists()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--record"], 2, "who was there, or what came of it? Say --with, --ours, --decided or --note"),
        (["--with", "raj"], 2, "--with, --ours, --decided, --note, --date and --next are for --record; say it too"),
        (["--next", "2027-01-01"], 2, "are for --record; say it too"),
        (["--record", "--with", "zoe"], 2, "no person of Acme plc 'zoe'"),
        (["--record", "--ours", "zoe"], 2, "no member of the team 'zoe'"),
        (["--record", "--decided", "Go @zoe"], 2, "no member of the team 'zoe'"),
        (["--record", "--decided", ""], 2, "--decided: write what was decided"),
        (["--record", "--note", "x", "--date", "2026-11-26"], 2, "--date: 2026-11-26 is still to come"),
        (["--record", "--note", "x", "--next", "2026-11-25"], 2, "--next: 2026-11-25 is not after 2026-11-25, when this one was held"),
        (["--record", "-m", "x", "--next", "soon"], 2, "--next: `soon` is not a day that relplan knows"),
        (["--record", "--note", "x", "--date", "2026-10-07"], 3, "clients/acme.yaml:11: a review on 2026-10-07 is written already; add to it in your editor; nothing was changed"),
        (["--record", "--note", "\x07"], 3, "invisible control character"),
    ],
)  # fmt: skip
def test_what_cannot_be_recorded_says_why_and_changes_nothing(root, words, code, said):
    done = run(root, "acme", *words)
    assert (done.exit_code, done.stdout) == (code, "")
    assert said in done.stderr
    assert text(root) == PLAN


def test_a_faulty_template_records_nothing(root):
    (root / "templates").mkdir()
    (root / "templates" / "review.md.j2").write_text("{{ cliend }}\n", "utf-8")
    done = run(root, "acme", "--record", "--note", "x", "--save")
    assert done.exit_code == 3
    assert "templates/review.md.j2:1:" in done.stderr
    assert text(root) == PLAN
