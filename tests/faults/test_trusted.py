"""A book that came from a stranger: nothing of it runs, is read from outside, or gets out."""

import json
import os
import pickle
import shutil
import subprocess
import sys
import time

import pytest
import whole
from books import BASE, write_book
from repositories import commit, git
from typer.testing import CliRunner

from relplan.cli.app import app

READING = (
    *(["due", "--all"], ["show", "acme"], ["map", "acme"], ["review", "acme"], ["review", "team"]),
    *(["team"], ["guide", "ben"], ["promise"], ["judge", "acme"], ["lint"], ["changes"]),
    *(
        ["judge", "acme", "--since", "2020-01-01"],
        ["lint", "--since", "HEAD"],
        ["git", "setup", "--check"],
    ),
)
WRITING = (
    ["log", "acme", "jane", "-m", "Rang"],
    ["set", "acme", "jane.stance", "mentor"],
    ["add", "person", "acme", "Nora Field"],
    ["rename", "acme", "jane", "janet"],
    ["review", "acme", "--save"],
)


def run(*words, book, today=whole.TODAY):
    typed = whole.command(*words, book=book, today=today)[3:]
    return CliRunner(env={"RELPLAN_ME": "ben"}).invoke(app, typed)


# T45, T46, T47, T48

TEMPLATES = {
    "45": [
        "{{ cycler.__init__.__globals__.os.popen('touch PWNED').read() }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ client|attr('__class__') }}",
        "{{ '%s'.format.__globals__ }}",
        "{% import 'x.j2' as x %}",
    ],
    "46": [
        "{% include '../secret.j2' %}",
        "{% include '/etc/passwd' %}",
        "{% include 'link.j2' %}",
        "{% include 'fifo.j2' %}",
        "{% include 'missing.j2' %}",
    ],
    "47": [
        "{{ 10**100000000 }}",
        "{% for a in rows %}{% for b in rows %}{% for c in rows %}x{% endfor %}{% endfor %}{% endfor %}",
        "{{ 'x' * 1000000000 }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% include 'review/state.md.j2' %}",
    ],
    "48": [
        "{{ people.append(1) }}",
        "{{ client.upper() }}",
        "{{ nothing_of_that_name }}",
        "{% set x = people.clear() %}",
    ],
}


def refused(tmp_path, text):
    """What a review says when a template of the book holds this line, and how long it took."""
    book = write_book(tmp_path / "book", {"secret.j2": "SECRET"})
    folder = book / "templates" / "review"
    folder.mkdir(parents=True)
    (tmp_path / "outside.j2").write_text("SECRET")
    (folder.parent / "link.j2").symlink_to(tmp_path / "outside.j2")
    os.mkfifo(folder.parent / "fifo.j2")
    rows = "{% set rows = [" + ",".join(["1"] * 200) + "] %}"
    (folder / "state.md.j2").write_text(f"first\n{rows}{text}\n")
    before = whole.everything(tmp_path / "book" / "clients")
    began = time.monotonic()
    done = run("review", "acme", book=book)
    took = time.monotonic() - began
    assert done.exit_code == 3, done.stdout
    assert done.stdout == ""
    assert "SECRET" not in done.stderr
    assert whole.everything(tmp_path / "book" / "clients") == before
    assert not list(tmp_path.rglob("PWNED"))
    assert took < 10
    return done.stderr


@pytest.mark.parametrize("text", TEMPLATES["45"])
def test_t45_a_template_runs_nothing(tmp_path, text):
    assert "templates/review/state.md.j2:2: " in refused(tmp_path, text)


@pytest.mark.skipif(os.name == "nt", reason="links and FIFOs of POSIX")
@pytest.mark.parametrize("text", TEMPLATES["46"])
def test_t46_a_template_includes_nothing_from_outside(tmp_path, text):
    assert "templates/" in refused(tmp_path, text)


