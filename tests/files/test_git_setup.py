import os
import shutil
import subprocess
import sys

import pytest
from repositories import git

from relplan.errors import Refused
from relplan.files import git_setup
from relplan.files.git_setup import COLLECTIONS, LINES, Setup
from relplan.files.packaged import template
from relplan.model.schema import KINDS, schema_of


@pytest.fixture
def book(tmp_path, monkeypatch):
    """A book in a subfolder of a repository, both with spaces in their names."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    root = tmp_path / "our repository" / "the book"
    root.mkdir(parents=True)
    git(root.parent, "init", "-q", "-b", "main")
    return root


def set_up(root):
    git_setup.write_setup(root, git_setup.state(root))


def test_in_a_bare_clone_everything_is_missing(book):
    found = git_setup.state(book)
    assert found.lines == LINES
    assert [one.key for one in found.settings] == list(git_setup.wanted())
    assert {one.found for one in found.settings} == {""}
    assert not found.complete


def test_what_was_set_up_is_complete_and_done_again_changes_nothing(book):
    set_up(book)
    assert git_setup.state(book) == Setup((), (), ())
    assert git_setup.state(book).complete
    before = (book / ".gitattributes").read_bytes(), (book.parent / ".git/config").read_bytes()
    set_up(book)
    after = (book / ".gitattributes").read_bytes(), (book.parent / ".git/config").read_bytes()
    assert after == before


def test_a_new_book_has_the_same_lines(book):
    (book / ".gitattributes").write_text(template("new/gitattributes"))
    assert git_setup.state(book).lines == ()


def test_other_lines_stay_as_they_are_and_only_missing_ones_are_added(book):
    own = b"# ours\r\n*.md text\r\ntouches/*.yaml   merge=union\r\n*.yaml text"
    (book / ".gitattributes").write_bytes(own)
    set_up(book)
    added = "".join(f"{line}\r\n" for line in LINES[1:]).encode()
    assert (book / ".gitattributes").read_bytes() == own + b"\r\n" + added


def test_a_line_that_another_overrules_is_told_and_not_written_twice(book):
    text = "".join(f"{line}\n" for line in LINES) + "clients/*.yaml merge=binary\n"
    (book / ".gitattributes").write_text(text)
    found = git_setup.state(book)
    assert (found.lines, found.overruled) == ((), (LINES[1],))
    set_up(book)
    assert (book / ".gitattributes").read_text() == text
    assert not git_setup.state(book).complete


def test_a_setting_that_differs_is_found_and_set(book):
    set_up(book)
    git(book, "config", "merge.relplan.driver", "true")
    [found] = git_setup.state(book).settings
    assert (found.key, found.found) == ("merge.relplan.driver", "true")
    set_up(book)
    assert git_setup.state(book).complete


def test_settings_for_all_repositories_of_somebody_count(book, tmp_path, monkeypatch):
    set_up(book)
    shutil.move(book.parent / ".git/config", tmp_path / "global")
    git(book.parent, "init", "-q")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "global"))
    assert git_setup.state(book).settings == ()


def test_a_worktree_is_set_up_with_its_repository(book, tmp_path):
    (book / "relplan.yaml").write_text("firm: F\n")
    git(book, "add", "-A")
    git(book, "commit", "-qm", "first")
    git(book, "worktree", "add", "-q", str(tmp_path / "other"))
    set_up(tmp_path / "other" / "the book")
    assert git_setup.state(book).settings == ()


def test_outside_of_a_repository_it_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "lone").mkdir()
    said = "this book is not in a git repository; git init begins one"
    with pytest.raises(Refused, match=f"^{said}$"):
        git_setup.state(tmp_path / "lone")


def test_without_git_it_says_so(book, monkeypatch):
    monkeypatch.setenv("PATH", str(book / "nothing"))
    with pytest.raises(Refused) as why:
        git_setup.state(book)
    assert str(why.value) == "git is not installed here"


def test_a_setting_that_git_cannot_write_is_told(book):
    found = git_setup.state(book)
    (book.parent / ".git/config.lock").write_text("")
    with pytest.raises(Refused, match=r"^merge\.relplan\.name could not be set: git said: "):
        git_setup.write_setup(book, found)


def test_attributes_that_lead_out_of_the_book_are_refused(book, tmp_path):
    (tmp_path / "elsewhere").write_text("")
    (book / ".gitattributes").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Refused, match=r"^\.gitattributes: this leads out of the book"):
        git_setup.state(book)
    assert (tmp_path / "elsewhere").read_text() == ""


@pytest.mark.parametrize(
    "path", ["/a b/python", "/it's/python", "/100%/A/python", "C:\\Py $x\\python.exe"]
)
def test_the_path_of_the_interpreter_reaches_the_shell_as_it_is(path):
    command = git_setup.driver(path)
    shown = command.replace("%%", "\0").replace("%O", "o").replace("\0", "%")
    first = shown.split(" -P ")[0]
    done = subprocess.run(
        ["sh", "-c", f"printf %s {first}"], capture_output=True, text=True, check=True
    )
    assert done.stdout == path


def test_without_an_interpreter_relplan_is_called_by_its_name():
    assert git_setup.driver("").startswith("relplan git merge %O %A %B %L %P || ")


def parts(node):
    """Every part of a schema."""
    if isinstance(node, dict):
        yield node
    for one in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from parts(one)


def types(part, definitions):
    """What a field may hold."""
    if "$ref" in part:
        part = definitions[part["$ref"].split("/")[-1]]
    inner = (one for word in ("anyOf", "oneOf", "allOf") for one in part.get(word, []))
    return {str(part.get("type"))}.union(*(types(one, definitions) for one in inner))


def collections(schema):
    """The fields below the top that may hold a list or other fields."""
    definitions = schema.get("$defs", {})
    return {
        name
        for part in parts(schema)
        if part is not schema
        for name, field in part.get("properties", {}).items()
        if types(field, definitions) & {"array", "object"}
    }


def test_no_field_is_taken_for_an_item():
    found = set().union(*(collections(schema_of(kind)) for kind in KINDS))
    assert sorted(found) == COLLECTIONS.split("|")


def test_a_field_that_would_be_taken_for_an_item_is_noticed():
    pets = {"properties": {"pets": {"type": "array"}, "name": {"type": "string"}}}
    assert collections({"properties": {"roles": {"additionalProperties": pets}}}) == {"pets"}


PLAN = """\
client: Acme
roles:
  jane-p:
    name: Jane
    title: CFO
    influences:
      - raj
    level: executive
    interests: [sailing]
    since: 2021-04-01
  raj: {name: Raj, role: user}
  # who signs
  "007":  # James
    name: James
    title: Agent
    notes: |
      He is
      often away
    stance: neutral
