"""The table of merges by real git, with relplan as its driver, and what git does with the outcome."""

import os
import sys

import merges
import pytest
from repositories import git

from relplan.files import git_setup
from relplan.files.merge import driver

CASES = merges.cases()


def ids(case):
    return case.name.replace(" ", "-")


def write(folder, path, text):
    place = folder / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(text.encode("utf-8"))


def commit_all(folder, message):
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)


def new_repository(folder, command=None):
    """A repository whose plans relplan merges."""
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    git(folder, "config", "core.autocrlf", "false")
    write(folder, ".gitattributes", "".join(f"{line}\n" for line in git_setup.LINES))
    for key, value in git_setup.wanted().items():
        git(folder, "config", key, value)
    if command is not None:
        git(folder, "config", "merge.relplan.driver", command)
    return folder


def tried(folder, *words):
    """What git said, also where it ends with conflicts."""
    import subprocess

    with pytest.raises(subprocess.CalledProcessError) as failed:
        git(folder, *words)
    return failed.value.stdout + failed.value.stderr


def branches(folder, path, texts, name="theirs"):
    """The base on main, theirs on a branch, ours on main behind it."""
    base, ours, theirs = texts
    write(folder, path, base)
    commit_all(folder, "base")
    git(folder, "checkout", "-q", "-b", name)
    write(folder, path, theirs)
    commit_all(folder, "theirs")
    git(folder, "checkout", "-q", "main")
    write(folder, path, ours)
    commit_all(folder, "ours")


@pytest.fixture(scope="module")
def merged(tmp_path_factory):
    """All merges of the table made by one `git merge`: its output and the folder."""
    folder = new_repository(tmp_path_factory.mktemp("table") / "a book's repository")
    for stage in ("base", "theirs", "ours"):
        if stage == "theirs":
            git(folder, "checkout", "-q", "-b", "theirs")
        elif stage == "ours":
            git(folder, "checkout", "-q", "main")
        for case in CASES:
            write(folder, case.path, getattr(case, stage))
        commit_all(folder, stage)
    return folder, tried(folder, "merge", "theirs")


@pytest.mark.parametrize("case", CASES, ids=ids)
def test_git_makes_every_merge_of_the_table(merged, case):
    folder, said = merged
    assert (folder / case.path).read_bytes().decode("utf-8") == case.merged
    unmerged = git(folder, "ls-files", "-u", "--", case.path)
    assert bool(unmerged) == bool(case.conflicts)
    assert (f"relplan: {case.path}: merged by lines, not by id: {case.doubt}" in said) == bool(
        case.doubt
    )


PLAN = next(one for one in CASES if one.name == "both add a person at the end")
CLASH = next(one for one in CASES if one.name == "the same field changed twice")
TEXTS = (PLAN.base, PLAN.ours, PLAN.theirs)


def test_a_rebase_puts_ours_on_top_of_theirs(tmp_path):
    folder = new_repository(tmp_path / "r")
    branches(folder, "clients/acme.yaml", (PLAN.base, PLAN.theirs, PLAN.ours), "mine")
    git(folder, "checkout", "-q", "mine")
    git(folder, "rebase", "-q", "main")
    text = (folder / "clients/acme.yaml").read_text()
    assert text.index("bob:") < text.index("amy:")
    assert sorted(text.splitlines()) == sorted(PLAN.merged.splitlines())


def test_a_cherry_pick_and_a_revert_touch_their_own_items_only(tmp_path):
    folder = new_repository(tmp_path / "r")
    branches(folder, "clients/acme.yaml", TEXTS)
    git(folder, "cherry-pick", "theirs")
    assert (folder / "clients/acme.yaml").read_text() == PLAN.merged
    git(folder, "revert", "--no-edit", "HEAD~1")
    assert (folder / "clients/acme.yaml").read_text() == PLAN.theirs


def test_a_stash_is_put_back_onto_a_changed_plan(tmp_path):
    folder = new_repository(tmp_path / "r")
    write(folder, "clients/acme.yaml", PLAN.base)
    commit_all(folder, "base")
    write(folder, "clients/acme.yaml", PLAN.theirs)
    git(folder, "stash", "-q")
    write(folder, "clients/acme.yaml", PLAN.ours)
    commit_all(folder, "ours")
    git(folder, "stash", "pop", "-q")
    assert (folder / "clients/acme.yaml").read_text() == PLAN.merged


def test_a_merge_in_a_worktree_of_a_book_in_a_subfolder_with_spaces(tmp_path):
    folder = new_repository(tmp_path / "our repository")
    book = folder / "the book"
    book.mkdir()
    (folder / ".gitattributes").rename(book / ".gitattributes")
    branches(folder, "the book/clients/acme.yaml", TEXTS)
    git(folder, "worktree", "add", "-q", "-b", "third", str(tmp_path / "other place"))
    git(tmp_path / "other place", "merge", "-q", "--no-edit", "theirs")
    merged = tmp_path / "other place/the book/clients/acme.yaml"
    assert merged.read_text() == PLAN.merged