@pytest.mark.parametrize("text", TEMPLATES["47"])
def test_t47_a_template_ends_in_time(tmp_path, text):
    assert "templates/review/state.md.j2" in refused(tmp_path, text)


@pytest.mark.parametrize("text", TEMPLATES["48"])
def test_t48_a_template_calls_and_changes_nothing(tmp_path, text):
    assert "templates/review/state.md.j2:2: " in refused(tmp_path, text)


# T51, T52, T53


def trapped(tmp_path):
    """A committed book whose repository names a program wherever git knows to run one."""
    book = write_book(tmp_path / "book", {".gitattributes": "*.yaml diff=x filter=x merge=x\n"})
    git(book, "init", "-q")
    git(book, "add", "-A")
    git(book, "commit", "-q", "-m", "first", day="2026-09-01")
    trace, spy = tmp_path / "TRACE", tmp_path / "spy"
    spy.write_text(f"#!/bin/sh\necho \"$0 $*\" >> '{trace}'\ncat\n")
    spy.chmod(0o755)
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in ("pre-commit", "post-checkout", "post-index-change", "reference-transaction"):
        shutil.copy(spy, hooks / name)
    for key in (
        *("diff.x.textconv", "diff.x.command", "filter.x.clean", "filter.x.smudge"),
        *("core.fsmonitor", "core.pager", "pager.log", "gpg.program", "core.editor"),
        *("diff.external", "core.sshCommand", "credential.helper", "core.askPass", "alias.log"),
    ):
        git(book, "config", key, f"!{spy}" if key.startswith("alias") else str(spy))
    for key, value in (("core.hooksPath", str(hooks)), ("log.showSignature", "true")):
        git(book, "config", key, value)
    plan = book / "clients/acme.yaml"
    plan.write_text(plan.read_text() + "notes: Changed\n")
    return book, trace


@pytest.mark.skipif(os.name == "nt", reason="the spy is a shell's")
def test_t51_no_program_that_the_repository_names_is_run_by_any_command(tmp_path):
    book, trace = trapped(tmp_path)
    subprocess.run(["git", "diff"], cwd=book, capture_output=True, check=False)
    assert trace.exists(), "the trap is none"
    trace.unlink()
    for words in (*READING, *WRITING):
        done = whole.run(*words, book=book)
        assert done.returncode in (0, 1), (words, done.stderr)
        assert not trace.exists(), (words, trace.read_text())


def test_t52_without_history_it_is_said_and_the_rest_works(tmp_path):
    book = write_book(tmp_path / "book")
    elsewhere = {"GIT_CEILING_DIRECTORIES": str(tmp_path)}
    cases = [({}, "not in a git repository"), ({"PATH": str(tmp_path)}, "git is not installed")]
    for more, said in cases:
        environment = {**elsewhere, **more}
        told = whole.run("changes", "acme", book=book, environment=environment)
        assert said in (told.stdout + told.stderr).decode()
        assert b"Traceback" not in told.stderr
        due = whole.run("due", "--all", book=book, environment=environment)
        assert (due.returncode, due.stderr) == (0, b"")
        assert b"Jane Porter" in due.stdout


def test_t52_a_shallow_clone_is_said_and_a_hooks_surroundings_lead_nowhere_else(tmp_path):
    book = write_book(tmp_path / "book")
    git(book, "init", "-q")
    for day in ("2025-01-01", "2026-11-01"):
        commit(
            book,
            day,
            relplan=BASE["relplan.yaml"] + f"# {day}\n",
            clients__acme=BASE["clients/acme.yaml"] + f"notes: N {day}\n",
        )
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{book}", "shallow")
    told = run("changes", "acme", book=tmp_path / "shallow")
    assert "older versions are not here" in told.stdout + told.stderr
    hook = {"GIT_DIR": "elsewhere", "GIT_INDEX_FILE": "elsewhere/index", "GIT_WORK_TREE": "/"}
    inside = whole.run("changes", "acme", "--json", book=book, environment=hook)
    assert inside.stdout == whole.run("changes", "acme", "--json", book=book).stdout
    assert (book / ".git").is_dir()
    (book / ".git" / "rebase-merge").mkdir()
    assert run("changes", "acme", book=book).exit_code == 0


