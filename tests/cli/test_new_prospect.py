import os

import pytest
from typer.testing import CliRunner

from relplan.cli.app import app
from relplan.files.book import load

DAY = ("--today", "2026-11-25")
WIN = ("--win", "They ask us to audit the mill", "--by", "2027-09-30")
FULL = (
    *WIN, "--sponsor", "Nora Field", "--voice", "amara", "--core-team", "amara,ben",
    "--step", "The board hears Nora; by 2027-06-01; + Nora; - Otto Brandt: his costing; keeps a page",
    "--step", "Our partners agree; by 2027-02-26; - ours Marcus Hale: fears hours > a cap; + ben",
    "--learned", "Waste is reported monthly from an interview with a driver",
)  # fmt: skip


@pytest.fixture
def book(tmp_path, monkeypatch):
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    monkeypatch.delenv("RELPLAN_ME", raising=False)
    root = (tmp_path / "book").resolve()
    CliRunner().invoke(app, ["init", str(root), "--firm", "F", "--name", "Amara Okafor"])
    settings = root / "relplan.yaml"
    team = "team:\n  ben: {name: Ben Archer, tier: senior}\n"
    settings.write_text(settings.read_text().replace("team:\n", team, 1))
    return root


def new(book, *words):
    return CliRunner().invoke(app, ["new", "prospect", *words, *DAY, "--book", str(book)])


def test_all_that_was_said_makes_a_plan_that_lints_clean(book):
    done = new(book, "Umber Mills", *FULL, "--me", "ben")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        "prospects/umber-mills.yaml: begun\n"
        "relplan lint finds nothing missing\n"
        "next: relplan win umber-mills\n"
    )
    lint = CliRunner().invoke(app, ["lint", *DAY, "--book", str(book)])
    assert (lint.exit_code, lint.stdout) == (0, "")
    plan = load(book).book.prospects["umber-mills"]
    assert (plan.owner, plan.voice, plan.core_team) == ("ben", "amara", ("amara", "ben"))
    drawn = CliRunner().invoke(app, ["win", "umber-mills", *DAY, "--book", str(book)])
    assert "the weakest link is board-hears-nora" not in drawn.stdout
    assert drawn.exit_code == 0


def test_the_least_is_enough_for_the_starter_profile_and_the_rest_is_named(book):
    done = new(book, "Umber Mills", *WIN)
    assert done.exit_code == 0
    assert done.stdout.startswith("prospects/umber-mills.yaml: begun\nit still lacks:\n")
    for code in ("RP802", "RP804", "RP805", "RP806"):
        assert f": {code} " in done.stdout
    starter = CliRunner().invoke(app, ["lint", "--profile", "starter", *DAY, "--book", str(book)])
    assert (starter.exit_code, starter.stdout) == (0, "")


def test_the_first_line_leads_to_the_books_schema(book):
    new(book, "Umber Mills", *WIN)
    first = (book / "prospects/umber-mills.yaml").read_text().splitlines()[0]
    assert (book / "prospects" / first.partition("$schema=")[2]).is_file()


def test_a_dry_run_prints_the_plan_alone_and_writes_nothing(book):
    done = new(book, "Umber Mills", *WIN, "--dry-run")
    assert done.stdout.splitlines()[3] == "prospect: Umber Mills"
    assert "it still lacks:" in done.stderr
    assert list((book / "prospects").iterdir()) == []


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (
            ("Umber",),
            2,
            "--win is missing: what does the won day look like: what do they do on it?",
        ),
        (("Umber", "--win", "x"), 2, "--by is missing: by when is it won?"),
        (("Umber", "--win", "x", "--by", "2026-11-24"), 2, "--by: 2026-11-24 has passed already"),
        (("Umber", *WIN, "--priority", "D"), 2, "--priority: 'D' is none of A, B, C"),
        (
            ("Umber", *WIN, "--voice", "zoe"),
            2,
            "no member of the team 'zoe'; there are: amara, ben",
        ),
        (
            ("Umber", *WIN, "--step", "a; by 2027-10-01"),
            2,
            '--step: "a" comes by 2027-10-01, and the win by 2027-09-30 needs it; give an earlier day',
        ),
        (
            ("Acme", *WIN),
            3,
            "acme is there already (clients/acme.yaml); give another id with --id",
        ),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(book, words, code, said):
    (book / "clients/acme.yaml").write_text("client: Acme\npriority: A\n")
    done = new(book, *words)
    assert (done.exit_code, done.stdout) == (code, "")
    assert done.stderr.splitlines()[-1] == f"relplan: {said}"
    assert list((book / "prospects").iterdir()) == []


def test_on_a_terminal_the_plan_is_asked_from_the_win_backwards(book, monkeypatch):
    from relplan.cli import new_prospect

    class Terminal:
        def isatty(self):
            return True

    answers = iter(
        ["They ask us", "2027-09-30", "Nora Field",
         "The board hears it", "2027-06-01", "Otto", "-", "his costing", "",
         "Marcus", "-", "fears hours", "a cap", "", "a page", "",
         "amara", "amara, ben", "Waste is reported", "an interview", ""]
    )  # fmt: skip
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("typer.prompt", lambda *_, **__: next(answers))
    new_prospect.prospect("Umber Mills", book=book, today="2026-11-25")
    assert next(answers, None) is None
    plan = load(book).book.prospects["umber-mills"]
    assert plan.roles["otto"].notes == "his costing"
    assert plan.ours["marcus"].answer == "a cap"
    assert plan.steps["board-hears"].people == {"otto": "detractor", "marcus": "detractor"}
