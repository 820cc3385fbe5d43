import json

import pytest
import repositories
import scenes
from typer.testing import CliRunner

from relplan.cli.app import app

TODAY = scenes.TODAY.isoformat()


@pytest.fixture
def book(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    root = tmp_path / "book"
    root.mkdir()
    repositories.git(root, "init", "-q", "-b", "main", ".")
    scenes.write_book(
        root,
        clients__bolt=scenes.ACME.replace("Acme", "Bolt").replace("owner: amara", "owner: ben"),
    )
    repositories.commit(root, "2026-08-01")
    repositories.git(root, "tag", "v1")
    repositories.commit(
        root, "2026-10-01", clients__acme=scenes.ACME.replace("2027-03-01", "2027-03-31")
    )
    return root


def run(book, *words):
    return CliRunner().invoke(app, ["changes", *words, "--book", str(book), "--today", TODAY])


def heads(done):
    return [line for line in done.stdout.splitlines() if line and not line.startswith(" ")]


def test_a_client_is_compared_in_words(book):
    done = run(book, "acme")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == "Acme Manufacturing plc, since 25 Aug; no review is held"
    assert "    - close-clinic slipped by 30 days, from 1 Mar 2027 to 31 Mar 2027.\n" in done.stdout


def test_without_a_client_it_is_the_whole_book(book):
    assert heads(run(book, "--since", "2026-08-02")) == [
        "Acme Manufacturing plc, since 2 Aug",
        "No change: Bolt Manufacturing plc",
    ]


def test_an_owner_gets_their_own_clients(book):
    done = run(book, "--owner", "ben", "--since", "2026-08-02")
    assert heads(done) == ["Bolt Manufacturing plc, since 2 Aug"]
    assert run(book, "--owner", "nobody").exit_code == 2


def test_a_plan_that_is_gone_is_told_of_the_whole_book_only(book):
    repositories.commit(book, "2026-11-01", clients__bolt=None)
    assert "Bolt Manufacturing plc\n  (the plan was removed on 1 Nov" in run(book).stdout
    assert "Bolt" not in run(book, "--owner", "ben").stdout


@pytest.mark.parametrize(
    ("since", "shown"),
    [
        ("v1", "since v1"),
        ("HEAD~1", "since HEAD~1"),
        ("2026-10-01", "since 1 Oct"),
        ("8w ago", "since 30 Sep"),
        ("last-review", "since 25 Aug; no review is held"),
    ],
)
def test_since_takes_a_day_a_commit_or_the_last_review(book, since, shown):
    done = run(book, "acme", "--since", since)
    assert done.exit_code == 0
    assert heads(done) == [f"Acme Manufacturing plc, {shown}"]
    assert "slipped by 30 days" in done.stdout


@pytest.mark.parametrize(
    ("since", "said"),
    [
        (
            "v9",
            (
                "--since: `v9` is neither a day nor a commit here; write last-review, 2026-11-03, 2 weeks"
                " ago, or a commit, tag or branch of git"
            ),
        ),
        ("2026-13-01", "--since: `2026-13-01` has month 13; write a month from 01 to 12"),
        ("2027-01-01", "--since: 2027-01-01 is still to come"),
        (
            "--help-me",
            "--since: `--help-me` is neither a day nor a commit here; write last-review,",
        ),
    ],
)
def test_another_since_is_wrong_use(book, since, said):
    done = run(book, "acme", f"--since={since}")
    assert done.exit_code == 2
    assert done.stderr.startswith(f"relplan: {said}")


def test_json_is_for_programs(book):
    done = run(book, "acme", "--json")
    (client,) = json.loads(done.stdout)["clients"]
    assert [one["kind"] for one in client["changes"]] == ["work slipped"]


def test_without_git_it_says_so_and_tells_what_the_dates_tell(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    scenes.write_book(tmp_path, clients__acme=scenes.ACME.replace("2027-03-01", "2026-11-02"))
    done = run(tmp_path, "acme")
    assert done.exit_code == 0
    assert "- close-clinic passed its date, 2 Nov, and is not done." in done.stdout
    assert done.stderr == (
        "relplan: this book is not in a git repository, so there is no history yet\n"
    )


def test_a_plan_that_cannot_be_read_is_named_and_ends_with_1(book):
    (book / "clients" / "bolt.yaml").write_text("client: [\n")
    done = run(book)
    assert done.exit_code == 1
    assert "clients/bolt.yaml:1:" in done.stderr
    assert heads(done) == ["Acme Manufacturing plc, since 25 Aug; no review is held"]


def test_an_unknown_client_is_wrong_use(book):
    assert run(book, "zzz").exit_code == 2
