"""What other programs run of relplan: pre-commit's hooks, and the workflow that init writes."""

import os
import re
import subprocess
import sys

import guards
import pytest
import repositories
import yaml
from books import BASE, write_book

HOOKS = yaml.safe_load((guards.ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
LOCAL = yaml.safe_load((guards.ROOT / "templates/new/pre-commit.yaml").read_text("utf-8"))
WORKFLOW = yaml.safe_load((guards.ROOT / "templates/new/github.yaml").read_text("utf-8"))
FUTURE = "- {date: 2027-11-03, with: [jane], by: ben}\n"


@pytest.fixture
def run(tmp_path):
    """Run a shell line in a book on a branch, where `relplan` is this very relplan."""
    program = tmp_path / "bin" / "relplan"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m relplan "$@"\n')
    program.chmod(0o755)
    root = write_book(tmp_path / "book")
    repositories.git(root, "init", "-q", "-b", "main")
    repositories.git(root, "add", "-A")
    repositories.git(root, "commit", "-q", "-m", "state")
    repositories.git(root, "update-ref", "refs/remotes/origin/main", "HEAD")

    def in_book(line, files=(), **more):
        write_book(root, dict(files))
        environment = {**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}", **more}
        environment |= {"RELPLAN_TODAY": "2026-11-25"}
        return subprocess.run(
            ["bash", "-euc", line],
            cwd=root,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    return in_book


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_passes_on_a_clean_book_and_fails_on_a_torn_one(run, hook):
    assert run(hook["entry"]).returncode == 0
    assert run(hook["entry"], {"clients/acme.yaml": "client: [\n"}).returncode == 1


def test_the_hook_that_mends_leaves_a_warning_to_the_other(run):
    files = {"touches/acme.yaml": FUTURE, "clients/acme.yaml": BASE["clients/acme.yaml"]}
    assert {hook["id"]: run(hook["entry"], files).returncode for hook in HOOKS} == {
        "relplan-lint": 1,
        "relplan-fix": 0,
    }


def test_hooks_look_at_the_files_of_a_book_and_at_no_others():
    [[local]] = [repo["hooks"] for repo in LOCAL["repos"]]
    assert {hook["files"] for hook in HOOKS} == {local["files"]}
    seen = re.compile(local["files"]).search
    assert all(map(seen, ("relplan.yaml", "clients/a.yaml", "books/ours/touches/a.yml")))
    assert not any(map(seen, (".github/workflows/book.yaml", "notes.yaml", "clients/a.md")))


def steps(name):
    return next(one for one in WORKFLOW["jobs"]["lint"]["steps"] if one.get("name") == name)


def test_the_workflow_checks_a_push_whole_and_a_pull_request_since_it_began(run):
    check = steps("Check the book")
    files = {"touches/acme.yaml": FUTURE}
    assert check["env"] == {"BASE": "${{ github.base_ref }}"}
    assert run(check["run"], BASE="").stdout == ""
    whole = run(check["run"], files, BASE="")
    assert whole.stdout.startswith("::warning file=touches/acme.yaml,line=1,")
    assert run(check["run"], files, BASE="main").stdout == whole.stdout
    repeated = check["run"].replace("origin/", "")
    assert (
        run(
            f"git add -A; git -c user.name=B -c user.email=b@x commit -qm s; {repeated}",
            BASE="main",
        ).stdout
        == ""
    )


def test_the_workflow_puts_no_text_of_a_pull_request_into_a_command():
    for step in WORKFLOW["jobs"]["lint"]["steps"]:
        assert "${{" not in step.get("run", "")
    assert WORKFLOW["permissions"] == {"contents": "read"}


def test_the_workflow_installs_nothing_that_nobody_named(run):
    done = run(steps("Install relplan")["run"], RELPLAN="")
    assert done.returncode != 0
    assert "the variable RELPLAN of this repository is empty" in done.stderr