def test_t53_fifty_thousand_commits_are_read_in_time(tmp_path):
    book = write_book(tmp_path / "book")
    git(book, "init", "-q", "-b", "main")
    git(book, "add", "-A")
    git(book, "commit", "-q", "-m", "first", day="2020-01-01")
    plan = BASE["clients/acme.yaml"]
    stream = ["from refs/heads/main^0\n"]
    parts = []
    for number in range(50_000):
        when = 1_577_900_000 + number * 4_000
        text = f"{plan}notes: {'N' * 50} {number}\n" if number % 100 == 0 else f"x {number}\n"
        path = "clients/acme.yaml" if number % 100 == 0 else "elsewhere.txt"
        parts.append(
            f"commit refs/heads/main\ncommitter B <b@x.example> {when} +0000\ndata 1\nm\n"
            f"{stream[0] if number == 0 else ''}M 100644 inline {path}\ndata {len(text)}\n{text}\n"
        )
    subprocess.run(
        ["git", "fast-import", "--quiet"], cwd=book, input="".join(parts).encode(), check=True
    )
    git(book, "reset", "-q", "--hard")
    began = time.monotonic()
    done = whole.run("changes", "acme", "--since", "2024-01-01", book=book)
    assert done.returncode == 0, done.stderr
    assert b"did not answer" not in done.stderr
    assert time.monotonic() - began < 20


# T54


