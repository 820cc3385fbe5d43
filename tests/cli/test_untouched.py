"""Every command that writes leaves every byte as it was when it fails, whatever it fails of."""

import os

import pytest
from scenes import ACME_LOG, write_book
from typer.testing import CliRunner

from relplan.cli.app import app
from relplan.files import write

PROMISED = "- {date: 2026-11-20, with: [raj], by: ben, promise: {what: send it, by: 2026-11-30}}\n"
SOUND = {
    "log": ["log", "acme", "jane", "-m", "Rang"],
    "promise": ["promise", "acme", "jane", "ring her", "--by", "fri"],
    "kept": ["promise", "kept", "acme", "send"],
    "snooze": ["snooze", "acme", "jane", "2w"],
    "done": ["done", "acme", "clinic"],
    "done and logged": ["done", "acme", "clinic", "--hours", "3", "--with", "raj"],
    "drop": ["drop", "acme", "clinic", "-m", "No time"],
    "set": ["set", "acme", "jane.stance", "mentor"],
    "set --remove": ["set", "acme", "raj.ours", "--remove"],
    "set book": ["set", "book", "cadence.A", "5w"],
    "person": ["add", "person", "acme", "Nora Field"],
    "strength": ["add", "strength", "acme", "They ring us"],
    "weakness": ["add", "weakness", "acme", "They never ring us"],
    "goal": ["add", "goal", "acme", "They ring us first"],
    "initiative": ["add", "initiative", "acme", "Sit with Raj for a day, unpaid"],
}
"""What each command is asked for when nothing is wrong."""


