"""What a book must survive: broken, foreign and hostile files, by the numbers of the catalogue."""

import os
import stat
import sys
import time

import pytest
from books import BASE, TODAY, write_book
from typer.testing import CliRunner

from relplan.cli.app import app
from relplan.files.book import load
from relplan.files.disk import MAX_BYTES
from relplan.files.parse import MAX_NODES, parse
from relplan.rules.runner import lint

HEAD = "client: Acme plc\nowner: amara\npriority: A\n"
ACME = "clients/acme.yaml"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="links and FIFOs of POSIX")


def run(*words, book):
    return CliRunner().invoke(app, [*words, "--book", str(book), "--today", TODAY.isoformat()])


def said(root, path=None):
    """(path, line, code, message) of every error in the book."""
    found = [one for one in load(root).diagnostics if one.severity == "error"]
    return [(o.path, o.line, o.code, o.message) for o in found if path in (None, o.path)]


def plan(tmp_path, text):
    return write_book(tmp_path, {ACME: text})


def snapshot(root):
    return {p: (p.read_bytes(), p.stat().st_mode) for p in sorted(root.rglob("*")) if p.is_file()}


# T1, T2


def test_t1_conflict_markers_are_named_at_the_line_of_the_first(tmp_path):
    text = HEAD + "<<<<<<< HEAD\nnotes: ours\n=======\nnotes: theirs\n>>>>>>> branch\n"
    (one,) = said(plan(tmp_path, text), ACME)
    assert one[1:3] == (4, "RP003")
    assert "a merge was left unfinished" in one[3]


def test_t1_seven_signs_inside_a_text_are_no_conflict(tmp_path):
    assert said(plan(tmp_path, HEAD + "notes: |\n  <<<<<<< he wrote\n"), ACME) == []


def test_t2_one_broken_plan_hides_none_of_the_other_nineteen(tmp_path):
    files = {
        f"clients/c{n}.yaml": f"client: Client {n}\nowner: ben\npriority: A\nsince: 2020-01-01\n"
        f"roles: {{p: {{name: Person {n}}}}}\n"
        for n in range(19)
    }
    root = write_book(tmp_path, {**files, ACME: "client: [Acme\n"})
    done = run("due", "--all", book=root)
    assert done.exit_code == 1
    assert all(f"Person {n} " in done.stdout for n in range(19))
    assert done.stderr.count("clients/acme.yaml:1:9: RP002") == 1
    assert "1 file has errors" in done.stderr
    linted = run("lint", book=root)
    assert linted.exit_code == 1
    assert "clients/acme.yaml:1:9: RP002 error" in linted.stdout


# T3


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        ("\tnotes: x", "a tab indents this line; use spaces"),
        ("notes: a: b: c", 'needs quotes; write notes: "a: b: c"'),
        ('notes: "open', 'has no closing "; add it'),
        ("notes: @x", 'put quotes around it: "@x"'),
        ("notes: *x", "put quotes around a text that begins with *"),
        ("notes: %x", 'put quotes around it: "%x"'),
        ("notes: !x", "put quotes around a text that begins with !"),
        ("notes: &x", "put quotes around a text that begins with &"),
    ],
)
def test_t3_what_needs_quotes_is_told_on_its_line(tmp_path, line, advice):
    (one,) = said(plan(tmp_path, HEAD + line + "\n"), ACME)
    assert one[1] == 4
    assert advice in one[3]


# T6, T7, T8


@pytest.mark.parametrize("typed", ["2024-1-5", "5/1/2024", "20240105", "1704412800"])
def test_t6_a_date_in_another_form_is_told_the_form(tmp_path, typed):
    (one,) = said(plan(tmp_path, HEAD + f"since: {typed}\n"), ACME)
    assert one[1:3] == (4, "RP104")
    assert "YYYY-MM-DD" in one[3] or "write 2024-01-05 or 2024-05-01" in one[3]


def test_t6_a_day_that_is_not_in_the_calendar_is_refused(tmp_path):
    (one,) = said(plan(tmp_path, HEAD + "since: 2024-02-30\n"), ACME)
    assert "write a day up to 2024-02-29, where its month ends" in one[3]


def test_t6_a_date_in_quotes_is_accepted(tmp_path):
    assert said(plan(tmp_path, HEAD + 'since: "2024-01-05"\n'), ACME) == []