def test_a_file_that_both_began_is_put_together(tmp_path):
    folder = new_repository(tmp_path / "r")
    write(folder, "relplan.yaml", "firm: F\n")
    commit_all(folder, "base")
    one = "client: Acme\nroles:\n  jane: {name: Jane}\n"
    other = "client: Acme\nroles:\n  raj: {name: Raj}\nowner: ben\n"
    git(folder, "checkout", "-q", "-b", "theirs")
    write(folder, "clients/acme.yaml", other)
    commit_all(folder, "theirs")
    git(folder, "checkout", "-q", "main")
    write(folder, "clients/acme.yaml", one)
    commit_all(folder, "ours")
    git(folder, "merge", "-q", "--no-edit", "theirs")
    text = (folder / "clients/acme.yaml").read_text()
    assert text == "client: Acme\nroles:\n  jane: {name: Jane}\n  raj: {name: Raj}\nowner: ben\n"


def test_a_conflict_shows_the_common_version_where_git_is_asked_to(tmp_path):
    folder = new_repository(tmp_path / "r")
    git(folder, "config", "merge.conflictStyle", "diff3")
    branches(folder, "clients/acme.yaml", ("client: A\n", "client: B\n", "client: C\n"))
    tried(folder, "merge", "theirs")
    assert (folder / "clients/acme.yaml").read_text().splitlines() == [
        "<<<<<<< ours",
        "client: B",
        "||||||| base",
        "client: A",
        "=======",
        "client: C",
        ">>>>>>> theirs",
    ]


LOST = {
    "the interpreter is gone": git_setup.driver("/nowhere/python 3"),
    "relplan is gone": git_setup.driver(sys.executable).replace("-m relplan", "-m relplan_gone"),
    "relplan breaks": git_setup.driver(sys.executable).replace("git merge", "git merg", 1),
}


@pytest.mark.parametrize("command", LOST.values(), ids=LOST)
def test_without_relplan_git_merges_by_lines_as_ever(tmp_path, command):
    folder = new_repository(tmp_path / "r", command)
    branches(folder, "clients/acme.yaml", (CLASH.base, CLASH.ours, CLASH.theirs))
    tried(folder, "merge", "theirs")
    assert (folder / "clients/acme.yaml").read_text() == CLASH.merged
    assert git(folder, "ls-files", "-u", "--", "clients")


def test_no_program_of_the_repository_runs_in_the_place_of_relplan(tmp_path):
    folder = new_repository(tmp_path / "r")
    for name in ("yaml.py", "relplan.py", "typer.py"):
        write(folder, name, f"open({str(tmp_path / 'trace')!r}, 'w')\n")
    branches(folder, "clients/acme.yaml", TEXTS)
    git(folder, "merge", "-q", "--no-edit", "theirs")
    assert (folder / "clients/acme.yaml").read_text() == PLAN.merged
    assert not (tmp_path / "trace").exists()


def three(tmp_path, *texts):
    paths = [tmp_path / name for name in ("base", "ours", "theirs")]
    for path, text in zip(paths, texts, strict=True):
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return paths


def test_the_markers_are_as_long_as_git_asks(tmp_path):
    base, ours, theirs = three(tmp_path, "client: A\n", "client: B\n", "client: C\n")
    assert driver.merge_files(base, ours, theirs, 11).code == 1
    marks = ("<" * 11 + " ours", "client: B", "=" * 11, "client: C", ">" * 11 + " theirs")
    assert ours.read_text().splitlines() == list(marks)


def test_a_defect_of_relplan_costs_nobody_a_merge(tmp_path, monkeypatch):
    def broken(*_):
        raise RuntimeError

    monkeypatch.setattr(driver, "merge", broken)
    base, ours, theirs = three(
        tmp_path, "a: 1\n\n\n\nb: 1\n", "a: 2\n\n\n\nb: 1\n", "a: 1\n\n\n\nb: 2\n"
    )
    found = driver.merge_files(base, ours, theirs, 7)
    assert (found.code, found.doubt) == (0, "a defect of relplan (RuntimeError)")
    assert ours.read_text() == "a: 2\n\n\n\nb: 2\n"


@pytest.mark.parametrize(
    ("theirs", "why", "code"),
    [
        (b"client: Caf\xe9\n", "the byte 0xe9 is not UTF-8", 1),
        (b"\xff\xfec\0", "saved as UTF-16", 255),
        (b"a: 1\n" * 300_000, "a file has more than 1,048,576 bytes", 1),
    ],
)
def test_what_is_no_plan_is_gits_affair(tmp_path, theirs, why, code):
    base, ours, theirs = three(tmp_path, "client: A\n", "client: B\n", theirs)
    found = driver.merge_files(base, ours, theirs, 7)
    assert found.doubt.startswith(why)
    assert found.code == code
    assert (ours.read_bytes() == b"client: B\n") == (code == 255)


def test_without_git_ours_stays_as_it_is(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", os.devnull)
    base, ours, theirs = three(tmp_path, "client: A\n", "client: B\n", "client: {\n")
    assert driver.merge_files(base, ours, theirs, 7).code == 255
    assert ours.read_text() == "client: B\n"


def test_a_file_that_is_not_there_is_told(tmp_path):
    base, ours, _ = three(tmp_path, "client: A\n", "client: B\n", "")
    found = driver.merge_files(base, ours, tmp_path / "none", 7)
    assert (found.code, found.doubt) == (255, "a file cannot be read (No such file or directory)")
    assert ours.read_text() == "client: B\n"