@pytest.fixture
def root(tmp_path, monkeypatch):
    for name in ("RELPLAN_TODAY", "RELPLAN_BOOK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("RELPLAN_ME", "ben")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return write_book(tmp_path / "book", touches__acme=ACME_LOG + PROMISED)


def run(root, words):
    where = ["--book", str(root), "--today", "2026-11-25"]
    at = 2 if words[0] == "add" else 1
    return CliRunner().invoke(app, [*words[:at], *where, *words[at:]])


def everything(root):
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


@pytest.mark.parametrize("words", SOUND.values(), ids=SOUND)
def test_when_nothing_is_wrong_something_is_written_and_dry_runs_write_nothing(root, words):
    before = everything(root)
    dry = run(root, [*words, "--dry-run"])
    assert (dry.exit_code, everything(root)) == (0, before)
    done = run(root, words)
    assert done.exit_code == 0, done.stderr
    changed = [path for path, raw in everything(root).items() if before.get(path) != raw]
    assert changed
    assert all(done.stdout.count(path) for path in changed)


@pytest.mark.parametrize("words", SOUND.values(), ids=SOUND)
def test_a_disk_that_fails_leaves_everything(root, words, monkeypatch):
    before = everything(root)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(write, "replace", full)
    done = run(root, words)
    assert done.exit_code == 3
    assert "No space left on device" in done.stderr
    assert everything(root) == before


@pytest.mark.parametrize("words", SOUND.values(), ids=SOUND)
@pytest.mark.parametrize(
    "files",
    [
        {"clients__acme": "client: [\n", "relplan": "firm: [\n", "touches__acme": "- [\n"},
        {"clients__acme": "- a list\n", "relplan": "- a list\n", "touches__acme": "a: mapping\n"},
        {"clients__acme": "", "relplan": "", "touches__acme": "{}\n"},
        {
            "clients__acme": "client: &a Acme\n",
            "relplan": "firm: *a\n",
            "touches__acme": "- &b x\n",
        },
    ],
    ids=["half written", "of another kind", "empty", "with anchors"],
)
def test_files_that_cannot_be_read_are_left_alone(root, words, files):
    write_book(root, **files)
    before = everything(root)
    done = run(root, words)
    assert done.exit_code in (2, 3), done.stdout
    assert done.stderr.startswith("relplan: ")
    assert "defect" not in done.stderr
    assert everything(root) == before


BAD = {
    "log": [["zed", "jane"], ["acme", "zed"], ["acme", "jane", "--how", "x"], ["acme"]],
    "promise": [
        ["acme", "jane", "x"],
        ["kept", "acme", "cake"],
        ["acme", "jane", "x", "--by", "y"],
    ],
    "snooze": [["acme", "jane"], ["acme", "jane", "yesterday"], ["acme", "zed", "2w"]],
    "done": [
        ["acme", "zed"],
        ["zed", "clinic"],
        ["acme", "clinic", "--date", "tomorrow"],
        ["acme", "clinic", "--log"],
        ["acme", "clinic", "--hours", "x", "--with", "raj"],
        ["acme", "clinic", "--how", "tam-tam", "--with", "raj"],
        ["acme", "clinic", "--with", "zed"],
        ["acme", "clinic", "-m", ""],
        ["acme", "clinic", "-m", "\x07"],
    ],
    "drop": [
        ["acme", "zed"],
        ["acme"],
        ["acme", "clinic", "-m", ""],
        ["acme", "clinic", "-m", "\ud800"],
    ],
    "set": [
        ["acme", "jane.stance"],
        ["acme", "jane.stance", "mentr"],
        ["acme", "jane.stance", "mentor", "--remove"],
        ["acme", "jane.stance", "--remove"],
        ["acme", "jane.name", "--remove"],
        ["acme", "jane", "--remove"],
        ["acme", "jane.stance.deep", "x"],
        ["acme", "jane.notes", "\x00"],
        ["acme", "priority", ""],
        ["acme", "owner", "zed"],
        ["acme", "review.next", "soon"],
        ["acme", "goals", "x"],
        ["acme", "zed.x", "y"],
        ["book", "team.zed.name", "y"],
        ["book", "cadence.A", "often"],
        ["book", "team", "--remove"],
        ["zed", "priority", "A"],
    ],
    "add": [
        ["person", "acme"],
        ["person", "acme", "   "],
        ["person", "acme", "Jane Porter", "--id", "jane"],
        ["person", "acme", "Nora", "--id", "NORA"],
        ["person", "acme", "Nora", "--stance", "mentr"],
        ["person", "acme", "Nora", "--ours", "zed"],
        ["person", "acme", "Nora", "--birthday", "14 June"],
        ["person", "acme", "Nora", "--since", "fri"],
        ["person", "acme", "Nora\x1b"],
        ["strength", "zed", "x"],
        ["weakness", "acme", "!!!"],
        ["goal", "acme", "Two", "--target", "4"],
        ["goal", "acme", "Two", "--answers", "zed"],
        ["initiative", "acme", "Sit", "--goal", "zed"],
        ["initiative", "acme", "Sit", "--by", "soon"],
        ["initiative", "acme", "Sit", "--for", "zed"],
        ["initiative", "acme", "Sit", "--id", "close-clinic"],
        ["initiative", "acme", "Sit", "--hours", "many"],
        ["zed"],
    ],
}


@pytest.mark.parametrize(
    "words", [[command, *one] for command, each in BAD.items() for one in each], ids=" ".join
)
def test_what_cannot_be_meant_or_would_not_read_is_refused(root, words):
    before = everything(root)
    done = run(root, words)
    assert done.exit_code in (2, 3), done.stdout
    assert done.stdout == ""
    assert done.stderr.strip()
    assert everything(root) == before


@pytest.mark.parametrize("words", SOUND.values(), ids=SOUND)
def test_windows_files_stay_windows_files(root, words):
    for path in root.rglob("*.yaml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = everything(root)
    done = run(root, words)
    assert done.exit_code == 0, done.stderr
    for path, raw in everything(root).items():
        assert raw.startswith(b"\xef\xbb\xbf")
        assert raw.count(b"\n") == raw.count(b"\r\n") >= before[path].count(b"\n") - 1
