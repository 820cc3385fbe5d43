"""`relplan hand-over`: a plan, or all that a member answers for; all files or none."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from books import BASE, write_book
from typer.testing import CliRunner

from relplan.analysis.charge import in_charge_of
from relplan.cli.app import app
from relplan.files.book import load

PLAN = BASE["clients/acme.yaml"].replace(
    "owner: amara\n", "owner: ben  # the old hand\nteam: [amara]\n"
)
LOG = "- {date: 2026-11-20, with: [jane], by: ben, how: call, promise: {what: send it, by: 2026-11-30}}\n"
FILES = {
    "relplan.yaml": BASE["relplan.yaml"]
    + "  left: {name: Lea Left, tier: staff, left: 2026-11-25}\n",
    "clients/acme.yaml": PLAN,
    "touches/acme.yaml": LOG,
    "clients/borg.yaml": "client: Borg\nowner: ben\npriority: C\n",
}


@pytest.fixture
def root(tmp_path):
    return write_book(tmp_path, FILES)


def run(root, *words):
    return CliRunner().invoke(app, [*words, "--book", str(root), "--today", "2026-11-25"])


def texts(root):
    return {
        one.relative_to(root).as_posix(): one.read_text("utf-8") for one in root.rglob("*.yaml")
    }


def test_a_plan_alone_changes_its_owner(root):
    done = run(root, "hand-over", "acme", "--to", "priya")
    assert done.exit_code == 0, done.stderr
    assert done.stdout == (
        "clients/acme.yaml: taken out: owner: ben  # the old hand\n"
        "clients/acme.yaml:2: owner: priya  # the old hand\n"
    )
    assert texts(root) == {**FILES, "clients/acme.yaml": PLAN.replace("owner: ben", "owner: priya")}


def test_all_of_a_member_s_at_a_client_goes_with_a_line_for_each_promise(root):
    done = run(root, "hand-over", "acme", "--from", "ben", "--to", "priya")
    assert done.exit_code == 0, done.stderr
    taken = "- {date: 2026-11-25, with: [jane], by: priya, taken_over: send it}"
    assert done.stdout == (
        "clients/acme.yaml:2: owner: priya  # the old hand\n"
        "clients/acme.yaml:6:   jane: {name: Jane Porter, role: decision-maker, ours: priya}\n"
        f"touches/acme.yaml:2: {taken}\n"
        "from Ben Archer to Priya Venkataraman: 1 plan, 1 tie, 1 promise\n"
    )
    plan = PLAN.replace("ben", "priya")
    assert texts(root) == {
        **FILES,
        "clients/acme.yaml": plan,
        "touches/acme.yaml": f"{LOG}{taken}\n",
    }
    assert "promised on 20 Nov" in run(root, "due", "--owner", "priya", "--ahead", "1w").stdout
    assert "promised on 20 Nov" not in run(root, "due", "--owner", "ben", "--ahead", "1w").stdout
    again = run(root, "hand-over", "acme", "--from", "ben", "--to", "priya")
    assert (again.exit_code, again.stdout) == (0, "")
    assert again.stderr == "nothing to change: it says so already\n"


def test_the_whole_book_is_handed_over_at_once(root):
    done = run(root, "hand-over", "--all", "--from", "ben", "--to", "priya")
    assert done.exit_code == 0, done.stderr
    assert done.stdout.endswith(
        "from Ben Archer to Priya Venkataraman: 2 plans, 1 tie, 1 promise\n"
    )
    loaded = load(root)
    assert {plan.owner for plan in loaded.book.plans.values()} == {"priya"}
    assert loaded.diagnostics == ()


@pytest.mark.parametrize(
    "words", [["acme", "--to", "priya"], ["--all", "--from", "ben", "--to", "priya"]]
)
def test_a_dry_run_prints_a_diff_and_writes_nothing(root, words):
    done = run(root, "hand-over", *words, "--dry-run")
    assert done.exit_code == 0
    assert "-owner: ben  # the old hand\n+owner: priya  # the old hand\n" in done.stdout
    assert texts(root) == FILES


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["acme"], "who takes over? Say --to MEMBER"),
        (["--to", "priya"], "name one client, or say --all for the whole book"),
        (["acme", "--all", "--to", "priya"], "name one client, or say --all for the whole book"),
        (["--all", "--to", "priya"], "--all needs --from MEMBER: whose is it now?"),
        (["acme", "--to", "left"], "--to: left left on 2026-11-25; name somebody who is here"),
        (
            ["acme", "--from", "ben", "--to", "ben"],
            "--to: ben is the one who hands over; name somebody else",
        ),
        (["acme", "--to", "nobody"], "no member of the team 'nobody'"),
        (["acme", "--from", "nobody", "--to", "ben"], "no member of the team 'nobody'"),
        (["nobody", "--to", "ben"], "no client 'nobody'"),
    ],
)
def test_what_has_no_meaning_is_wrong_use_and_changes_nothing(root, words, said):
    done = run(root, "hand-over", *words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
    assert texts(root) == FILES


@pytest.mark.parametrize(
    ("path", "words", "said"),
    [
        ("touches/acme.yaml", ["acme", "--from", "ben", "--to", "priya"], "this log cannot be read, and counts here:\n"),
        ("clients/borg.yaml", ["--all", "--from", "ben", "--to", "priya"], "what clients/borg.yaml mentions is not known; mend it first; nothing was changed:\nclients/borg.yaml:1: "),
        ("clients/acme.yaml", ["acme", "--to", "priya"], "this plan cannot be read:\n"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_leaves_all_as_it_is(root, path, words, said):
    files = {**FILES, path: "a: b: c\n"}
    write_book(root, files)
    done = run(root, "hand-over", *words)
    assert done.exit_code == 3
    assert said in done.stderr
    assert texts(root) == files


def test_a_log_in_brackets_takes_no_line_and_the_plan_stays_too(root):
    files = {**FILES, "touches/acme.yaml": f"[{LOG[2:-1]}]\n"}
    write_book(root, files)
    done = run(root, "hand-over", "acme", "--from", "ben", "--to", "priya")
    assert done.exit_code == 3
    assert (
        "touches/acme.yaml is not a list of lines; nothing was changed, the line is:\n- {date:"
        in done.stderr
    )
    assert texts(root) == files


@pytest.mark.parametrize("member", ["amara", "ben", "priya", "tomasz", "siobhan", "ffion"])
def test_whoever_handed_over_everything_is_in_charge_of_nothing(tmp_path, member):
    today = date(2026, 11, 25)
    shutil.copytree(Path(__file__).parents[2] / "examples" / "team", tmp_path / "team")
    root = tmp_path / "team"
    to = "ben" if member == "amara" else "amara"
    before = {one.kind for one in in_charge_of(load(root).book, member, today)}
    assert len(before) > 1
    done = run(root, "hand-over", "--all", "--from", member, "--to", to)
    assert done.exit_code == 0, done.stderr
    loaded = load(root)
    left = {one.kind for one in in_charge_of(loaded.book, member, today)}
    assert left <= {"pitch", "planned touch"}, "the log and a pitch say whose it was"
    assert not [one for one in loaded.diagnostics if one.severity == "error"]
