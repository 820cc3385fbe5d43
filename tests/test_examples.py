"""The example books: what they promise is run."""

import guards
import pytest
from typer.testing import CliRunner

from relplan.cli.app import app

EXAMPLES = guards.ROOT / "examples"
TODAY = ("--today", "2026-11-25")
run = CliRunner().invoke


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("RELPLAN_CACHE", str(tmp_path / "cache"))


def lint(book, *more):
    return run(app, ["lint", "--book", str(book), *TODAY, *more])


def test_the_teams_book_lints_clean():
    done = lint(EXAMPLES / "team")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")


def test_the_sales_plan_is_told_so_in_the_words_of_lint_out():
    done = lint(EXAMPLES / "sales-plan")
    expected = (EXAMPLES / "sales-plan" / "lint.out").read_text(encoding="utf-8")
    assert done.exit_code == 1
    assert done.stdout + done.stderr == expected, "run: make docs"


def test_the_sales_plan_is_called_one():
    found = (EXAMPLES / "sales-plan" / "lint.out").read_text(encoding="utf-8")
    for code in ("RP301", "RP302", "RP310", "RP311", "RP312"):
        assert code in found


def test_the_teams_book_has_the_size_and_the_moods_that_it_promises():
    from relplan.files.book import load

    book = load(EXAMPLES / "team").book
    assert len(book.plans) == 12
    assert len(book.prospects) == 2
    assert len(book.campaigns) == 1
    assert len(book.settings.team) == 6
    assert len({member.tier for member in book.settings.team.values()}) == 4
    assert {plan.status for plan in book.plans.values()} == {"active", "damaged", "dormant"}
    assert sum(len(log) for log in book.touches.values()) > 300


def test_the_morning_on_the_teams_book_is_a_believable_one():
    done = run(app, ["due", "--all", "--book", str(EXAMPLES / "team"), *TODAY])
    assert done.exit_code == 0
    *_, counted, selling = done.stdout.splitlines()
    assert counted == "5 overdue, 3 today, 1 this week"
    assert selling.startswith("selling, apart from this: fifth-day-close until 29 Jan 2027 at ")
    for name in ("Maureen Brackley", "Graham Tolley", "Hamid Karimi", "Bernard Haigh"):
        assert name in done.stdout


def test_the_campaign_of_the_team_is_at_an_interesting_stage():
    from datetime import date

    from relplan.analysis.score import score
    from relplan.analysis.standing import standing
    from relplan.files.book import load

    book = load(EXAMPLES / "team").book
    found = standing(book, "fifth-day-close", date(2026, 11, 25))
    assert (found.stage, found.met) == ("running", len(found.campaign.resistance))
    assert {one.id for one in found.members if one.at is None} == {"brackley", "swale", "contoso"}
    assert found.targets.heard < len(found.targets.people)
    assert (found.rate.accepted, found.open) == (1, 1)
    assert [rate.accepted for _, rate in score(found.campaign, book).versions] == [0, 0, 1]
