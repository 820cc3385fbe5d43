"""`relplan rename`: every mention, no other byte, all files or none."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from books import BASE, write_book
from typer.testing import CliRunner

from relplan.cli.app import app
from relplan.files.book import load
from relplan.files.journal import PENDING

FILES = {
    "relplan.yaml": BASE["relplan.yaml"].replace("tier: senior}", "tier: senior, away: {from: 2026-12-01, to: 2026-12-03, cover: ben}}", 1)
    + "tiers: {boss: {contacts: 3}}\nlint: {per_client: {acme: {ignore: [RP401]}}}  # acme is ours\n",
    "clients/acme.yaml": (
        "# raj is Raj; ben knows him\r\nclient: Acme plc\r\nowner: ben\r\npriority: A\r\nteam: [amara, ben]\r\n"
        "roles:\r\n  jane: {name: Jane, reports_to: raj, influences: [raj]}\r\n"
        "  'raj':   # raj\r\n    name: Raj Patel\r\n    ours: \"ben\"\r\n"
        "weaknesses: {slow: We are slow}\r\n"
        "goals:\r\n  raj-first:\r\n    goal: They call\r\n    answers: slow\r\n    initiatives:\r\n"
        "      teach: {what: A day for raj, owner: ben, for: [jane,\r\n        raj]}\r\n"
        "review: {held: {2026-10-01: {with: [raj], ours: ben, decided: [{what: Go, owner: ben}]}}}\r\n"
    ),
    "touches/acme.yaml": (
        "- {date: 2026-11-01, with: [raj], by: ben, how: call, for: teach, note: raj and ben}\n"
        "# raj\n"
        "- {date: 2026-11-02, by: ben, void: '2026-11-01 jane, raj'}"
    ),
    "prospects/zen.yaml": (
        "prospect: Zen\nowner: ben\nvoice: ben\ncore_team: [ben]\n"
        "roles: {raj: {name: Another Raj}}\nours: {hale: {name: Hale, force: neutral}}\n"
        "steps:\n  won: {what: Won, needs: asked, people: {raj: neutral, ben: propellent, hale: neutral}}\n"
        "  asked: {what: Asked}\n"
    ),
    "touches/zen.yaml": "- {date: 2026-11-01, with: raj, by: ben, how: call}\n",
    "campaigns/stock.yaml": (
        "proposition: Stock\nowner: ben\ncohort: {clients: [acme], prospects: [zen]}\n"
        "pitches:\n  - {date: 2026-11-01, at: acme, to: raj, by: ben}\n"
        "  - {date: 2026-11-01, at: zen, to: raj, by: ben}\n"
    ),
    "reviews/acme/2026-10-01.md": b"# Acme, with raj\n\xff",
}  # fmt: skip


@pytest.fixture
def root(tmp_path):
    return write_book(tmp_path / "book", FILES)


def rename(root, *words):
    return CliRunner().invoke(app, ["rename", "--book", str(root), *words])


def texts(root):
    """Every file of the book but what git or relplan keep for themselves."""
    return {
        one.relative_to(root).as_posix(): one.read_bytes()
        for one in root.rglob("*")
        if one.is_file() and not one.name.startswith(".")
    }


def changed(before, after):
    """Path to the pairs of lines that differ."""
    return {
        path: [
            (old.decode(), new.decode())
            for old, new in zip(before[path].split(b"\n"), after[path].split(b"\n"), strict=True)
            if old != new
        ]
        for path in before
        if path in after and before[path] != after[path]
    }


def test_a_person_is_renamed_wherever_the_book_means_them(root):
    before = texts(root)
    done = rename(root, "acme", "raj", "rajesh")
    assert done.exit_code == 0, done.stderr
    assert changed(before, texts(root)) == {
        "clients/acme.yaml": [
            ("  jane: {name: Jane, reports_to: raj, influences: [raj]}\r", "  jane: {name: Jane, reports_to: rajesh, influences: [rajesh]}\r"),
            ("  'raj':   # raj\r", "  'rajesh':   # raj\r"),
            ("        raj]}\r", "        rajesh]}\r"),
            (
                "review: {held: {2026-10-01: {with: [raj], ours: ben, decided: [{what: Go, owner: ben}]}}}\r",
                "review: {held: {2026-10-01: {with: [rajesh], ours: ben, decided: [{what: Go, owner: ben}]}}}\r",
            ),
        ],
        "touches/acme.yaml": [
            (
                "- {date: 2026-11-01, with: [raj], by: ben, how: call, for: teach, note: raj and ben}",
                "- {date: 2026-11-01, with: [rajesh], by: ben, how: call, for: teach, note: raj and ben}",
            ),
            ("- {date: 2026-11-02, by: ben, void: '2026-11-01 jane, raj'}", "- {date: 2026-11-02, by: ben, void: '2026-11-01 jane, rajesh'}"),
        ],
        "campaigns/stock.yaml": [
            ("  - {date: 2026-11-01, at: acme, to: raj, by: ben}", "  - {date: 2026-11-01, at: acme, to: rajesh, by: ben}"),
        ],
    }  # fmt: skip


def test_success_prints_each_line_with_its_place(root):
    done = rename(root, "acme", "slow", "late")
    assert done.stdout == (
        "clients/acme.yaml:11: weaknesses: {late: We are slow}\n"
        "clients/acme.yaml:15:     answers: late\n"
    )
    assert done.stderr == ""


def test_a_dry_run_prints_a_diff_that_git_applies_and_writes_nothing(root):
    before = texts(root)
    done = rename(root, "client", "acme", "acme-plc", "--dry-run")
    assert texts(root) == before
    assert "rename from clients/acme.yaml\nrename to clients/acme-plc.yaml\n" in done.stdout
    patch = rename(root, "member", "ben", "benjamin", "--dry-run").stdout_bytes
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    subprocess.run(["git", "apply"], cwd=root, input=patch, check=True)
    applied = texts(root)
    write_book(root, FILES)
    assert rename(root, "member", "ben", "benjamin").exit_code == 0
    assert texts(root) == applied


def test_a_member_is_renamed_in_every_file(root):
    before = texts(root)
    assert rename(root, "member", "ben", "benjamin").exit_code == 0
    after = texts(root)
    assert set(changed(before, after)) == {
        path for path in FILES if not path.startswith("reviews/")
    }
    words = b"benjamin"
    assert {path: text.count(words) for path, text in after.items() if words in text} == {
        "relplan.yaml": 2, "clients/acme.yaml": 6, "touches/acme.yaml": 2, "prospects/zen.yaml": 4,
        "touches/zen.yaml": 1, "campaigns/stock.yaml": 3,
    }  # fmt: skip
    assert b"note: raj and ben}" in after["touches/acme.yaml"]


def test_a_client_s_files_move_along_with_its_packs_and_its_mentions(root):
    before = texts(root)
    (root / "clients/acme.yaml").chmod(0o600)
    done = rename(root, "client", "acme", "acme-plc")
    assert done.exit_code == 0, done.stderr
    assert done.stdout.splitlines()[:3] == [
        "clients/acme-plc.yaml: moved here from clients/acme.yaml",
        "touches/acme-plc.yaml: moved here from touches/acme.yaml",
        "reviews/acme-plc/2026-10-01.md: moved here from reviews/acme/2026-10-01.md",
    ]
    after = texts(root)
    for path in ("clients/acme.yaml", "touches/acme.yaml", "reviews/acme/2026-10-01.md"):
        assert after[path.replace("acme", "acme-plc")] == before[path]
        assert not (root / path).exists()
    assert not (root / "reviews/acme").exists()
    assert (root / "clients/acme-plc.yaml").stat().st_mode & 0o777 == 0o600
    assert b"{per_client: {acme-plc: {ignore: [RP401]}}}  # acme is ours" in after["relplan.yaml"]
    assert after["campaigns/stock.yaml"].count(b"acme-plc") == 2


@pytest.mark.parametrize(
    ("words", "path", "text"),
    [
        (["prospect", "zen", "zenith"], "touches/zenith.yaml", "with: raj"),
        (["prospect", "zen", "zenith"], "campaigns/stock.yaml", "prospects: [zenith]"),
        (["campaign", "stock", "shelf"], "campaigns/shelf.yaml", "proposition: Stock"),
        (["tier", "boss", "partner"], "relplan.yaml", "tiers: {partner: {contacts: 3}}"),
        (["acme", "teach", "teaching"], "touches/acme.yaml", "for: teaching,"),
        (["acme", "raj-first", "call-us"], "clients/acme.yaml", "  call-us:\r\n"),
        (["zen", "asked", "heard"], "prospects/zen.yaml", "needs: heard,"),
        (["zen", "hale", "marcus"], "prospects/zen.yaml", "marcus: neutral}"),
        (["zen", "raj", "rajesh"], "prospects/zen.yaml", "people: {rajesh: neutral"),
        (["Acme plc", "raj", "no"], "clients/acme.yaml", 'reports_to: "no"'),
    ],
)
def test_every_kind_of_id_can_be_renamed(root, words, path, text):
    done = rename(root, *words)
    assert done.exit_code == 0, done.stderr
    assert text in (root / path).read_bytes().decode()
    assert not [one for one in load(root).diagnostics if one.severity == "error"]


def test_there_and_back_again_is_the_same_book(root):
    before = texts(root)
    for words in (["acme", "raj"], ["member", "ben"], ["client", "acme"], ["acme", "teach"]):
        there = "acme-2" if words[0] == "client" else "new"
        assert rename(root, *words, there).exit_code == 0
        back = rename(root, words[0], there, words[1])
        assert back.exit_code == 0, back.stderr
        assert texts(root) == before


WRONG = {
    "an id that cannot be one": (["acme", "raj", "Raj P"], 2, "`Raj P` cannot be an id"),
    "a word that nothing is called": (["acme", "rag", "x"], 2, "nothing in the plan of acme has the id 'rag'; did you mean raj?"),
    "a part of an id": (["member", "be", "x"], 2, "no member has the id 'be'; did you mean ben?"),
    "no near one": (["tier", "xxxxx", "x"], 2, "no tier has the id 'xxxxx'; there are: boss"),
    "a client that is none": (["nobody", "raj", "x"], 2, "no client 'nobody'"),
    "a kind that is none": (["acme", "raj", "x", "--kind", "hero"], 2, "--kind: 'hero' is none of person, strength,"),
    "another kind": (["acme", "raj", "x", "--kind", "goal"], 2, "no goal in the plan of acme has the id 'raj'; there are: raj-first"),
    "a kind for a client": (["client", "acme", "x", "--kind", "goal"], 2, "--kind is for what stands in a plan; a client is renamed without it"),
    "a person's id that is taken": (["acme", "raj", "jane"], 3, "`jane` is there already; choose another id; nothing was changed"),
    "a client's id that is taken": (["client", "acme", "zen"], 3, "`zen` is there already (prospects/zen.yaml); choose another id; nothing was changed"),
    "a member's id that is taken": (["member", "ben", "amara"], 3, "`amara` is there already"),
    "a name that one of ours has in a step": (["zen", "raj", "hale"], 3, "prospects/zen.yaml:8: "),
    "a name that the team has in a step": (["zen", "hale", "ben"], 3, "prospects/zen.yaml:8: `ben` is there already; nothing was changed"),
    "a tier that no file defines": (["tier", "senior", "x"], 2, "no tier has the id 'senior'; there are: boss"),
}  # fmt: skip


@pytest.mark.parametrize(("words", "code", "said"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_renamed_says_why_and_changes_nothing(root, words, code, said):
    before = texts(root)
    done = rename(root, *words)
    assert (done.exit_code, done.stdout) == (code, "")
    assert said in done.stderr
    assert texts(root) == before


SPOILT = {
    "a log that cannot be read": ("touches/acme.yaml", "- {date: b: c\n", ["acme", "raj", "x"], "what touches/acme.yaml mentions is not known; mend it first; nothing was changed:\ntouches/acme.yaml:1: "),
    "a campaign that cannot be read": ("campaigns/c.yaml", "a: [\n", ["acme", "raj", "x"], "what campaigns/c.yaml mentions is not known"),
    "a plan elsewhere, for a member": ("clients/other.yaml", "a: [\n", ["member", "ben", "x"], "what clients/other.yaml mentions is not known"),
    "a key that stands twice": ("prospects/zen.yaml", "prospect: Z\nroles: {a: A}\nroles: {b: B}\n", ["zen", "a", "x"], "prospects/zen.yaml:3: "),
    "a plan that cannot be read": ("clients/acme.yaml", "a: b: c\n", ["acme", "raj", "x"], "this plan cannot be read:\nclients/acme.yaml:1:"),
    "a new id that the log names already": ("touches/zen.yaml", "- {date: 2026-11-01, with: [rajesh], by: ben}\n", ["zen", "raj", "rajesh"], "touches/zen.yaml:1: `rajesh` stands here already and would come to mean another"),
    "an id in two goals": ("clients/two.yaml", "client: Two\npriority: A\ngoals: {a: {goal: A, initiatives: {i: I}}, b: {goal: B, initiatives: {i: I}}}\n", ["two", "i", "x"], "`i` stands in the goals a and b, and a log does not say which it means; rename one of them in your editor; nothing was changed"),
    "an id of two kinds": ("clients/two.yaml", "client: Two\npriority: A\nroles: {ops: Op}\nweaknesses: {ops: None}\n", ["two", "ops", "x"], "`ops` is a person and a weakness here; say which with --kind person"),
    "a client that is a prospect too": ("prospects/acme.yaml", "prospect: Acme\nowner: ben\n", ["prospect", "acme", "x"], "clients/acme.yaml and prospects/acme.yaml share touches/acme.yaml, and only you know which lines are whose; rename one of the two files yourself; nothing was changed"),
    "packs under the new id": ("reviews/x/2026-01-01.md", "", ["client", "acme", "x"], "reviews/x is there already; choose another id; nothing was changed"),
    "a log under the new id": ("touches/x.yaml", "", ["client", "acme", "x"], "touches/x.yaml is there already; nothing was changed"),
    "a campaign under the new id": ("campaigns/x.yaml", "proposition: X\n", ["campaign", "stock", "x"], "`x` is there already (campaigns/x.yaml); choose another id; nothing was changed"),
    "a folder among the packs": ("reviews/acme/old/a.md", "", ["client", "acme", "x"], "reviews/acme/old cannot be read (Is a directory); nothing was changed"),
}  # fmt: skip


@pytest.mark.parametrize(("path", "text", "words", "said"), SPOILT.values(), ids=SPOILT)
def test_a_book_in_doubt_is_left_alone(root, path, text, words, said):
    write_book(root, {**FILES, path: text})
    before = texts(root)
    done = rename(root, *words)
    assert done.exit_code in (2, 3)
    assert said in done.stderr
    assert texts(root) == before


def test_the_kind_tells_two_things_of_one_id_apart(root):
    text = "client: Two\npriority: A\nroles: {ops: Op}\nweaknesses: {ops: None}\n"
    write_book(root, {**FILES, "clients/two.yaml": text})
    assert rename(root, "two", "ops", "x", "--kind", "weakness").exit_code == 0
    assert "roles: {ops: Op}\nweaknesses: {x: None}\n" in (root / "clients/two.yaml").read_text(
        "utf-8"
    )


def test_a_fault_that_is_there_already_does_not_stand_in_the_way(root):
    plan = FILES["clients/acme.yaml"].replace(
        "name: Raj Patel", "name: Raj Patel\r\n    since: long ago"
    )
    log = FILES["touches/acme.yaml"] + "\n- {date: 2026-11-03, with: [zoe], by: ben}\n"
    write_book(root, {**FILES, "clients/acme.yaml": plan, "touches/acme.yaml": log})
    done = rename(root, "acme", "raj", "rajesh")
    assert done.exit_code == 0, done.stderr
    assert "'rajesh':   # raj" in (root / "clients/acme.yaml").read_text("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_is_not_moved(root):
    (root / "clients/acme.yaml").rename(root / "elsewhere.yaml")
    (root / "clients/acme.yaml").symlink_to("../elsewhere.yaml")
    done = rename(root, "client", "acme", "x")
    assert done.exit_code == 3
    assert "clients/acme.yaml is a link; move it yourself; nothing was changed" in done.stderr
    assert rename(root, "acme", "raj", "rajesh").exit_code == 0
    assert b"'rajesh':" in (root / "elsewhere.yaml").read_bytes()


def test_the_same_id_is_nothing_to_change(root):
    done = rename(root, "acme", "raj", "raj")
    assert (done.exit_code, done.stderr) == (0, "nothing to change: it says so already\n")


DYING = """
import os, signal, sys
from pathlib import Path
true, seen, last = Path.replace, [], int(sys.argv.pop(1))
def dying(self, target):
    seen.append(1)
    if len(seen) == last:
        os.kill(os.getpid(), signal.SIGKILL)
    return true(self, target)
