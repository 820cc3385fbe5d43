"""The book as an earlier commit holds it."""

import pytest
import repositories
from books import BASE, write_book

from relplan.errors import Refused, WrongUse
from relplan.files.book import load
from relplan.files.past import book_before

PLAN = BASE["clients/acme.yaml"]


@pytest.fixture
def root(tmp_path):
    """A book on a branch `ours` that left `main` after one commit."""
    book = write_book(tmp_path / "repository" / "book")
    top = book.parent
    repositories.git(top, "init", "-q", "-b", "main")
    save(book)
    repositories.git(top, "switch", "-q", "-c", "ours")
    return book


def save(book):
    repositories.git(book.parent, "add", "-A")
    repositories.git(book.parent, "commit", "-q", "-m", "state")


def before(root, revision="main"):
    return book_before(load(root), revision)


def test_changed_added_and_removed_files_are_as_they_were(root):
    (root / "clients/acme.yaml").write_text(PLAN.replace("priority: A", "priority: C"))
    (root / "clients/new.yaml").write_text("client: New\npriority: A\n")
    (root / "relplan.yaml").write_text(BASE["relplan.yaml"].replace("Hartwell", "Other"))
    then = before(root)
    assert then.book.settings.firm == "Hartwell & Lowe"
    assert {id_: plan.priority for id_, plan in then.book.plans.items()} == {"acme": "A"}
    (root / "clients/acme.yaml").unlink()
    assert list(before(root).book.plans) == ["acme"]


def test_the_working_files_count_also_when_nothing_is_committed(root):
    (root / "clients/acme.yaml").write_text("client: [\n")
    assert load(root).diagnostics
    assert before(root).diagnostics == ()


def test_what_others_wrote_on_main_since_is_not_the_beginning(root):
    repositories.git(root.parent, "switch", "-q", "main")
    (root / "clients/acme.yaml").write_text(PLAN.replace("priority: A", "priority: B"))
    save(root)
    repositories.git(root.parent, "switch", "-q", "ours")
    assert before(root).book.plans["acme"].priority == "A"


def test_a_book_that_was_not_there_is_empty(root):
    other = write_book(root.parent / "second")
    assert dict(before(other).book.plans) == {}


def test_a_name_that_is_no_id_is_old_only_where_it_was_there(root):
    (root / "clients/Old Name.yaml").write_text(PLAN)
    save(root)
    (root / "clients/New Name.yaml").write_text(PLAN)
    named = {one.path for one in before(root, "ours").diagnostics}
    assert named == {"clients/Old Name.yaml"}


def test_links_and_other_files_are_no_part_of_it(root):
    (root / "clients/link.yaml").symlink_to("acme.yaml")
    (root / "clients/deep").mkdir()
    (root / "clients/deep/x.yaml").write_text(PLAN)
    (root / "notes.yaml").write_text("a: b\n")
    save(root)
    assert list(before(root, "ours").documents) == ["clients/acme.yaml", "relplan.yaml"]


@pytest.mark.parametrize(
    ("revision", "said"),
    [
        (
            "mian",
            "--since mian: no such branch, tag or commit is in this clone; did you mean main?",
        ),
        (
            "v9.9",
            (
                "--since v9.9: no such branch, tag or commit is in this clone; fetch it first, such as:"
                " git fetch origin main"
            ),
        ),
        (
            "--output=x",
            "--since '--output=x': write a branch, a tag or a commit, such as main",
        ),
        (" ", "--since ' ': write a branch, a tag or a commit, such as main"),
    ],
)
def test_a_revision_that_is_none_is_wrong_use(root, revision, said):
    with pytest.raises(WrongUse) as caught:
        before(root, revision)
    assert str(caught.value) == said
    assert not (root / "x").exists()


def test_a_folder_or_file_of_a_commit_is_no_revision(root):
    with pytest.raises(WrongUse, match=r"^--since main:book: no such branch"):
        before(root, "main:book")


def test_without_a_repository_it_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    with pytest.raises(Refused) as caught:
        before(write_book(tmp_path / "book"))
    assert str(caught.value) == (
        "--since main: this book is not in a git repository, so there is no history yet"
    )


def test_a_commit_without_anything_in_common_is_refused(root):
    repositories.git(root.parent, "switch", "-q", "--orphan", "alone")
    save(write_book(root, {"clients/other.yaml": PLAN}))
    with pytest.raises(Refused) as caught:
        before(root)
    assert str(caught.value) == (
        "--since main: this clone has no commit that it shares with this branch;"
        " fetch the whole history with: git fetch --unshallow"
    )


def test_content_that_is_not_in_the_clone_is_refused(root):
    name = repositories.git(root.parent, "rev-parse", "HEAD:book/clients/acme.yaml").strip()
    (root.parent / ".git/objects" / name[:2] / name[2:]).unlink()
    (root / "clients/acme.yaml").write_text(PLAN + "notes: x\n")
    with pytest.raises(Refused) as caught:
        before(root)
    assert str(caught.value) == (
        "--since main: the content of 1 file at that commit is not in this clone;"
        " fetch it with: git fetch --refetch --no-filter"
    )


def test_nothing_that_the_repository_names_is_run(root, tmp_path):
    program, trace = tmp_path / "spy", tmp_path / "trace"
    program.write_text(f"#!/bin/sh\necho ran >> '{trace}'\ncat\n")
    program.chmod(0o755)
    for key in ("core.fsmonitor", "core.pager", "diff.external", "core.sshCommand"):
        repositories.git(root.parent, "config", key, str(program))
    for key in ("filter.spy.smudge", "filter.spy.clean", "diff.spy.textconv"):
        repositories.git(root.parent, "config", key, str(program))
    (root / ".gitattributes").write_text("*.yaml filter=spy diff=spy\n")
    (root / "clients/acme.yaml").write_text(PLAN + "notes: x\n")
    before(root)
    assert not trace.exists()
