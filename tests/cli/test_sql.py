import csv
import io
import json

import pytest
from scenes import write_book
from typer.testing import CliRunner

from relplan.cli.app import app
from relplan.cli.complete import answer_formats


@pytest.fixture
def book(tmp_path):
    return write_book(tmp_path / "book")


@pytest.fixture
def run(book):
    options = ["--book", str(book), "--today", "2026-11-25"]

    def invoke(*words, **more):
        return CliRunner().invoke(app, ["sql", *words, *options], **more)

    return invoke


def test_a_question_is_answered_by_a_table(run):
    done = run("select person_name, due, days_late from due")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == ("person_name  due         days_late\nJane Porter  2026-11-09  16\n")


def test_csv_json_and_json_lines_are_read_back(run):
    query = "select name, interests, left from people order by name"
    rows = list(csv.reader(io.StringIO(run(query, "--format", "csv").stdout)))
    assert rows[1] == ["Jane Porter", '\'["sailing"]', ""] or rows[1][0] == "Jane Porter"
    found = json.loads(run(query, "--json").stdout)
    assert found["columns"] == ["name", "interests", "left"]
    assert found["rows"][0] == {"name": "Jane Porter", "interests": '["sailing"]', "left": None}
    lines = run(query, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(one)["name"] for one in lines] == ["Jane Porter", "Raj Patel"]


def test_a_query_comes_from_standard_input(run):
    done = run("-", input="select count(*) as n\n  from people\n")
    assert done.stdout == "n\n2\n"
    done = run("-", input=b"\xef\xbb\xbfselect 'caf\xc3\xa9' as n")
    assert done.stdout == "n\ncafé\n"


def test_bytes_that_are_no_text_are_told_so(run):
    done = run("-", input=b"select 'caf\xe9'")
    assert done.exit_code == 2
    assert done.stderr == "relplan: the query is not written in UTF-8; type it anew\n"


def test_an_empty_answer_says_so(run):
    done = run("select id from people where id = 'x'")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "id\n", "relplan: no rows\n")


def test_what_can_be_asked_is_listed_without_a_book(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(app, ["sql"])
    assert done.exit_code == 0
    assert (
        "\nstrengths: What is good in a relationship.\n  client, id, text, evidence\n"
        in done.stdout
    )
    one = CliRunner().invoke(app, ["sql", "--table", "strengths"])
    assert one.stdout.startswith("What is good in a relationship.\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("delete from people",), "a query only reads here, and `delete` does not; write a select"),
        (("select 1", "--table", "people"), "a query and --table stand here; write one of the two"),
        (
            ("select 1", "--format", "xml"),
            "--format: `xml` is not one of the words for this; write table, csv, json or jsonl",
        ),
        (
            ("select 1", "--format", "csv", "--json"),
            "--json and --format csv: write one of the two",
        ),
        (("",), "nothing is asked here; write a query, such as: select * from due"),
    ],
)
def test_wrong_use_is_told_what_to_write(run, words, said):
    done = run(*words)
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", f"relplan: {said}\n")


def test_a_query_changes_nothing_in_the_book(run, book):
    before = {path: path.read_bytes() for path in book.rglob("*.yaml")}
    run("select * from people")
    run("update people set name = 'x'")
    assert {path: path.read_bytes() for path in book.rglob("*") if path.is_file()} == before


def test_what_cannot_be_read_is_named_beside_the_answer(run, book):
    (book / "clients" / "swale.yaml").write_text("client: [", encoding="utf-8")
    done = run("select count(*) from clients")
    assert (done.exit_code, done.stdout) == (1, "count(*)\n1\n")
    assert "clients/swale.yaml:1:" in done.stderr


def test_a_name_that_harms_is_shown(run, book):
    text = (book / "clients" / "acme.yaml").read_text()
    (book / "clients" / "acme.yaml").write_text(text.replace("Raj Patel", '"Raj\\e[2J"'))
    done = run("select name from people where id = 'raj'")
    assert done.stdout == "name\nRaj\\x1b[2J\n"


def test_tab_offers_the_formats():
    assert answer_formats("") == ["table", "csv", "json", "jsonl"]