Path.replace = dying
from relplan.__main__ import main
sys.argv[0] = "relplan"
main()
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is of POSIX")
@pytest.mark.parametrize("words", [["member", "ben", "benjamin"], ["client", "acme", "acme-plc"]])
def test_a_rename_that_is_killed_at_any_file_is_all_or_nothing(tmp_path, words):
    old = texts(write_book(tmp_path / "old", FILES))
    whole = write_book(tmp_path / "new", FILES)
    assert rename(whole, *words).exit_code == 0
    new = texts(whole)
    env = {**os.environ, "RELPLAN_NO_CACHE": "1"}  # the files of a cache are replaced as well
    for nth in range(1, 20):
        root = write_book(tmp_path / str(nth), FILES)
        line = [sys.executable, "-c", DYING, str(nth), "rename", *words, "--book", str(root)]
        ended = subprocess.run(line, capture_output=True, check=False, env=env)
        if ended.returncode == 0:
            assert nth > 5, "too few files are replaced: the test proves nothing"
            assert texts(root) == new
            return
        assert ended.returncode == -signal.SIGKILL, ended.stderr
        CliRunner().invoke(app, ["show", "zen", "--book", str(root), "--today", "2026-11-25"])
        assert texts(root) == (old if nth == 1 else new)
        assert not (root / PENDING).exists()
    pytest.fail("files are replaced without end")