@pytest.mark.parametrize(
    ("typed", "source"),
    [("{name: J, phone: 0123}", "0123"), ("12", "12"), ("{name: null}", "null")],
)
def test_t7_what_others_take_for_a_number_or_nothing_wants_quotes_in_the_writers_text(
    tmp_path, typed, source
):
    root = plan(tmp_path, HEAD + f"roles:\n  jane: {typed}\n")
    (one,) = [d for d in load(root).diagnostics if d.path == ACME]
    assert (one.line, one.code, one.severity) == (5, "RP106", "warning")
    assert f'put quotes around it: "{source}"' in one.message


def test_t7_no_is_a_name_and_true_is_no_role(tmp_path):
    root = plan(tmp_path, HEAD + "roles:\n  jane: {name: no}\n  raj: {name: Raj, role: true}\n")
    loaded = load(root)
    assert loaded.book.plans["acme"].roles["jane"].name == "no"
    (one,) = said(root, ACME)
    assert one[1:3] == (6, "RP103")


def test_t8_bytes_of_windows_are_named_with_line_and_byte(tmp_path):
    (one,) = said(plan(tmp_path, (HEAD + "notes: café\n").encode("cp1252")), ACME)
    assert one[1] == 4
    assert "the byte 0xe9 is not UTF-8" in one[3]


def test_t8_utf_16_is_named(tmp_path):
    (one,) = said(plan(tmp_path, HEAD.encode("utf-16")), ACME)
    assert one[3] == "saved as UTF-16; save it as UTF-8"


def test_t8_a_byte_order_mark_is_accepted_and_moves_no_column(tmp_path):
    root = plan(tmp_path, b"\xef\xbb\xbf" + b"clint: Acme plc\npriority: A\n")
    assert [one[:3] for one in said(root, ACME)] == [(ACME, 1, "RP101"), (ACME, 1, "RP102")]
    assert {d.column for d in load(root).diagnostics if d.path == ACME} == {1}


# T13, T15


def test_t13_an_unknown_key_is_told_the_nearest_and_stays_in_the_file(tmp_path):
    text = HEAD + "rols: {jane: Jane}\n"
    root = plan(tmp_path, text)
    assert "did you mean `roles`?" in said(root, ACME)[0][3]
    run("lint", book=root)
    assert (root / ACME).read_text() == text


@pytest.mark.parametrize(
    "text", ["", "# nothing yet\n", "[]\n", "# a list\n- x\n", "Acme\n", "\n\n"]
)
def test_t15_what_is_no_plan_is_named_and_never_touched(tmp_path, text):
    root = plan(tmp_path, text)
    before = snapshot(root)
    (one,) = said(root, ACME)
    assert one[2] == "RP008"
    assert run("lint", book=root).exit_code == 1
    assert snapshot(root) == before


# T27, T28, T50


def test_t27_a_key_that_stands_twice_names_both_lines(tmp_path):
    text = HEAD + "roles:\n  jane:\n    name: Jane\n    title: CFO\n    name: Janet\n"
    (one,) = said(plan(tmp_path, text), ACME)
    assert one[1:3] == (8, "RP005")
    assert "first on line 6" in one[3]


def test_t28_one_id_in_two_folders_names_both_files(tmp_path):
    root = write_book(tmp_path, {"prospects/acme.yaml": "prospect: Acme plc\n"})
    (one,) = said(root)
    assert one[0] == "prospects/acme.yaml"
    assert "clients/acme.yaml" in one[3]


def test_t28_one_client_under_two_endings_is_named(tmp_path):
    (one,) = said(write_book(tmp_path, {"clients/acme.yml": HEAD}))
    assert one[0] == "clients/acme.yml"
    assert "join the two, or give one of them another name" in one[3]


BAD_IDS = ["-x", "--output=P", "../../x", "/etc/x", "a/b", ":(glob)**", "x\0", " ", "", "Ä-", "con"]


