"""`relplan import`: previewed, written all or none, and the second time nothing."""

import pytest
from books import BASE, write_book
from typer.testing import CliRunner

from relplan.cli.app import app
from relplan.files.book import load

CARDS = """\
BEGIN:VCARD
VERSION:3.0
FN:Jane Porter
TITLE:CFO
EMAIL:jane@acme.example
PHOTO;ENCODING=b:AAAA
END:VCARD
BEGIN:VCARD
VERSION:2.1
N;QUOTED-PRINTABLE:Gr=C3=B6=C3=9F;J=C3=BCrgen
TEL;WORK:=1+1 0113 496
NOTE;QUOTED-PRINTABLE:one=0D=0A=
two
END:VCARD
"""
MEETINGS = """\
BEGIN:VCALENDAR
BEGIN:VEVENT
DTSTART:20261103T100000
SUMMARY:Close clinic
ATTENDEE:mailto:jane@acme.example
END:VEVENT
END:VCALENDAR
"""
WITH_MAIL = BASE["clients/acme.yaml"].replace(
    "Jane Porter,", "Jane Porter, email: jane@acme.example,"
)


@pytest.fixture
def root(tmp_path):
    (tmp_path / "c.vcf").write_text(CARDS, encoding="utf-8")
    (tmp_path / "m.ics").write_text(MEETINGS, encoding="utf-8")
    return write_book(tmp_path / "book")


def run(root, *words, file="c.vcf", stdin=None):
    given = ["import", "acme", str(root.parent / file), *words, "--book", str(root)]
    return CliRunner().invoke(app, [*given, "--today", "2026-11-25"], input=stdin)


def plan(root):
    return (root / "clients/acme.yaml").read_text("utf-8")


PREVIEW = (
    "changed     jane: Jane Porter  (c.vcf:1)\n"
    "              title: CFO\n"
    "              email: jane@acme.example\n"
    "new         Jürgen Größ, =1+1 0113 496, with notes  (c.vcf:8)\n"
    "left out    photo has no place in a plan: c.vcf:6\n"
    "1 new, 1 changed\n"
)


def test_the_preview_comes_first_and_nothing_is_written_without_a_word(root):
    for words, code, said in (
        (["--dry-run"], 0, ""),
        ([], 3, "relplan: nothing was written; --yes writes what the preview shows\n"),
    ):
        done = run(root, *words)
        assert (done.exit_code, done.stdout, done.stderr) == (code, PREVIEW, said)
        assert plan(root) == BASE["clients/acme.yaml"]


def test_yes_writes_what_the_preview_showed_and_the_second_time_nothing(root):
    done = run(root, "--yes")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == PREVIEW + (
        "clients/acme.yaml:5:   jane: {name: Jane Porter, role: decision-maker, ours: ben,"
        " title: CFO, email: jane@acme.example}\n"
        'clients/acme.yaml:6:   jurgen-gro: {name: Jürgen Größ, phone: "=1+1 0113 496",'
        ' notes: "one\\ntwo"}\n'
    )
    assert not load(root).diagnostics
    before = plan(root)
    again = run(root, "--yes")
    assert (again.exit_code, again.stdout.splitlines()[-1]) == (0, "2 the same")
    assert plan(root) == before


def test_who_is_ambiguous_is_left_out_until_it_is_said(root):
    (root.parent / "c.vcf").write_text("BEGIN:VCARD\nFN:Jane Poter\nTITLE:CFO\nEND:VCARD\n")
    done = run(root, "--yes")
    assert (done.exit_code, done.stderr) == (
        1,
        "relplan: 1 ambiguous and left out; say who it is, such as --is 1=jane\n",
    )
    assert plan(root) == BASE["clients/acme.yaml"]
    assert run(root, "--yes", "--is", "1=jane").exit_code == 0
    assert "title: CFO" in plan(root)
    assert run(root, "--yes", "--is", "1=new").exit_code == 0
    assert "jane-poter: {name: Jane Poter, title: CFO}" in plan(root)