def test_what_is_logged_while_people_are_renamed_is_never_lost_and_never_names_a_stranger(root):
    def run(*words):
        line = [sys.executable, "-m", "relplan", *words, "--book", str(root)]
        return subprocess.run(line, capture_output=True, text=True, check=False)

    def logs(note):
        """One colleague logs, and again when they are refused."""
        for _ in range(20):
            done = run("log", "acme", "Raj Patel", "--by", "ben", "-m", note)
            if done.returncode == 0:
                return
            assert done.returncode == 3, done.stderr
            assert "was renamed or removed by somebody in this moment" in done.stderr

    with ThreadPoolExecutor(8) as both:
        logged = [both.submit(logs, f"call {number}") for number in range(16)]
        for old, new in pairwise(["raj", "raj-1", "raj-2", "raj-3"]):
            done = run("rename", "acme", old, new)
            assert done.returncode == 0, done.stderr
        for one in logged:
            one.result()
    loaded = load(root)
    assert not [one for one in loaded.diagnostics if one.severity == "error"]
    notes = [touch.note for touch in loaded.book.touches["acme"][2:]]
    assert sorted(notes) == sorted(f"call {number}" for number in range(16))


def test_a_log_that_waited_for_a_rename_refuses_instead_of_beginning_a_file(root, monkeypatch):
    from relplan.files import log

    true = log.write.rewrite

    def renamed_before(path, change, inside):
        monkeypatch.setattr(log.write, "rewrite", true)
        assert rename(root, "client", "acme", "acme-plc").exit_code == 0
        return true(path, change, inside)

    monkeypatch.setattr(log.write, "rewrite", renamed_before)
    words = ["log", "acme", "raj", "--by", "ben", "-m", "hello", "--today", "2026-11-25"]
    done = CliRunner().invoke(app, [*words, "--book", str(root)])
    assert done.exit_code == 3
    assert done.stderr == (
        "relplan: `acme` was renamed or removed by somebody in this moment; log it again; nothing was"
        " written, the line is:\n- {date: 2026-11-25, with: [raj], by: ben, how: call, note: hello}\n"
    )
    assert not (root / "touches/acme.yaml").exists()


