import csv
import io
import json
import sqlite3

import pytest
import vobject
from icalendar import Calendar
from scenes import write_book
from typer.testing import CliRunner

from relplan.cli.app import app
from relplan.cli.complete import export_formats, tables


@pytest.fixture
def book(tmp_path):
    return write_book(tmp_path / "book")


@pytest.fixture
def run(book):
    options = ["--book", str(book), "--today", "2026-11-25"]
    return lambda *words: CliRunner().invoke(app, ["export", *map(str, words), *options])


def test_a_table_is_printed_as_csv(run):
    done = run("--format", "csv", "--table", "people")
    assert (done.exit_code, done.stderr) == (0, "")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [row["name"] for row in rows] == ["Jane Porter", "Raj Patel"]


def test_excel_gets_its_mark_its_separator_and_no_formula(run, book):
    text = (book / "clients" / "acme.yaml").read_text()
    (book / "clients" / "acme.yaml").write_text(text.replace("0113 4960", "+44 113 4960"))
    done = run("--format", "csv", "--table", "people", "--bom", "--separator", "semicolon")
    assert done.stdout_bytes.startswith(b"\xef\xbb\xbfclient;id;name;")
    assert ";'+44 113 4960;" in done.stdout
    raw = run("--format", "csv", "--table", "people", "--raw")
    assert ",+44 113 4960," in raw.stdout


def test_a_folder_gets_a_file_for_each_table_and_view(run, tmp_path):
    done = run("--format", "csv", "--out", tmp_path / "out")
    assert done.exit_code == 0
    names = {one.name for one in (tmp_path / "out").iterdir()}
    assert {"people.csv", "touches.csv", "initiatives.csv", "due.csv", "coverage.csv"} <= names
    assert len(names) == 31
    assert f"{tmp_path / 'out' / 'people.csv'}: 2 rows\n" in done.stdout


def test_a_folder_in_which_one_of_them_is_there_is_left_as_it_is(run, tmp_path):
    (tmp_path / "out").mkdir()
    taken = tmp_path / "out" / "touches.csv"
    taken.write_text("mine")
    done = run("--format", "csv", "--out", tmp_path / "out")
    assert (done.exit_code, done.stdout) == (3, "")
    assert done.stderr == (
        f"relplan: {taken} is there already; add --force to replace it, or name another\n"
    )
    assert [one.name for one in (tmp_path / "out").iterdir()] == ["touches.csv"]
    assert run("--format", "csv", "--out", tmp_path / "out", "--force").exit_code == 0
    assert taken.read_text() != "mine"


def test_the_files_name_says_the_format(run, tmp_path):
    for name in ("a.sqlite", "a.db", "a.json", "a.jsonl", "a.vcf", "a.ics"):
        done = run("--out", tmp_path / name)
        assert (done.exit_code, done.stderr) == (0, "")
    made = sqlite3.connect(tmp_path / "a.db")
    assert made.execute("select count(*) from touches").fetchone() == (2,)
    made.close()
    assert json.loads((tmp_path / "a.json").read_text())["version"] == 1
    assert len((tmp_path / "a.jsonl").read_text().splitlines()) > 5
    cards = vobject.readComponents((tmp_path / "a.vcf").read_bytes().decode())
    assert [one.fn.value for one in cards] == ["Jane Porter", "Raj Patel"]
    assert Calendar.from_ical((tmp_path / "a.ics").read_bytes()).walk("VEVENT")


def test_what_is_printed_is_what_is_written(run, tmp_path):
    for form in ("json", "jsonl", "sqlite", "vcard", "ical"):
        run("--format", form, "--out", tmp_path / form)
        assert run("--format", form).stdout_bytes == (tmp_path / form).read_bytes()


def test_the_same_book_and_day_make_the_same_file(run, tmp_path):
    for name in ("a.sqlite", "b.sqlite"):
        run("--out", tmp_path / name)
    assert (tmp_path / "a.sqlite").read_bytes() == (tmp_path / "b.sqlite").read_bytes()


def test_a_dry_run_writes_nothing(run, tmp_path):
    done = run("--out", tmp_path / "a.sqlite", "--dry-run")
    assert done.stdout == f"{tmp_path / 'a.sqlite'}: 26 tables and 5 views, not written\n"
    folder = run("--format", "csv", "--out", tmp_path / "out", "--dry-run")
    assert folder.exit_code == 0
    assert [one.name for one in tmp_path.iterdir()] == ["book"]


def test_nothing_is_written_into_the_books_own_folders(run, book):
    done = run("--out", book / "clients" / "a.json")
    assert done.exit_code == 3
    assert "lies in the book's own clients; write it to another place" in done.stderr
    assert [one.name for one in (book / "clients").iterdir()] == ["acme.yaml"]