class Runs:
    """A pickle of it leaves a file when anything reads it."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return (os.mkdir, (self.path,))


def test_t54_whatever_is_wrong_with_a_cache_it_is_read_anew(tmp_path):
    book = write_book(tmp_path / "book")
    cache = {"RELPLAN_CACHE": str(tmp_path / "cache")}
    right = whole.run("due", "--all", book=book, environment=cache)
    kept = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert kept, "there is no cache: the test proves nothing"
    texts = [
        pickle.dumps(Runs(str(tmp_path / "PWNED"))),
        b"",
        b"{}",
        b"\x00\xff" * 999,
        b"[" * 99_999,
    ]
    own = {path: path.read_bytes() for path in kept}
    texts += [b"null\n", b'{"version": 999}\n', b"9" * 10_000]
    for text in texts:
        for path in kept:
            path.write_bytes(text)
        told = whole.run("due", "--all", book=book, environment=cache)
        assert (told.stdout, told.stderr, told.returncode) == (right.stdout, b"", 0), text[:20]
        assert not (tmp_path / "PWNED").exists()
    for path in kept:
        path.write_bytes(own[path].replace(b"Jane Porter", b"Jane Parter"))
    assert whole.run("due", "--all", book=book, environment=cache).stdout == right.stdout


# T60, T61, T62, T63


def test_t60_half_a_character_and_a_text_of_ten_megabytes_are_refused(tmp_path):
    book = write_book(tmp_path, {"clients/acme.yaml": 'client: "\\ud800"\npriority: A\n'})
    assert "clients/acme.yaml:1:" in run("lint", book=book).stdout
    (book / "clients/acme.yaml").write_text("client: A\npriority: A\nnotes: " + "x" * 10_000_000)
    assert "split it" in run("lint", book=book).stdout


def test_t60_five_thousand_people_and_ten_thousand_plans_are_listed(tmp_path):
    pytest.importorskip("resource")
    people = "".join(f"  p{n}: {{name: Person {n}}}\n" for n in range(5_000))
    plan = "client: C\nowner: ben\npriority: C\nsince: 2020-01-01\n"
    files = {f"clients/c{n}.yaml": plan + "roles: {p: {name: P}}\n" for n in range(10_000)}
    book = write_book(tmp_path, {**files, "clients/acme.yaml": f"{plan}roles:\n{people}"})
    measure = (
        "import resource, sys; from relplan.cli.app import app\n"
        "try: app(sys.argv[1:])\n"
        "except SystemExit as end: code = end.code\n"
        "used = [resource.getrusage(one).ru_maxrss for one in"
        " (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]\n"
        "print(code, max(used), file=sys.stderr)\n"
    )
    typed = whole.command("due", "--all", book=book)[3:]
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", measure, *typed],
        env=whole.environment(),
        capture_output=True,
        check=False,
    )
    code, most = map(int, done.stderr.split())
    assert code == 0
    assert done.stdout.count(b"Person ") == 5_000
    assert time.monotonic() - began < 90
    assert most < 600_000, f"{most} kB"


def test_t61_a_pattern_in_the_settings_takes_no_time(tmp_path):
    patterns = ["(x|x)*y", "(", "*" * 200 + "y", "[" * 100, "x" * 500 + "*" * 50]
    said = json.dumps(patterns)
    paths = ", ".join(f"{json.dumps(one)}: {{profile: starter}}" for one in patterns)
    settings = (
        f"{BASE['relplan.yaml']}lint:\n  per_path: {{{paths}}}\n  ignore: {said}\n"
        f"  judgement: {{words: {{sales: {said}, vague: {said}}}}}\n"
    )
    plan = (
        "client: A\nowner: ben\npriority: A\n"
        f"goals: {{g: {{goal: G, initiatives: {{i: {{what: {'x' * 400_000}}}}}}}}}\nnotes: {'x' * 500_000}\n"
    )
    book = write_book(tmp_path, {"relplan.yaml": settings, "clients/acme.yaml": plan})
    began = time.monotonic()
    done = run("lint", book=book)
    assert time.monotonic() - began < 10
    assert done.exit_code == 1
    assert "(x|x)*y" in done.stdout


@pytest.mark.parametrize(
    "text",
    [
        "plugins: [evil]",
        "lint: {module: evil}",
        "include: ../other.yaml",
        "lint: {profile: 7}",
        "lint: [x]",
        "team: x",
        "calendar: {working_days: {a: b}}",
        "extends: /etc/passwd",
        "git: /bin/sh",
    ],
)
def test_t62_settings_that_relplan_does_not_know_are_told_and_name_no_program(tmp_path, text):
    base = BASE["relplan.yaml"] if not text.startswith("team") else "firm: F\n"
    book = write_book(tmp_path, {"relplan.yaml": f"{base}{text}\n"})
    done = run("lint", book=book)
    assert done.exit_code == 1
    assert "relplan.yaml:" in done.stdout


def test_t63_a_defect_is_one_line_without_plan_text(tmp_path):
    book = write_book(tmp_path, {"clients/acme.yaml": "client: ZYX secret\npriority: A\n"})
    break_it = (
        "import sys, relplan.analysis.due as due\n"
        "def broken(book, *_, **__): raise RuntimeError(repr(book.plans))\n"
        "due.due = broken\nimport relplan.cli.due as command\n"
        "from relplan.cli.app import run\nrun()\n"
    )
    typed = whole.command("due", "--all", book=book)[3:]
    done = (
        subprocess.run(
            [sys.executable, "-c", break_it, *typed],
            env=whole.environment(TMPDIR=str(tmp_path / "logs"), RELPLAN_NO_CACHE="1"),
            capture_output=True,
            check=False,
        )
        if (tmp_path / "logs").mkdir() is None
        else None
    )
    assert done.returncode == 70, done.stderr
    assert done.stderr.count(b"\n") == 1
    assert b"defect of relplan itself (RuntimeError)" in done.stderr
    [log] = (tmp_path / "logs").iterdir()
    assert b"ZYX" not in done.stderr + done.stdout + log.read_bytes()
    assert log.stat().st_mode & 0o077 == 0