@pytest.mark.parametrize(
    "words", [["acme", "raj", "rajesh"], ["member", "ben", "benjamin"], ["acme", "teach", "x"]]
)
def test_a_log_whose_words_were_renamed_meanwhile_is_refused(root, monkeypatch, words):
    from relplan.files import log

    true = log.write.rewrite

    def renamed_before(path, change, inside):
        monkeypatch.setattr(log.write, "rewrite", true)
        assert rename(root, *words).exit_code == 0
        return true(path, change, inside)

    monkeypatch.setattr(log.write, "rewrite", renamed_before)
    typed = ["log", "acme", "raj", "--by", "ben", "--for", "teach", "-m", "hello"]
    done = CliRunner().invoke(app, [*typed, "--book", str(root)])
    assert done.exit_code == 3
    assert f"`{words[1]}` was renamed or removed" in done.stderr
    assert b"hello" not in (root / "touches/acme.yaml").read_bytes()


def test_a_log_goes_on_when_only_something_else_was_changed(root, monkeypatch):
    from relplan.files import log

    true = log.write.rewrite

    def changed_before(path, change, inside):
        (root / "clients/acme.yaml").write_text(
            FILES["clients/acme.yaml"] + "notes: New\n", "utf-8"
        )
        return true(path, change, inside)

    monkeypatch.setattr(log.write, "rewrite", changed_before)
    done = CliRunner().invoke(app, ["log", "acme", "raj", "--by", "ben", "--book", str(root)])
    assert done.exit_code == 0, done.stderr
