import os
import subprocess
from datetime import date

import pytest
import repositories

from relplan.files.trails import commit_of, past_of

PATH = "clients/acme.yaml"
LONG = "client: Acme\npriority: A\nnotes: a plan that git knows again by its words\n"
FIRST = date(2026, 10, 8)


@pytest.fixture(autouse=True)
def own_git(monkeypatch, tmp_path):
    for name in [one for one in os.environ if one.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))


@pytest.fixture
def book(tmp_path):
    root = tmp_path / "book"
    root.mkdir()
    repositories.git(root, "init", "-q", "-b", "main", ".")
    return root


def commit(book, day, **files):
    repositories.commit(book, day, **files)


def trail(book, path=PATH, first=FIRST, **more):
    past = past_of(book, {path: first}, **more)
    assert past.trouble == ""
    return past.trails[path]


def states(found):
    return [found.was, *(step.now for step in found.steps)]


def test_the_state_on_the_eve_and_each_change_since_oldest_first(book):
    for day, text in (("09-01", "1"), ("10-07", "2"), ("10-08", "3"), ("11-01", "4")):
        commit(book, f"2026-{day}", clients__acme=text)
    found = trail(book)
    assert states(found) == [b"2", b"3", b"4"]
    assert [step.was for step in found.steps] == [b"2", b"3"]
    assert (found.begun, found.path, found.start.day) == ("before", PATH, date(2026, 10, 7))


def test_the_log_is_read_as_it_was_at_the_start(book):
    commit(book, "2026-10-01", clients__acme="1", touches__acme="old")
    commit(book, "2026-11-01", touches__acme="new")
    assert trail(book).log == b"old"


def test_each_file_has_a_start_of_its_own(book):
    commit(book, "2026-09-01", clients__acme="a1", clients__bolt="b1")
    commit(book, "2026-10-01", clients__acme="a2", clients__bolt="b2")
    past = past_of(book, {PATH: date(2026, 9, 15), "clients/bolt.yaml": date(2026, 10, 15)})
    assert [states(one) for one in past.trails.values()] == [[b"a1", b"a2"], [b"b2"]]


def test_a_commit_may_be_the_start(book):
    commit(book, "2026-09-01", clients__acme="1")
    repositories.git(book, "tag", "v1")
    commit(book, "2026-10-01", clients__acme="2")
    begin = commit_of(book, "v1")
    assert begin.day == date(2026, 9, 1)
    assert states(trail(book, commit=begin)) == [b"1", b"2"]


@pytest.mark.parametrize("named", ["v9", "", "--all", "-1", "HEAD..HEAD", "HEAD:clients", "a\0b"])
def test_what_names_no_commit_is_none(book, named):
    commit(book, "2026-09-01", clients__acme="1")
    assert commit_of(book, named) is None


def test_a_renamed_file_is_followed(book):
    commit(book, "2026-09-01", clients__acme=LONG, touches__acme="log")
    repositories.git(book, "mv", PATH, "clients/acme-plc.yaml")
    repositories.git(book, "mv", "touches/acme.yaml", "touches/acme-plc.yaml")
    repositories.git(book, "commit", "-qm", "x", day="2026-11-01")
    found = trail(book, "clients/acme-plc.yaml")
    assert (found.path, found.was, found.log) == (PATH, LONG.encode(), b"log")


def test_a_prospect_that_became_a_client_is_followed(book):
    commit(book, "2026-09-01", prospects__acme=LONG)
    (book / "clients").mkdir()
    repositories.git(book, "mv", "prospects/acme.yaml", PATH)
    repositories.git(book, "commit", "-qm", "x", day="2026-11-01")
    assert trail(book).path == "prospects/acme.yaml"


def test_a_plan_that_was_begun_from_another_one_is_new(book):
    commit(book, "2026-09-01", clients__acme=LONG)
    commit(book, "2026-11-01", clients__bolt=LONG)
    commit(book, "2026-11-02", clients__bolt=LONG + "x")
    found = trail(book, "clients/bolt.yaml")
    assert (found.begun, found.start.day) == ("new", date(2026, 11, 1))
    assert states(found) == [LONG.encode(), LONG.encode() + b"x"]


def test_where_history_begins_later_its_first_state_is_the_start(book):
    commit(book, "2026-11-01", clients__acme="1")
    commit(book, "2026-11-02", clients__acme="2")
    found = trail(book)
    assert (found.begun, states(found)) == ("first", [b"1", b"2"])


def test_a_shallow_clone_begins_later_and_says_so(book, tmp_path):
    for day in ("09-01", "11-01", "11-02"):
        commit(book, f"2026-{day}", clients__acme=day)
    repositories.git(tmp_path, "clone", "-q", "--depth=2", f"file://{book}", "shallow")
    past = past_of(tmp_path / "shallow", {PATH: FIRST})
    assert states(past.trails[PATH]) == [b"11-01", b"11-02"]
    said = "this clone is shallow: older versions are not here (git fetch --unshallow)"
    assert past.trouble == said