goals:
  call-us:
    goal: They call us
    measure: {what: calls, target: 4}
    by: 2027-06-30
    initiatives:
      clinic:
        what: Clinic
        for: [raj]
        invests: two days
        by: 2026-12-18
        status: planned
"""
CHANGES = {
    "level: executive": "jane-p:",
    "since: 2021-04-01": "jane-p:",
    "name: James": "raj:",
    "stance: neutral": '"007":',
    "target: 4": "call-us:",
    "by: 2027-06-30": "call-us:",
    "invests: two days": "clinic:",
    "by: 2026-12-18": "clinic:",
    "status: planned": "clinic:",
}


@pytest.mark.parametrize(("line", "item"), CHANGES.items())
def test_a_hunk_is_headed_by_the_item_that_it_is_in(book, line, item):
    set_up(book)
    (book / "clients").mkdir()
    (book / "clients/acme.yaml").write_text(PLAN)
    git(book, "add", "-A")
    (book / "clients/acme.yaml").write_text(PLAN.replace(line, f"{line} X"))
    shown = git(book, "diff", "-U1")
    assert [one.split("@@ ")[-1] for one in shown.splitlines() if one.startswith("@@")] == [item]


def test_the_driver_is_this_interpreter():
    assert git_setup.wanted()["merge.relplan.driver"].startswith(f"{sys.executable} -P -m relplan")
