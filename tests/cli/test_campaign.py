"""`relplan campaign` on real files: what is read, with JSON; what is written is tested beside it."""

import json
import shutil

import guards
import pytest
from typer.testing import CliRunner

from relplan.cli.app import app

TODAY = ("--today", "2026-11-25")


@pytest.fixture
def team(tmp_path, monkeypatch):
    for name in ("RELPLAN_ME", "RELPLAN_TODAY", "RELPLAN_BOOK"):
        monkeypatch.delenv(name, raising=False)
    return shutil.copytree(guards.ROOT / "examples" / "team", tmp_path / "team")


def campaign(book, *words):
    return CliRunner().invoke(app, ["campaign", *words, "--book", str(book), *TODAY])


def test_the_list_says_what_there_is_to_know_before_one_is_opened(team):
    done = campaign(team, "list")
    assert (done.exit_code, done.stderr) == (0, "")
    for said in (
        "fifth-day-close: running until 29 Jan 2027",
        "executives",
        "4 departments",
        "3 of 3 answered",
        "decision makers",
        "who answered",
        "versions since",
    ):
        assert said in done.stdout


def test_one_campaign_is_found_by_a_prefix_or_words_of_its_proposition(team):
    by_id = campaign(team, "show", "fif").stdout
    assert by_id == campaign(team, "show", "fifth working day").stdout
    for heading in ("RESISTANCE", "COHORT", "PITCHES", "VERSIONS"):
        assert heading in by_id


@pytest.mark.parametrize(
    "words", [["list"], ["show", "fif"], ["targets", "fif"], ["score", "fif"], ["learn", "fif"]]
)
def test_a_program_gets_json_and_a_person_plain_text(team, words):
    value = json.loads(campaign(team, *words, "--json").stdout)
    assert (value["version"], value["today"]) == (1, "2026-11-25")
    plain = campaign(team, *words)
    assert plain.exit_code == 0
    assert "{" not in plain.stdout


@pytest.mark.parametrize("command", ["show", "targets", "score", "learn"])
def test_a_campaign_that_does_not_exist_is_said_with_those_that_do(team, command):
    done = campaign(team, command, "nowhere")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == "relplan: no campaign 'nowhere'; there are: fifth-day-close\n"


def test_a_campaign_that_cannot_be_read_is_said_so(team):
    (team / "campaigns" / "broken.yaml").write_text("proposition: [\n", encoding="utf-8")
    done = campaign(team, "show", "broken")
    assert done.exit_code == 3
    assert done.stderr.startswith("relplan: this campaign cannot be read:\ncampaigns/broken.yaml:")
    assert campaign(team, "list").exit_code == 1


def test_a_book_without_campaigns_says_how_to_start_one(team):
    (team / "campaigns" / "fifth-day-close.yaml").unlink()
    done = campaign(team, "list")
    assert done.stdout == "no campaign yet; start one with: relplan new campaign\n"


def test_a_rule_that_widens_the_cohort_is_seen_by_targets_at_once(team):
    path = team / "campaigns" / "fifth-day-close.yaml"
    before = json.loads(campaign(team, "targets", "fif", "--json").stdout)["targets"]
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("cohort:\n", "cohort:\n  where: {priority: A}\n", 1), encoding="utf-8"
    )
    after = json.loads(campaign(team, "targets", "fif", "--json").stdout)["targets"]
    assert {one["client"] for one in after} - {one["client"] for one in before} >= {"kestrel"}


def test_a_day_of_a_campaign_on_the_teams_files(team):
    """Who is next, the pitch, the answer, the version: each is seen by all that follow."""

    def asked(*words):
        return json.loads(campaign(team, *words, "fif", "--json").stdout)

    def lint():
        done = CliRunner().invoke(app, ["lint", "--book", str(team), *TODAY])
        return done.exit_code, done.stdout

    [new] = [one for one in asked("targets")["targets"] if not one["pitches"]]
    assert (new["client"], new["person"], new["goes"]["member"]) == ("swale", "catriona", "priya")
    to = ["fif", "--at", "swale", "--to", "catriona", "--by", "priya"]
    words = [*to, "-m", "Who does the refund pay?"]
    assert campaign(team, "pitch", *words, "--date", "2026-11-24").exit_code == 0
    assert lint() == (0, "")
    due = ["due", "--me", "priya", "--book", str(team), "--today", "2026-11-27", "--json"]
    items = json.loads(CliRunner().invoke(app, due).stdout)["items"]
    assert [one["person"] for one in items if one["kind"] == "pitch"] == ["catriona"]
    assert campaign(team, "answer", *to, "--outcome", "accepted").exit_code == 0
    assert asked("score")["total"]["accepted"] == 2
    assert all(one["pitches"] for one in asked("targets")["targets"])
    said = "The refund goes to the one who closes"
    assert asked("learn")["since_last_version"] == 2
    assert campaign(team, "learn", "fif", "--version", said).exit_code == 0
    assert asked("learn")["since_last_version"] == 0
    assert asked("score")["versions"][-1]["date"] == "2026-11-25"
    assert lint() == (0, "")