def test_cards_of_one_member_with_notes(run):
    done = run("--format", "vcard", "--owner", "amara", "--notes")
    (card,) = vobject.readComponents(done.stdout_bytes.decode())
    assert card.fn.value == "Jane Porter"
    assert card.contents["interest"][0].value == "sailing"


def test_one_client_by_a_part_of_its_name(run):
    done = run("--format", "json", "--client", "manufact", "--table", "clients")
    assert [one["id"] for one in json.loads(done.stdout)["tables"]["clients"]] == ["acme"]
    assert run("--format", "json", "--client", "zzz").exit_code == 2


def test_the_list_looks_as_far_ahead_as_is_said(run):
    near = json.loads(run("--format", "json", "--ahead", "1d", "--table", "due_items").stdout)
    far = json.loads(run("--format", "json", "--ahead", "1y", "--table", "due_items").stdout)
    assert near["until"] == "2026-11-26"
    assert len(near["tables"]["due_items"]) < len(far["tables"]["due_items"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "this names no format; write --format csv, json, jsonl, sqlite, vcard or ical"),
        (
            ("--format", "cvs"),
            (
                "--format: `cvs` is not one of the words for this; did you mean csv?"
                " (csv, json, jsonl, sqlite, vcard or ical)"
            ),
        ),
        (
            ("--format", "csv"),
            (
                "csv holds one table a file; name one with --table, such as --table people,"
                " or a folder for all with --out"
            ),
        ),
        (
            ("--out", "all.csv"),
            (
                "csv holds one table a file; name one with --table, such as --table people,"
                " or a folder for all with --out"
            ),
        ),
        (("--format", "json", "--raw"), "--raw says nothing with --format json; it is for csv"),
        (
            ("--format", "csv", "--owner", "ben"),
            "--owner says nothing with --format csv; it is for vcard or ical",
        ),
        (
            ("--format", "sqlite", "--table", "people"),
            "--table says nothing with --format sqlite; it is for csv, json or jsonl",
        ),
        (
            ("--format", "csv", "--table", "people", "--separator", "|"),
            "--separator '|': write comma, semicolon or tab",
        ),
        (
            ("--format", "json", "--ahead", "soon"),
            (
                "--ahead: `soon` is not a length of time; write 30d, 6w, 2m, 1y, weekly, fortnightly,"
                " monthly, quarterly, yearly or P6W"
            ),
        ),
    ],
)
def test_wrong_use_is_told_what_to_write(run, words, said):
    done = run(*words)
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", f"relplan: {said}\n")


def test_another_table_is_told_the_nearest(run):
    done = run("--format", "csv", "--table", "peple")
    assert done.exit_code == 2
    assert done.stderr.startswith(
        "relplan: --table: there is no table `peple`; did you mean people? the tables are book,"
    )


def test_what_cannot_be_read_is_named_and_the_rest_is_there(run, book):
    (book / "clients" / "swale.yaml").write_text("client: [", encoding="utf-8")
    done = run("--format", "json", "--table", "clients")
    assert done.exit_code == 1
    assert len(json.loads(done.stdout)["tables"]["clients"]) == 1
    assert "clients/swale.yaml:1:" in done.stderr


def test_a_terminal_gets_no_bytes_and_no_raw_text(run, monkeypatch):
    import sys

    said = "relplan: this is nothing for a terminal; write it to a file with --out\n"
    from relplan.cli import exporting

    class Terminal:
        stdout = type("Out", (), {"isatty": staticmethod(lambda: True)})

    monkeypatch.setattr(exporting, "sys", Terminal)
    for words in (("--format", "sqlite"), ("--format", "csv", "--table", "people", "--raw")):
        done = run(*words)
        assert (done.exit_code, done.stdout, done.stderr) == (2, "", said)
    assert sys.stdout is not None


def test_tab_offers_formats_and_tables():
    assert export_formats("j") == ["json", "jsonl"]
    assert tables("touch") == ["touches", "touch_people", "touches_per_month"]


def test_redacted_it_tells_roles_and_no_names(run):
    done = run("--format", "json", "--redact", "--client", "acme")
    assert (done.exit_code, done.stderr) == (0, "")
    people = json.loads(done.stdout)["tables"]["people"]
    assert all(row["name"].replace(" ", "-") == row["id"] for row in people)
    assert not any(word in done.stdout for word in ("Jane", "jane", "Porter", "Acme", "acme"))


def test_redacted_texts_stay_only_when_asked_for(run):
    texts = [
        [row["note"] for row in json.loads(done.stdout)["tables"]["touches"]]
        for done in (
            run("--format", "json", "--redact"),
            run("--format", "json", "--redact", "--keep-texts"),
        )
    ]
    assert not any(texts[0])
    assert any(texts[1])


def test_keeping_texts_needs_redaction(run):
    done = run("--format", "json", "--keep-texts")
    assert done.exit_code == 2
    assert "--keep-texts says nothing without --redact; write both" in done.stderr
