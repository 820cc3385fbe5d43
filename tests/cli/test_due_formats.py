import csv
import io
import json
import subprocess
import sys

import pytest
from icalendar import Calendar
from scenes import write_book
from typer.testing import CliRunner

from relplan.cli.app import app
from relplan.cli.due_formats import FORMATS

KEY = "  max: {name: Max Stone, cadence: never, influence: high}\n"


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    return write_book(tmp_path / "book")


def due(root, *words):
    day = ["--today", "2026-11-25", "--all", "--book", str(root)]
    return CliRunner().invoke(app, ["due", *day, *words])


def test_plain_is_what_a_pipe_gets(root):
    assert due(root).stdout == due(root, "--format", "plain").stdout
    assert due(root, "--json").stdout == due(root, "--format", "json").stdout


def test_every_format_names_who_is_due_and_tells_no_trouble(root):
    for form in FORMATS:
        found = due(root, "--format", form)
        assert (found.exit_code, found.stderr) == (0, "")
        assert "Jane Porter" in found.stdout


def test_a_table_in_a_file_is_cut_nowhere(root):
    note = "a very long note " * 20
    log = f"- {{date: 2026-10-12, with: [jane], by: amara, note: {note.strip()}}}\n"
    write_book(root, touches__acme=log)
    found = due(root, "--format", "table").stdout
    assert "…" not in found
    assert found.split().count("long") == 20


def test_an_unknown_format_and_two_at_once_are_wrong_use(root):
    found = due(root, "--format", "xml")
    assert found.exit_code == 2
    assert found.stderr == (
        "relplan: --format 'xml': write one of table, plain, json, csv, markdown, ics\n"
    )
    both = due(root, "--json", "--format", "csv")
    assert both.exit_code == 2
    assert both.stderr == "relplan: --json and --format csv: write one of the two\n"


def test_explain_needs_a_form_that_has_room_for_it(root):
    for form in ("table", "plain", "json"):
        assert "touches/acme.yaml" in due(root, "--explain", "--format", form).stdout
    found = due(root, "--explain", "--format", "ics")
    assert found.exit_code == 2
    assert found.stderr == (
        "relplan: --explain has no place in ics; write one of table, plain, json\n"
    )


def test_json_names_the_inputs_when_asked(root):
    (item,) = json.loads(due(root, "--json", "--explain").stdout)["items"]
    assert item["reasons"][0]["inputs"][0] == {
        "line": 1,
        "path": "touches/acme.yaml",
        "text": "- {date: 2026-10-12, with: [jane], by: amara, how: lunch, note: Worried about the new rules}",
        "what": "last touch",
    }
    assert "inputs" not in due(root, "--json").stdout


def test_a_calendar_is_bytes_with_its_own_line_ends(root):
    found = due(root, "--format", "ics")
    assert found.stdout_bytes.startswith(b"BEGIN:VCALENDAR\r\n")
    assert len(Calendar.from_ical(found.stdout_bytes).walk("VEVENT")) == 1


def test_what_a_spreadsheet_has_no_place_for_goes_to_stderr(root):
    write_book(root, clients__other="client: Other\npriority: B\nroles:\n" + KEY)
    found = due(root, "--format", "csv", "--top", "1")
    assert len(list(csv.reader(io.StringIO(found.stdout)))) == 2
    assert found.stderr == "relplan: without a cadence, though they matter: Max Stone, Other\n"


def test_an_empty_calendar_says_on_stderr_why(root):
    found = due(root, "--format", "ics", "--kind", "pitch")
    assert found.stderr == "relplan: 0 due: no pitch is waiting in these plans\n"


HEAVY = ("icalendar", "dateutil", "rich", "jinja2", "markdown_it", "ruamel")


@pytest.mark.parametrize("form", ["plain", "json"])
def test_the_morning_list_imports_nothing_that_only_other_forms_need(root, form):
    code = (
        "import sys; from typer.testing import CliRunner; from relplan.cli.app import app\n"
        "before = set(sys.modules)\n"
        f"words = ['due', '--all', '--book', {str(root)!r}, '--today', '2026-11-25']\n"
        f"done = CliRunner().invoke(app, [*words, '--format', {form!r}])\n"
        "assert 'Jane Porter' in done.stdout\n"
        f"print(sorted((set(sys.modules) - before) & {set(HEAVY)!r}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
