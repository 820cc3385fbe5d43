import os
import subprocess
from datetime import date

import pytest

from relplan.files.history import history

DAY = "2026-01-{:02}T12:00:00+00:00"


@pytest.fixture
def book(tmp_path, monkeypatch):
    for name in list(os.environ):
        if name.startswith("GIT_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    root = tmp_path / "book"
    (root / "clients").mkdir(parents=True)
    git(root, "init", "-q", "-b", "main")
    return root


def git(root, *words, day=1, author="Amara", given=None):
    people = {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in {"NAME": author, "EMAIL": "a@b.example", "DATE": DAY.format(day)}.items()
    }
    done = subprocess.run(
        ["git", *words],
        cwd=root,
        env=os.environ | people,
        input=given,
        check=True,
        capture_output=True,
    )
    return done.stdout.decode().strip()


def commit(root, text, path="clients/acme.yaml", **more):
    if text is None:
        (root / path).unlink()
    else:
        (root / path).write_text(text)
    git(root, "add", "-A")
    git(root, "commit", "-qm", "x", **more)
    return git(root, "rev-parse", "HEAD")


def test_every_version_is_read_newest_first(book):
    first = commit(book, "client: A\n", day=1)
    commit(book, "other: B\n", "clients/other.yaml", day=2)
    second = commit(book, "client: Ä\n", day=3, author="Ben Ärcher")
    past = history(book, "clients/acme.yaml")
    assert past.trouble == ""
    assert [tuple(one) for one in past.versions] == [
        (second, date(2026, 1, 3), "Ben Ärcher", "clients/acme.yaml", "client: Ä\n".encode()),
        (first, date(2026, 1, 1), "Amara", "clients/acme.yaml", b"client: A\n"),
    ]


def test_a_file_is_followed_through_its_renames(book):
    commit(book, "client: A\npriority: A\nowner: ben\n", day=1)
    git(book, "mv", "clients/acme.yaml", "clients/acme-2.yaml")
    git(book, "commit", "-qm", "x", day=2)
    commit(book, "client: A\npriority: B\nowner: ben\n", "clients/acme-2.yaml", day=3)
    past = history(book, "clients/acme-2.yaml")
    assert [one.path for one in past.versions] == [
        "clients/acme-2.yaml",
        "clients/acme-2.yaml",
        "clients/acme.yaml",
    ]
    assert [one.day.day for one in past.versions] == [3, 2, 1]
    assert all(one.content for one in past.versions)


def test_a_file_that_was_deleted_and_added_again_has_a_gap(book):
    commit(book, "client: A\n", day=1)
    commit(book, None, day=2)
    commit(book, "client: B\n", day=3)
    contents = [one.content for one in history(book, "clients/acme.yaml").versions]
    assert contents == [b"client: B\n", None, b"client: A\n"]


def test_a_file_that_is_empty_is_not_one_that_is_gone(book):
    commit(book, "client: A\n", day=1)
    commit(book, "", day=2)
    assert [one.content for one in history(book, "clients/acme.yaml").versions] == [
        b"",
        b"client: A\n",
    ]


def test_the_versions_of_both_sides_of_a_merge_are_there(book):
    commit(book, "client: A\n\n\n\n\npriority: A\n", day=1)
    git(book, "checkout", "-qb", "side")
    commit(book, "client: B\n\n\n\n\npriority: A\n", day=2)
    git(book, "checkout", "-q", "main")
    commit(book, "client: A\n\n\n\n\npriority: B\n", day=3)
    git(book, "merge", "-q", "--no-edit", "side", day=4)
    assert [one.day.day for one in history(book, "clients/acme.yaml").versions] == [3, 2, 1]


def test_a_file_that_was_begun_as_a_copy_has_its_own_history_only(book):
    commit(book, "client: A\npriority: A\nnotes: the same words in both\n", day=1)
    commit(book, "client: B\npriority: A\nnotes: the same words in both\n", "clients/b.yaml", day=2)
    assert [one.day.day for one in history(book, "clients/b.yaml").versions] == [2]
    assert [one.day.day for one in history(book, "clients/acme.yaml").versions] == [1]


def test_a_file_that_was_never_committed_has_no_versions(book):
    commit(book, "client: A\n")
    assert history(book, "clients/other.yaml") == ((), "")


@pytest.mark.parametrize(
    "name", ["a b.yaml", "*.yaml", "[a].yaml", "ä.yaml", ":(top)x.yaml", "-n.yaml"]
)
def test_an_odd_path_is_meant_as_it_stands(book, name):
    commit(book, "client: A\n", "clients/plain.yaml")
    commit(book, "client: odd\n", f"clients/{name}")
    found = history(book, f"clients/{name}").versions
    assert [(one.path, one.content) for one in found] == [(f"clients/{name}", b"client: odd\n")]


def test_a_book_below_the_repository_is_read(book):
    (book / "books" / "team" / "clients").mkdir(parents=True)
    commit(book, "client: A\n", "books/team/clients/acme.yaml")
    found = history(book / "books" / "team", "clients/acme.yaml").versions
    assert [one.content for one in found] == [b"client: A\n"]


@pytest.mark.parametrize(
    "author",
    ["A\x1b[31mB", "A\x01B", "A\x01B\x01C", "A\x01\x01\x01B", "A\tB", "x :100644 y", "渡辺 健"],
)
def test_an_author_may_be_called_anything(book, author):
    commit(book, "client: A\n", day=1, author=author)
    commit(book, "client: B\n", day=2)
    found = history(book, "clients/acme.yaml").versions
    assert [one.content for one in found] == [b"client: B\n", b"client: A\n"]
    assert found[1].author == author


@pytest.mark.parametrize(
    ("seconds", "day"),
    [
        ("299999999999", date.max),
        ("999999999999999", date.max),
        ("x", None),
        ("0", date(1970, 1, 1)),
    ],
)
def test_a_forged_date_stops_nothing(book, seconds, day):
    commit(book, "client: A\n")
    forged = (
        f"tree {git(book, 'rev-parse', 'HEAD^{tree}')}\nauthor E <e@e.example> {seconds} +0000\n"
        f"committer E <e@e.example> 1 +0000\n\nm\n"
    )
    made = git(
        book, "hash-object", "-t", "commit", "-w", "--stdin", "--literally", given=forged.encode()
    )
    git(book, "update-ref", "refs/heads/main", made)
    (found,) = history(book, "clients/acme.yaml").versions
    assert found.content == b"client: A\n"
    assert day is None or found.day == day


def test_a_shallow_clone_says_that_older_versions_are_not_here(book, tmp_path):
    commit(book, "client: A\n", day=1)
    commit(book, "client: B\n", day=2)
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{book}", "shallow")
    past = history(tmp_path / "shallow", "clients/acme.yaml")
    assert [one.content for one in past.versions] == [b"client: B\n"]
    assert past.trouble == (
        "this clone is shallow: older versions are not here (git fetch --unshallow)"
    )


def test_a_version_whose_content_is_missing_is_not_one_that_is_gone(book):
    commit(book, "client: A\n", day=1)
    blob = git(book, "rev-parse", "HEAD:clients/acme.yaml")
    commit(book, "client: B\n", day=2)
    (book / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    past = history(book, "clients/acme.yaml")
    assert [one.content for one in past.versions] == [b"client: B\n"]
    assert past.trouble == "the content of 1 older versions is not in this clone"


def test_without_a_repository_there_is_no_history_and_a_reason(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    past = history(tmp_path, "clients/acme.yaml")
    said = "this book is not in a git repository, so there is no history yet"
    assert past == ((), said)


def test_before_the_first_commit_there_is_no_history_and_a_reason(book):
    assert history(book, "clients/acme.yaml") == (
        (),
        "nothing is committed in this repository yet",
    )


def test_without_git_there_is_no_history_and_a_reason(book, monkeypatch, tmp_path):
    commit(book, "client: A\n")
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert history(book, "clients/acme.yaml") == ((), "git is not installed here")


def test_no_program_of_the_repository_is_run(book, tmp_path):
    program, trace = tmp_path / "spy", tmp_path / "trace"
    program.write_text(f"#!/bin/sh\necho ran >> '{trace}'\ncat \"$1\"\n")
    program.chmod(0o755)
    commit(book, "client: A\n", day=1)
    commit(book, "*.yaml diff=evil filter=evil\n", ".gitattributes", day=2)
    commit(book, "client: B\n", day=3)
    for key in ("diff.evil.textconv", "diff.evil.command", "diff.external", "core.fsmonitor"):
        git(book, "config", key, str(program))
    for key in ("core.pager", "filter.evil.smudge", "filter.evil.clean", "gpg.program"):
        git(book, "config", key, str(program))
    git(book, "config", "log.showSignature", "true")
    trace.unlink(missing_ok=True)
    assert len(history(book, "clients/acme.yaml").versions) == 2
    assert not trace.exists()
    subprocess.run(["git", "log", "-p"], cwd=book, capture_output=True, check=False)
    assert trace.exists()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("log.follow", "false"),
        ("diff.renames", "false"),
        ("log.date", "relative"),
        ("log.diffMerges", "c"),
        ("log.decorate", "full"),
        ("diff.noprefix", "true"),
        ("color.ui", "always"),
        ("log.mailmap", "true"),
    ],
)
def test_no_setting_of_the_repository_changes_what_is_read(book, key, value):
    commit(book, "client: A\npriority: A\n", day=1)
    git(book, "mv", "clients/acme.yaml", "clients/b.yaml")
    git(book, "commit", "-qm", "x", day=2)
    plain = history(book, "clients/b.yaml")
    git(book, "config", key, value)
    assert history(book, "clients/b.yaml") == plain
    assert len(plain.versions) == 2