@pytest.mark.parametrize("typed", BAD_IDS)
def test_t50_an_id_that_is_none_is_wrong_use_and_makes_no_file(tmp_path, typed):
    root = write_book(tmp_path / "book")
    before = snapshot(tmp_path)
    words = [
        ("log", "--by", "ben", "-m", "x", "--", typed, "jane"),
        ("due", f"--client={typed}"),
        ("rule", "--", typed),
    ]
    for one in words:
        tail = [] if one[0] == "rule" else ["--book", str(root), "--today", TODAY.isoformat()]
        cut = one.index("--") if "--" in one else len(one)
        done = CliRunner().invoke(app, [*one[:cut], *tail, *one[cut:]])
        if one[0] == "due" and not typed:
            continue  # an empty --client asks for no client in particular
        assert done.exit_code == 2, (one, done.output)
        assert "Traceback" not in done.output
    assert snapshot(tmp_path) == before


# T55, T56


@POSIX
def test_t55_whatever_is_no_regular_file_is_named_and_never_opened(tmp_path):
    root = write_book(tmp_path / "book")
    clients = root / "clients"
    (tmp_path / "outside.yaml").write_text(HEAD)
    os.mkfifo(clients / "fifo.yaml")
    (clients / "folder.yaml").mkdir()
    (clients / "zero.yaml").symlink_to("/dev/zero")
    (clients / "loop.yaml").symlink_to("loop.yaml")
    (clients / "dangling.yaml").symlink_to("nothing.yaml")
    (clients / "out.yaml").symlink_to(tmp_path / "outside.yaml")
    began = time.monotonic()
    why = {path.split("/")[1][:-5]: message for path, _, code, message in said(root)}
    assert time.monotonic() - began < 1
    assert why == {
        "fifo": "this is not a regular file; only plain text files belong here",
        "folder": "a folder with a file's name; rename it",
        "zero": "this leads out of the book; copy the file here, or remove the link",
        "loop": "a link that leads back to itself; remove it",
        "dangling": "a link to a file that does not exist; mend or remove it",
        "out": "this leads out of the book; copy the file here, or remove the link",
    }
    assert "acme" in load(root).book.plans


@POSIX
def test_t56_a_log_behind_a_link_is_written_at_its_target_with_its_mode(tmp_path):
    root = write_book(
        tmp_path, {"shared/log.yaml": "- {date: 2026-11-03, with: [jane], by: ben}\n"}
    )
    (root / "touches").mkdir()
    (root / "touches/acme.yaml").symlink_to("../shared/log.yaml")
    target = root / "shared/log.yaml"
    target.chmod(0o664)
    done = run("log", "acme", "jane", "-m", "x", "--by", "ben", book=root)
    assert done.exit_code == 0, done.output
    assert (root / "touches/acme.yaml").is_symlink()
    assert len(target.read_text().splitlines()) == 2
    assert stat.S_IMODE(target.stat().st_mode) == 0o664


# T57, T58, T59


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(8)
)
MERGES = "a0: &a0 {x: 1}\n" + "".join(
    f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 25)
)
HOSTILE = {
    "sixteen nested keys": "{" * 16 + "}" * 16,
    "question marks": "? " * 500 + "x",
    "fuzz of brackets": "{{[{" * 30 + "? [: - &a !b" + "}]" * 20,
    "billion laughs": BOMB,
    "merge bomb": MERGES,
    "brackets": "[" * (MAX_BYTES - 10),
    "braces": "{" * (MAX_BYTES - 10),
    "closed brackets": "[" * 50_000 + "]" * 50_000,
    "dashes": "- " * 100_000,
    "300 levels": "".join(" " * n + f"k{n}:\n" for n in range(300)),
    "a flow map of one megabyte": "{" + ", ".join(f"k{n}: v" for n in range(90_000)) + "}",
    "many values": "a: [" + "x," * (MAX_NODES + 10) + "x]",
    "one long text": "notes: " + "x" * (MAX_BYTES - 100),
    "one long quoted text": 'notes: "' + "x\n" * 300_000,
    "one long key": "x" * 5_000 + ": y",
    "long number": "since: " + "9" * 10_000,
    "tags": "!" * 10_000,
    "anchors": "&" * 10_000,
    "percents": "%" * 10_000,
    "quotes": "'" * 100_001,
    "pipes": "a: |\n" + "  x\n" * 100_000,
    "comments": "# x\n" * 200_000,
    "spaces": " " * 900_000,
    "newlines": "\n" * 900_000,
    "carriage returns": "a: b\r" * 10_000,
    "colons": ": " * 100_000,
    "nan": "priority: .nan\nsince: .inf\nclient: -.inf",
    "nul": "client: a\0b",
    "escape sequences": 'client: "\\e]52;c;aGk=\\a"',
    "half a character": 'client: "\\ud800"',
}
_OF = HOSTILE.items()