def test_a_content_that_is_not_here_is_none_and_said(book):
    for text in ("one", "two", "three"):
        commit(book, "2026-11-01", clients__acme=text)
    blob = repositories.git(book, "rev-parse", f"HEAD~1:{PATH}").strip()
    (book / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    past = past_of(book, {PATH: FIRST})
    assert states(past.trails[PATH]) == [b"one", None, b"three"]
    assert past.trouble == "the content of 2 older versions is not in this clone"


def test_a_file_that_was_never_committed_has_no_trail(book):
    commit(book, "2026-09-01", clients__acme="1")
    assert past_of(book, {"clients/new.yaml": FIRST}).trails == {}


def test_a_plan_that_was_removed_since_is_found_when_asked_for(book):
    commit(book, "2026-09-01", clients__acme="1", clients__bolt="2", relplan="firm: F")
    commit(book, "2026-11-01", clients__bolt=None)
    assert past_of(book, {PATH: FIRST}).trails.keys() == {PATH}
    found = past_of(book, {PATH: FIRST}, gone=FIRST).trails["clients/bolt.yaml"]
    assert states(found) == [b"2", None]
    assert past_of(book, {PATH: FIRST}, gone=date(2026, 11, 2)).trails.keys() == {PATH}


def test_a_plan_that_was_removed_and_came_back_is_the_same(book):
    commit(book, "2026-09-01", clients__acme="1", relplan="firm: F")
    commit(book, "2026-11-01", clients__acme=None)
    commit(book, "2026-11-02", clients__acme="2")
    assert states(trail(book)) == [b"1", None, b"2"]


def test_branches_do_not_mix_their_states(book):
    """Each change is told against the state that it was made to, not against the line before it."""
    commit(book, "2026-09-01", clients__acme="a\n\n\n\nz\n")
    repositories.git(book, "checkout", "-q", "-b", "side")
    commit(book, "2026-11-01", clients__acme="a\n\n\n\nZ\n")
    repositories.git(book, "checkout", "-q", "main")
    commit(book, "2026-11-02", clients__acme="A\n\n\n\nz\n")
    repositories.git(book, "merge", "-q", "side", "-m", "x", day="2026-11-03")
    assert {(step.was, step.now) for step in trail(book).steps} == {
        (b"a\n\n\n\nz\n", b"a\n\n\n\nZ\n"),
        (b"a\n\n\n\nz\n", b"A\n\n\n\nz\n"),
    }


def test_a_book_below_the_repository_is_read(book):
    below = book / "books" / "team"
    below.mkdir(parents=True)
    commit(below, "2026-09-01", clients__acme="1", touches__acme="log")
    commit(below, "2026-11-01", clients__acme="2")
    found = trail(below)
    assert (states(found), found.log) == ([b"1", b"2"], b"log")


def test_other_files_of_odd_names_do_not_matter(book):
    commit(book, "2026-09-01", clients__acme="1")
    for name in ("a b", ":100644 x", "ä\tö", "new\nline"):
        (book / "clients" / f"{name}.yaml").write_text(name)
    commit(book, "2026-11-01", clients__acme="2")
    for name in ("a b", ":100644 x", "ä\tö", "new\nline"):
        (book / "clients" / f"{name}.yaml").unlink()
    commit(book, "2026-11-02", clients__acme="3")
    past = past_of(book, {PATH: FIRST}, gone=FIRST)
    assert states(past.trails[PATH]) == [b"1", b"2", b"3"]


def test_without_a_repository_there_is_a_reason(tmp_path):
    past = past_of(tmp_path, {PATH: FIRST})
    said = "this book is not in a git repository, so there is no history yet"
    assert past == ({}, said)


def test_before_the_first_commit_there_is_a_reason(book):
    past = past_of(book, {PATH: FIRST})
    assert past == ({}, "nothing is committed in this repository yet")


def test_without_git_there_is_a_reason(book, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert past_of(book, {PATH: FIRST}) == ({}, "git is not installed here")


def test_no_program_of_the_repository_is_run(book, tmp_path):
    program, trace = tmp_path / "spy", tmp_path / "trace"
    program.write_text(f"#!/bin/sh\necho ran >> '{trace}'\ncat \"$1\"\n")
    program.chmod(0o755)
    commit(book, "2026-09-01", clients__acme=LONG)
    (book / ".gitattributes").write_text("*.yaml diff=evil filter=evil\n")
    commit(book, "2026-11-01", clients__acme=LONG + "2")
    repositories.git(book, "mv", PATH, "clients/b.yaml")
    repositories.git(book, "commit", "-qm", "x", day="2026-11-02")
    for key in (
        "diff.evil.textconv",
        "diff.evil.command",
        "diff.external",
        "core.fsmonitor",
        "core.pager",
        "filter.evil.smudge",
        "filter.evil.clean",
        "gpg.program",
        "core.sshCommand",
        "uploadpack.packObjectsHook",
    ):
        repositories.git(book, "config", key, str(program))
    repositories.git(book, "config", "log.showSignature", "true")
    trace.unlink(missing_ok=True)
    assert len(trail(book, "clients/b.yaml", gone=FIRST).steps) == 2
    assert commit_of(book, "HEAD~1") is not None
    assert not trace.exists()
    subprocess.run(["git", "log", "-p"], cwd=book, capture_output=True, check=False)
    assert trace.exists()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("log.follow", "false"),
        ("log.showRoot", "false"),
        ("log.date", "relative"),
        ("log.diffMerges", "c"),
        ("log.decorate", "full"),
        ("diff.renames", "false"),
        ("diff.relative", "false"),
        ("diff.noprefix", "true"),
        ("color.ui", "always"),
        ("format.pretty", "raw"),
    ],
)
def test_no_setting_of_the_repository_changes_what_is_read(book, key, value):
    commit(book, "2026-11-01", clients__acme=LONG)
    repositories.git(book, "mv", PATH, "clients/b.yaml")
    repositories.git(book, "commit", "-qm", "x", day="2026-11-02")
    plain = past_of(book, {"clients/b.yaml": FIRST})
    repositories.git(book, "config", key, value)
    assert past_of(book, {"clients/b.yaml": FIRST}) == plain
    assert len(plain.trails["clients/b.yaml"].steps) == 1
