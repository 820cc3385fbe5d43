import os
import subprocess

import pytest

from relplan.files import git
from relplan.files.git import Answer, ask, prefix, top, user_email


@pytest.fixture
def repository(tmp_path, monkeypatch):
    for name in list(os.environ):
        if name.startswith("GIT_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    root = tmp_path / "book"
    root.mkdir()
    run(root, "init", "-q", "-b", "main")
    run(root, "config", "user.name", "Amara")
    run(root, "config", "user.email", "amara@hartwell.example")
    (root / "a.yaml").write_text("client: A\n")
    run(root, "add", ".")
    run(root, "commit", "-qm", "first")
    return root


def run(root, *words, **more):
    return subprocess.run(["git", *words], cwd=root, check=True, capture_output=True, **more)


def spy(tmp_path):
    """A program that leaves a trace when anything runs it."""
    program, trace = tmp_path / "spy", tmp_path / "trace"
    program.write_text(f"#!/bin/sh\necho ran >> '{trace}'\n")
    program.chmod(0o755)
    return program, trace


def test_git_answers_with_what_it_prints(repository):
    assert ask(repository, "rev-list", "--count", "HEAD") == Answer(b"1\n")
    assert (
        ask(repository, "cat-file", "--batch-check", given=b"HEAD\n").output.split()[1] == b"commit"
    )


def test_outside_of_a_repository_it_says_that_there_is_no_history(repository, monkeypatch):
    tmp_path = repository.parent
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "lone").mkdir()
    said = "this book is not in a git repository, so there is no history yet"
    assert ask(tmp_path / "lone", "log") == Answer(b"", said)


def test_before_the_first_commit_it_says_so(repository):
    run(repository, "init", "-q", "young")
    assert ask(repository / "young", "log").trouble == "nothing is committed in this repository yet"


def test_a_folder_of_somebody_else_is_named():
    said = git._trouble("fatal: detected dubious ownership in repository at '/x'\nTo add…")
    assert said.startswith("git does not trust this folder")
    assert "\n" not in said


def test_any_other_trouble_is_gits_first_line(repository):
    assert ask(repository, "no-such-word").trouble.startswith(
        "git said: git: 'no-such-word' is not"
    )
    assert "\n" not in ask(repository, "log", "--no-such-option").trouble
    assert git._trouble("") == "git did not answer"


def test_without_git_it_says_so(repository, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert ask(repository, "log") == Answer(b"", "git is not installed here")
    assert user_email(repository) is None


def test_a_git_that_does_not_answer_is_left_alone(repository, monkeypatch):
    def hang(*_, **more):
        raise subprocess.TimeoutExpired("git", more["timeout"])

    monkeypatch.setattr(subprocess, "run", hang)
    assert ask(repository, "log", seconds=1).trouble == "git did not answer (TimeoutExpired)"


def test_the_surroundings_of_a_hook_do_not_lead_elsewhere(repository, tmp_path, monkeypatch):
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY"):
        monkeypatch.setenv(name, str(tmp_path / "elsewhere"))
    assert ask(repository, "rev-list", "--count", "HEAD").output == b"1\n"


def test_the_email_is_the_one_of_the_repository(repository):
    assert user_email(repository) == "amara@hartwell.example"
    run(repository, "config", "--unset", "user.email")
    assert user_email(repository) is None


def test_a_folder_knows_where_it_is_in_its_repository(repository, monkeypatch):
    inner = repository / "books" / "ours, ä"
    inner.mkdir(parents=True)
    assert prefix(repository) == ""
    assert prefix(inner) == "books/ours, ä/"
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(repository.parent.parent))
    assert prefix(repository.parent) == ""


def test_the_top_of_a_repository_is_found_from_below(repository, monkeypatch):
    (repository / "a b").mkdir()
    assert top(repository / "a b") == repository
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(repository.parent.parent))
    assert top(repository.parent) is None


