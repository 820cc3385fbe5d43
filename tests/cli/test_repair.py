"""The way back, from the first fault owned to the usual rhythm."""

import json

import pytest
from scenes import write_book
from typer.testing import CliRunner

from relplan.cli.app import app

PLAN = "client: Acme\nowner: amara\npriority: A\nroles:\n  jane: {name: Jane Porter, since: 2026-01-01}\n"
LOG = "- {date: 2026-05-01, with: [jane], by: amara, how: call, note: Asked for May}\n"


@pytest.fixture
def book(tmp_path):
    return write_book(tmp_path, clients__acme=PLAN, touches__acme=LOG)


@pytest.fixture
def run(book):
    def run(*words, today="2026-11-25", verb="repair"):
        options = ["--book", str(book), "--today", today]
        return CliRunner().invoke(app, [verb, *words, *options])

    return run


def start(run, *more, **options):
    words = ("start", "acme", "--what", "The report was late", "--fault", "We sent it in June")
    return run(*words, *more, **options)


def log(run, *words, today):
    options = ("--me", "amara", "--date", today)
    return run("acme", "jane", *words, *options, verb="log", today=today)


def test_the_whole_way(run, book):
    done = start(run, "--lead", "ben")
    assert (done.exit_code, done.stderr) == (
        0,
        (
            "relplan: acme is at `finish`: what was finished and put right is not written; say it with"
            " --corrected; then: relplan repair next acme\n"
        ),
    )
    done = run("next", "acme", "--corrected", "Report sent")
    assert done.stderr == (
        "relplan: acme is at `breathe`: the breathing period lasts until 9 Dec; nobody calls before;"
        " then: relplan repair next acme\n"
    )
    assert run("next", "acme", today="2026-12-10").exit_code == 0
    assert log(run, "-m", "Said that it was us", today="2026-12-11").exit_code == 0
    assert run("next", "acme", today="2026-12-11").exit_code == 0
    assert run("next", "acme", "--answer", "Ring", today="2026-12-12").exit_code == 0
    assert log(run, "-m", "The new plant", today="2026-12-14").exit_code == 0
    done = run("next", "acme", today="2026-12-14")
    assert done.stderr == "relplan: acme is active again; the usual rhythm holds\n"
    text = (book / "clients/acme.yaml").read_text()
    assert text.startswith(PLAN.replace("A\nroles", "A\nstatus: active\nroles"))
    assert "  ended: 2026-12-14\n" in text
    shown = run("show", "acme", today="2026-12-14").stdout
    assert shown.startswith("Acme (acme): was in repair from 25 Nov to 14 Dec, led by Ben Archer\n")


def test_a_step_cannot_be_skipped(run, book):
    start(run)
    before = (book / "clients/acme.yaml").read_bytes()
    done = run("next", "acme")
    assert (done.exit_code, done.stdout) == (3, "")
    assert done.stderr == (
        "relplan: acme stays at `finish`: what was finished and put right is not written; say it"
        " with --corrected; nothing was changed\n"
    )
    assert (book / "clients/acme.yaml").read_bytes() == before


def test_a_repair_begins_once(run):
    start(run)
    done = start(run)
    assert done.exit_code == 3
    assert done.stderr == (
        "relplan: acme is in repair already, at `finish`; see relplan repair show acme; nothing was"
        " changed\n"
    )


def test_a_new_repair_stands_in_the_place_of_an_ended_one(run, book):
    ended = PLAN + "status: active\nrepair: {began: 2025-01-01, step: forward, ended: 2025-03-01}\n"
    (book / "clients/acme.yaml").write_text(ended)
    done = start(run)
    assert done.exit_code == 0
    assert "the repair that ended on 1 Mar 2025 stood here; git keeps it\n" in done.stderr
    assert "2025" not in (book / "clients/acme.yaml").read_text()


def test_show_and_next_without_a_repair(run):
    for words, end in ((("show", "acme"), ""), (("next", "acme"), "; nothing was changed")):
        done = run(*words)
        assert (done.exit_code, done.stderr) == (
            3,
            (
                "relplan: acme is not under repair; begin one with: relplan repair start acme --what …"
                f" --fault …{end}\n"
            ),
        )


def test_the_list_and_json(run):
    assert run("list").stdout == "no relationship is under repair\n"
    start(run)
    assert run("list").stdout.startswith("Acme (acme): finish, led by Amara Okafor\n")
    assert json.loads(run("list", "--json").stdout)["repairs"][0]["client"] == "acme"
    assert json.loads(run("show", "acme", "--json").stdout)["repairs"][0]["step"] == "finish"


def test_a_dry_run_writes_nothing(run, book):
    before = (book / "clients/acme.yaml").read_bytes()
    done = start(run, "--dry-run")
    assert "+status: damaged\n" in done.stdout
    assert (book / "clients/acme.yaml").read_bytes() == before