def test_on_a_terminal_it_is_asked_and_enter_leaves_out(root, monkeypatch):
    (root.parent / "c.vcf").write_text("BEGIN:VCARD\nFN:Jane Poter\nTITLE:CFO\nEND:VCARD\n")
    monkeypatch.setattr("relplan.cli.importing.on_a_terminal", lambda: True)
    assert run(root, stdin="\n").exit_code == 1
    assert plan(root) == BASE["clients/acme.yaml"]
    done = run(root, stdin="nobody\njane\ny\n")
    assert (done.exit_code, "title: CFO" in plan(root)) == (0, True)
    assert "no person 'nobody'; type an id, or new" in done.stderr


def test_only_some_are_taken(root):
    done = run(root, "--only", "new", "--dry-run")
    assert done.stdout.splitlines()[-1] == "1 new, 1 not chosen"
    assert run(root, "--company", "Borg", "--dry-run").stdout == "2 not chosen\n"


def test_a_table_is_mapped_by_options_and_by_the_settings(root):
    (root.parent / "c.csv").write_text("Wer;Funktion 1\nNora Field;COO\n")
    refused = run(root, "--yes", file="c.csv")
    assert (refused.exit_code, "no line of headers with a name is found" in refused.stderr) == (
        2,
        True,
    )
    done = run(root, "--map", "Wer=name", "--map", "Funktion 1=title", "--dry-run", file="c.csv")
    assert done.stdout.splitlines()[0] == "new         Nora Field, COO  (c.csv:2)"
    settings = root / "relplan.yaml"
    with settings.open("a") as end:
        end.write("import: {columns: {Wer: name, Funktion 1: title}}\n")
    assert run(root, "--dry-run", file="c.csv").stdout == done.stdout


def test_past_meetings_become_touches_once(root):
    (root / "clients/acme.yaml").write_text(WITH_MAIL)
    done = run(root, "--yes", "--me", "amara", file="m.ics")
    assert done.exit_code == 0, done.stderr
    assert done.stdout.splitlines()[-1] == (
        "touches/acme.yaml:1: - {date: 2026-11-03, with: [jane], by: amara, how: meeting,"
        " note: Close clinic}"
    )
    before = (root / "touches/acme.yaml").read_bytes()
    again = run(root, "--yes", "--me", "amara", file="m.ics")
    assert again.stdout.splitlines()[-1].startswith("0 new, 1 logged already; looked at 2026-08-26")
    assert (root / "touches/acme.yaml").read_bytes() == before
    assert "0 new; looked at 2026-11-10" in run(root, "--since", "2026-11-10", file="m.ics").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--yes", "--dry-run"], "--dry-run writes nothing; leave --yes or --dry-run out"),
        (["--is", "1"], "--is: '1' has two parts, such as 12=jane"),
        (["--map", "=x"], "--map: '=x' has two parts, such as \"Mail=email\""),
        (["--is", "5=jane"], "--is: nobody begins in line 5; take the line that the preview names"),
        (["--is", "8=jan"], "--is: no person 'jan'; there are: jane"),
    ],
)
def test_wrong_use_says_what_to_type(root, words, said):
    done = run(root, *words)
    assert (done.exit_code, done.stderr) == (2, f"relplan: {said}\n")


def test_people_and_meetings_are_not_mixed(root):
    done = run(root, str(root.parent / "m.ics"))
    assert done.stderr == (
        "relplan: people and meetings are imported one after the other; name one kind\n"
    )


def test_a_plan_whose_people_cannot_be_read_is_not_added_to(root):
    (root / "clients/acme.yaml").write_text(BASE["clients/acme.yaml"] + "roles2: x\n")
    assert run(root, "--dry-run").exit_code == 0
    broken = BASE["clients/acme.yaml"].replace("ours: ben}", "ours: ben}\n  raj: {title: COO}")
    (root / "clients/acme.yaml").write_text(broken)
    done = run(root, "--yes")
    assert done.exit_code == 3
    assert done.stderr == (
        "relplan: clients/acme.yaml: raj cannot be read; mend it first; nothing was changed\n"
    )


def test_a_prospect_gets_people_too(root):
    (root / "prospects").mkdir()
    (root / "prospects/arvo.yaml").write_text("prospect: Arvo\n")
    words = ["import", "arvo", str(root.parent / "c.vcf"), "--yes", "--book", str(root)]
    assert CliRunner().invoke(app, [*words, "--today", "2026-11-25"]).exit_code == 0
    assert "jane-porter:" in (root / "prospects/arvo.yaml").read_text("utf-8")