@pytest.mark.parametrize("text", [text for _, text in _OF], ids=[name for name, _ in _OF])
def test_t57_t59_a_hostile_text_is_refused_or_read_within_a_second(tmp_path, text):
    root = plan(tmp_path, text)
    before = snapshot(root)
    began = time.process_time()
    found = lint(load(root), TODAY)
    assert time.process_time() - began < 1
    assert any(one.path == ACME for one in found)
    assert all(len(one.message) < 400 for one in found)
    assert snapshot(root) == before


def test_t57_many_values_are_refused_by_number():
    _, (trouble,) = parse(HOSTILE["many values"])
    assert trouble.message == "more than 150,000 values in one file; split it"


def test_t57_fifty_megabytes_are_refused_unread(tmp_path):
    root = write_book(tmp_path)
    with (root / ACME).open("r+b") as file:
        file.truncate(50_000_000)
    (one,) = said(root, ACME)
    assert one[3] == "50,000,000 bytes; a plan has at most 1,048,576: split it"


def test_t57_no_hostile_text_takes_more_than_two_hundred_megabytes(tmp_path):
    resource = pytest.importorskip("resource")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for text in HOSTILE.values():
        load(plan(tmp_path, text))
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 200_000, f"{grown} kB"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("roles: {jane: &j Jane}", "is an anchor"),
        ("roles: {jane: *j}", "is an alias"),
        ("roles:\n  jane: {<<: *base}", "is an alias"),
        ("notes: !!python/object/apply:os.system [ls]", "is a tag"),
        ("notes: !x y", "is a tag"),
        ("---\nclient: Other plc", "begins a second document"),
        ("? {a: b}\n: c", "a key here is not a plain word"),
        ("notes: &a [*a]", "is an anchor"),
    ],
)
def test_t58_what_plans_do_not_use_is_refused_by_name(tmp_path, text, what):
    (one,) = said(plan(tmp_path, HEAD + text + "\n"), ACME)
    assert one[2] == "RP004"
    assert what in one[3]


def test_t58_a_directive_is_refused_by_name(tmp_path):
    (one,) = said(plan(tmp_path, "%YAML 1.1\n---\n" + HEAD), ACME)
    assert one[1:3] == (1, "RP004")


PIECES = [
    "a", ": ", "- ", "? ", "[", "]", "{", "}", ",", "#", "&a ", "*a", "!t ", "|\n", ">-\n", "'",
    '"', "%", "@", "`", "\n", "\n  ", "\n\t", "---\n", "...\n", "\\", "\x85", "\u2028", "\ufeff",
    "\x07", "~", "<<: ", "é", "\U0001f600", "0x1F", "2024-02-30", "=", "\r", "\r\n",
]  # fmt: skip


def _torture(count=3000):
    """Texts from pieces that matter to a YAML reader, the same ones in every run."""
    state = 20_261_125
    for _ in range(count):
        parts = []
        for _ in range(1 + state % 14):
            state = (state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407) % 2**64
            parts.append(PIECES[(state >> 33) % len(PIECES)])
        yield "".join(parts)


def test_t59_no_torture_text_gets_past_the_reader_without_a_tree_or_a_trouble(tmp_path):
    root = write_book(tmp_path)
    read = refused = 0
    for text in _torture():
        tree, troubles = parse(text)
        read += tree is not None
        refused += bool(troubles)
        for trouble in troubles:
            assert 0 <= trouble.offset <= len(text)
            assert trouble.message
    assert read > 300
    assert refused > 1000
    for text in list(_torture(150)):
        (root / ACME).write_bytes(text.encode("utf-8"))
        lint(load(root), TODAY)
        assert (root / ACME).read_bytes() == text.encode("utf-8")


def test_the_base_book_of_these_tests_has_nothing_to_say(tmp_path):
    assert said(write_book(tmp_path)) == []
    assert set(BASE) == {"relplan.yaml", ACME}


def test_a_folder_that_is_no_book_is_said_in_one_line(tmp_path):
    done = run("lint", book=tmp_path)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr == (
        f"relplan: no relplan.yaml in {tmp_path} or above it; change into a book, name one with"
        " --book, or start one with: relplan init\n"
    )
