"""The log: one line more, every earlier byte as it was, however it is written."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relplan.errors import Refused
from relplan.files import book, log
from relplan.files.disk import MAX_BYTES
from relplan.files.document import document_of
from relplan.files.emit import Bare

ROOT = Path(__file__).parents[2]
FIELDS = {"date": "2026-11-03", "with": ["jane"], "by": "amara", "note": "a, b: c"}
LINE = '- {date: 2026-11-03, with: [jane], by: amara, note: "a, b: c"}'
PLAIN = {"date": "2026-11-03", "with": ["jane"], "by": "amara", "note": "a, b: c"}

KEPT = {
    "plain": b"- {date: 2026-01-01, by: ben}\n",
    "crlf": b"# log\r\n- {date: 2026-01-01, by: ben}\r\n- {date: 2026-01-02, by: ben}\r\n",
    "bom": b"\xef\xbb\xbf- {date: 2026-01-01, by: ben}\n",
    "bom alone": b"\xef\xbb\xbf",
    "no final newline": b"- {date: 2026-01-01, by: ben}",
    "no final newline, crlf": b"# a\r\n- {date: 2026-01-01, by: ben}",
    "indented list": b"# a\n  - {date: 2026-01-01, by: ben}\n  - {date: 2026-01-02, by: ben}\n",
    "comments at the end": b"- {date: 2026-01-01}\n# end: no more\n\n   # really\n",
    "comment without newline": b"- {date: 2026-01-01}\n# end",
    "comment on the last line": b"- {date: 2026-01-01} # said: [x\n",
    "empty": b"",
    "blank lines": b"\n\n\n",
    "only comments": b"# yaml-language-server: $schema=x\n# nobody yet\n",
    "block style last item": b"- date: 2026-01-01\n  with:\n    - jane\n    - raj\n  by: ben\n",
    "literal block at the end": b"- date: 2026-01-01\n  note: |\n    one\n\n    two\n",
    "literal block, kept newlines": b"- date: 2026-01-01\n  note: |+\n    one\n\n\n",
    "folded block at the end": b"- date: 2026-01-01\n  note: >-\n    one\n    two",
    "document start": b"---\n- {date: 2026-01-01}\n",
    "nested list at the end": b"- - a\n  - b\n",
    "empty item at the end": b"- {date: 2026-01-01}\n-\n",
    "flow over lines": b"- {date: 2026-01-01,\n   note: x,\n  }\n",
    "unicode breaks": "- {note: a\u2028b, by: 'c\u0085d'}\n".encode(),
    "carriage returns": b"- {date: 2026-01-01}\r- {date: 2026-01-02}\r",
    "tabs after": b"- {date: 2026-01-01}\t\n   \n",
    "quoted over lines": b'- note: "a\n    b"\n',
}

REFUSED = {
    "flow root": b"[{date: 2026-01-01}]\n",
    "empty flow root": b"[]\n",
    "mapping": b"date: 2026-01-01\n",
    "text": b"hello\n",
    "unclosed": b"- {date: 2026-01-01\n",
    "merge": b"<<<<<<< HEAD\n- a\n=======\n- b\n>>>>>>> x\n",
    "anchor": b"- &a {date: 2026-01-01}\n",
    "duplicate key": b"- {a: b, a: c}\n",
    "two documents": b"- a\n---\n- b\n",
    "document end": b"- a\n...\n",
    "cp1252": b"- {note: caf\xe9}\n",
    "utf-16": "- a\n".encode("utf-16"),
    "control character": b"- {note: a\x1bb}\n",
    "tab indent": b"- a:\n\t- b\n",
}


@pytest.fixture
def root(tmp_path):
    (tmp_path / "touches").mkdir()
    return tmp_path


def write(root, raw):
    path = root / "touches" / "acme.yaml"
    path.write_bytes(raw)
    return path


def plain(raw):
    document, troubles = document_of("touches/acme.yaml", raw)
    assert troubles == []
    return document.root.plain() if document.root else []


@pytest.mark.parametrize("raw", KEPT.values(), ids=KEPT)
def test_every_earlier_byte_stays_and_one_line_is_added(root, raw):
    path = write(root, raw)
    said = log.append(root, "acme", FIELDS)
    new = path.read_bytes()
    assert new.startswith(raw)
    assert LINE.encode() in new[len(raw) :]
    assert plain(new) == [*plain(raw), PLAIN]
    assert (said.path, said.text) == ("touches/acme.yaml", LINE)
    lines = document_of("x", new)[0].lines
    assert lines.line(said.line).strip("\ufeff ") == LINE
    assert len(new) - len(raw) <= len(LINE) + 6


@pytest.mark.parametrize("raw", REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("dry_run", [False, True])
def test_a_log_in_another_form_is_refused_with_the_line_to_paste(root, raw, dry_run):
    path = write(root, raw)
    with pytest.raises(Refused) as caught:
        log.append(root, "acme", FIELDS, dry_run=dry_run)
    assert str(caught.value).startswith("touches/acme.yaml")
    assert "nothing was changed, the line is:" in str(caught.value)
    assert str(caught.value).endswith(f"\n{LINE}")
    assert path.read_bytes() == raw
    assert list(path.parent.iterdir()) == [path]


def test_a_broken_log_is_named_with_its_place_and_reason(root):
    write(root, b"- {date: 2026-01-01}\n- {date: 2026\n")
    with pytest.raises(
        Refused, match=r"^touches/acme.yaml:2:3: the \{ that opens here is not closed"
    ):
        log.append(root, "acme", FIELDS)


def test_a_line_that_cannot_be_proved_is_refused(root, monkeypatch):
    path = write(root, KEPT["plain"])
    monkeypatch.setattr(log.emit, "flow", lambda _: "{date: 2026-11-03}")
    with pytest.raises(Refused, match="would not read as before"):
        log.append(root, "acme", FIELDS)
    assert path.read_bytes() == KEPT["plain"]


def test_a_full_disk_gives_the_line_back(root, monkeypatch):
    def full(*_words):
        raise OSError(28, "No space left on device")

    path = write(root, b"- {note: first}\n")
    monkeypatch.setattr(log.write, "write_new", full)
    with pytest.raises(Refused) as caught:
        log.append(root, "acme", FIELDS)
    assert str(caught.value).endswith(
        "/touches/acme.yaml could not be written (No space left on device); nothing was changed,"
        ' the line is:\n- {date: 2026-11-03, with: [jane], by: amara, note: "a, b: c"}'
    )
    assert path.read_bytes() == b"- {note: first}\n"


def test_newlines_are_those_of_the_file(root):
    path = write(root, KEPT["crlf"])
    log.append(root, "acme", FIELDS)
    assert path.read_bytes().count(b"\r\n") == path.read_bytes().count(b"\n") == 4


def test_the_new_line_stands_under_its_siblings(root):
    path = write(root, KEPT["indented list"])
    log.append(root, "acme", FIELDS)
    assert path.read_text().splitlines()[-1] == f"  {LINE}"


def test_a_log_is_begun_when_there_is_none(tmp_path):
    said = log.append(tmp_path, "acme", FIELDS)
    assert (tmp_path / "touches" / "acme.yaml").read_text() == f"{LINE}\n"
    assert said.line == 1


def test_a_dry_run_says_the_same_and_writes_nothing(root):
    path = write(root, KEPT["crlf"])
    dry = log.append(root, "acme", FIELDS, dry_run=True)
    assert path.read_bytes() == KEPT["crlf"]
    assert log.append(root, "acme", FIELDS) == dry


def test_a_dry_run_begins_no_folder(tmp_path):
    assert log.append(tmp_path, "acme", FIELDS, dry_run=True).line == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("dry_run", [False, True])
@pytest.mark.parametrize("make", ["fifo", "folder", "link out", "loop", "device"])
def test_what_is_no_file_of_the_book_is_refused_at_once(root, tmp_path_factory, make, dry_run):
    path = root / "touches" / "acme.yaml"
    outside = tmp_path_factory.mktemp("outside") / "x.yaml"
    outside.write_bytes(b"- {date: 2026-01-01}\n")
    if make == "fifo":
        os.mkfifo(path)
    elif make == "folder":
        path.mkdir()
    else:
        path.symlink_to({"link out": outside, "loop": "acme.yaml", "device": "/dev/zero"}[make])
    with pytest.raises(Refused):
        log.append(root, "acme", FIELDS, dry_run=dry_run)
    assert outside.read_bytes() == b"- {date: 2026-01-01}\n"


def test_a_log_never_grows_beyond_what_can_be_read(root):
    raw = b"- a\n" + b"#" * (MAX_BYTES - 10) + b"\n"
    path = write(root, raw)
    with pytest.raises(Refused, match=r"could not be read any more; nothing was changed") as caught:
        log.append(root, "acme", FIELDS)
    assert str(caught.value).endswith(LINE)
    assert path.read_bytes() == raw


@pytest.mark.parametrize("text", ["a\x1b[31mb", "a\x00", "\ud800"])
def test_a_text_that_no_editor_shows_is_refused(root, text):
    path = write(root, b"")
    with pytest.raises(Refused):
        log.append(root, "acme", FIELDS | {"note": text})
    assert path.read_bytes() == b""


def test_bare_values_are_proved_as_well(root):
    path = write(root, b"")
    log.append(root, "acme", FIELDS | {"answered": Bare("false"), "hours": Bare("1.5")})
    assert "answered: false, hours: 1.5}" in path.read_text()


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"))), st.sampled_from(sorted(KEPT)))
@settings(derandomize=True, database=None, deadline=None)
def test_any_note_is_kept_in_any_log(note, kind):
    raw = KEPT[kind]
    new, _ = log.with_line("x", raw, {"note": note})
    assert new.startswith(raw)
    assert plain(new) == [*plain(raw), {"note": note}]


def test_64_colleagues_log_at_once_and_no_line_is_lost(tmp_path):
    root = tmp_path / "team"
    shutil.copytree(ROOT / "examples" / "team", root)
    path = root / "touches" / "acme.yaml"
    before = path.read_bytes()
    environment = os.environ | {
        "PYTHONPATH": str(ROOT / "src"),
        "RELPLAN_CACHE": str(tmp_path / "c"),
    }
    words = ["log", "acme", "jane", "--by", "ben", "--today", "2026-11-24", "--book", str(root)]
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "relplan", *words, "-m", f"colleague {number}, no: {number}"],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for number in range(64)
    ]
    failed = [said for one in running if (said := one.communicate()[1]) or one.returncode]
    assert failed == []
    after = path.read_bytes()
    assert after.startswith(before)
    added = plain(after)[len(plain(before)) :]
    assert sorted(one["note"] for one in added) == sorted(
        f"colleague {n}, no: {n}" for n in range(64)
    )
    assert len(after[len(before) :].splitlines()) == 64
    assert not [one for one in path.parent.iterdir() if not one.name.endswith(".yaml")]
    assert book.load(root).diagnostics == ()


def test_one_log_is_read_alone(tmp_path):
    assert log.log_of(tmp_path, "nobody") == ()
    (tmp_path / "touches").mkdir(exist_ok=True)
    (tmp_path / "touches/zed.yaml").write_text("# nothing yet\n", "utf-8")
    assert log.log_of(tmp_path, "zed") == ()
    line = "- {date: 2026-11-01, with: [jane], by: ben, how: call}\n"
    (tmp_path / "touches/zed.yaml").write_text(f"{line}- {{date: never}}\n", "utf-8")
    assert [one.how for one in log.log_of(tmp_path, "zed")] == ["call"]


def test_a_log_that_cannot_be_read_is_refused(tmp_path):
    (tmp_path / "touches").mkdir(exist_ok=True)
    (tmp_path / "touches/zed.yaml").write_text("- {date: [\n", "utf-8")
    with pytest.raises(Refused, match=r"counts here:\ntouches/zed.yaml:1:10: "):
        log.log_of(tmp_path, "zed")