def test_a_folder_of_a_work_tree_is_told_from_one_that_is_none(repository, tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "lone").mkdir()
    assert git.in_a_repository(repository)
    assert not git.in_a_repository(tmp_path / "lone")
    assert not git.in_a_repository(repository / ".git")


def test_whether_conflicts_show_the_common_version_is_gits_setting(repository):
    assert not git.shows_the_base(repository)
    run(repository, "config", "merge.conflictStyle", "zdiff3")
    assert git.shows_the_base(repository)


def three(tmp_path, *texts):
    paths = [tmp_path / name for name in "bot"]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text)
    return paths


def test_a_merge_by_lines_is_what_git_makes_of_three_files(tmp_path):
    base, ours, theirs = three(tmp_path, "a\nx\ny\nb\n", "c\nx\ny\nb\n", "a\nx\ny\nd\n")
    assert git.merge_by_lines(base, ours, theirs, 7) == git.ByLines(b"c\nx\ny\nd\n", 0)


def test_conflicts_by_lines_are_counted_and_marked_as_long_as_asked(tmp_path):
    done = git.merge_by_lines(*three(tmp_path, "a\n", "b\n", "c\n"), 9)
    marks = ("<" * 9 + " ours", "b", "=" * 9, "c", ">" * 9 + " theirs")
    assert done == git.ByLines("".join(f"{one}\n" for one in marks).encode(), 1)


def test_a_merge_by_lines_without_git_is_a_failure(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert git.merge_by_lines(*three(tmp_path, "a\n", "b\n", "c\n"), 7) == git.ByLines(b"", 255)


def test_words_are_never_taken_for_a_shells(repository, tmp_path):
    ask(repository, "log", "--", f"$(touch {tmp_path}/x)", f"; touch {tmp_path}/x")
    assert not (tmp_path / "x").exists()


PROGRAMS = {
    "core.fsmonitor": ["status"],
    "core.pager": ["log"],
    "pager.log": ["log"],
    "gpg.program": ["log"],
    "diff.external": ["log", "--no-ext-diff", "-p"],
}


@pytest.mark.parametrize(("key", "words"), PROGRAMS.items())
def test_no_program_that_a_repository_names_is_run(repository, tmp_path, key, words):
    program, trace = spy(tmp_path)
    run(repository, "config", key, str(program))
    run(repository, "config", "log.showSignature", "true")
    assert ask(repository, *words).trouble == ""
    assert not trace.exists()


def test_a_program_that_is_run_would_be_noticed(repository, tmp_path):
    program, trace = spy(tmp_path)
    run(repository, "config", "core.fsmonitor", str(program))
    subprocess.run(["git", "status"], cwd=repository, capture_output=True, check=False)
    assert trace.exists()


def partial(repository, program, key, url):
    """The repository as a clone that misses a blob and says by which program to fetch it."""
    blob = run(repository, "rev-parse", "HEAD:a.yaml").stdout.decode().strip()
    (repository / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    for name, value in {
        "core.repositoryformatversion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": url,
        "protocol.allow": "always",
        "protocol.ext.allow": "always",
        key: str(program),
    }.items():
        run(repository, "config", name, value)
    return blob


REMOTES = [
    ("core.sshCommand", "ssh://somewhere.invalid/x"),
    ("remote.origin.uploadpack", "/"),
    ("core.gitProxy", "git://somewhere.invalid/x"),
]


@pytest.mark.parametrize(("key", "url"), REMOTES)
def test_nothing_is_fetched_for_a_partial_clone(repository, tmp_path, key, url):
    program, trace = spy(tmp_path)
    blob = partial(repository, program, key, url)
    ask(repository, "cat-file", "--batch", given=f"{blob}\n".encode())
    assert not trace.exists()


def test_a_fetch_for_a_partial_clone_would_be_noticed(repository, tmp_path):
    program, trace = spy(tmp_path)
    blob = partial(repository, program, "core.sshCommand", "ssh://somewhere.invalid/x")
    subprocess.run(
        ["git", "cat-file", "-p", blob], cwd=repository, capture_output=True, check=False
    )
    assert trace.exists()
