"""What the commands of every hour may import when the book's facts are kept: never by the clock."""

import json
import os
import subprocess
import sys

import pytest
from books import write_book

HEAVY = (
    "pydantic",
    "pydantic_core",
    "rich",
    "jinja2",
    "icalendar",
    "holidays",
    "ruamel",
    "wasmtime",
)
FILES = {
    "relplan.yaml": (
        "firm: Hartwell & Lowe\n"
        "team:\n  ben: {name: Ben Archer, tier: senior}\n  amara: {name: Amara, tier: principal}\n"
        "calendar: {working_days: mon-fri, holidays: GB-ENG}\n"
    ),
    "touches/acme.yaml": "- {date: 2026-11-03, with: [jane], by: ben, note: Asked for it}\n",
}
RUN = """
import json, sys
from relplan.__main__ import main
try:
    main()
except SystemExit:
    pass
found = {one.partition(".")[0] for one in sys.modules}
print("\\n" + json.dumps(sorted(found)), file=sys.stderr)
"""


@pytest.fixture
def book(tmp_path):
    return write_book(tmp_path / "book", FILES)


def imported(book, *words, **environment):
    """The modules that a command has imported when it ends."""
    env = {**os.environ, "RELPLAN_CACHE": str(book.parent / "cache"), "RELPLAN_ME": "ben"}
    env |= {"RELPLAN_TODAY": "2026-11-25", "RELPLAN_BOOK": str(book), **environment}
    line = [sys.executable, "-c", RUN, *words]
    done = subprocess.run(line, capture_output=True, text=True, check=True, env=env, cwd=book)
    return set(json.loads(done.stderr.splitlines()[-1])), done.stdout


def test_a_cold_list_reads_yaml_and_shows_that_this_test_can_fail(book):
    found, _ = imported(book, "due")
    assert {"yaml", "holidays"} <= found


def test_a_warm_list_reads_facts_alone(book):
    _, cold = imported(book, "due")
    found, warm = imported(book, "due")
    assert warm == cold
    assert "Jane Porter" in warm
    assert not found & {*HEAVY, "yaml"}


def test_not_even_a_cold_list_of_a_clean_book_loads_the_models(book):
    found, _ = imported(book, "due")
    assert not found & ({*HEAVY} - {"holidays"})


def test_a_touch_is_logged_without_the_models(book):
    imported(book, "due")
    found, out = imported(book, "log", "acme", "jane", "-m", "Worried")
    assert "note: Worried" in out
    assert not found & {*HEAVY}


def test_a_pack_of_a_clean_book_is_made_without_the_models(book):
    found, out = imported(book, "review", "acme")
    assert out.startswith("# Acme")
    assert not found & ({*HEAVY} - {"jinja2", "holidays"})


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("relplan log a", "acme"),
        ("relplan log acme j", "jane"),
        ("relplan due --owner b", "ben"),
        ("relplan rule RP30", "RP301"),
        ("relplan lint --select no-m", "no-mentor"),
        ("relplan lint --output-format sa", "sarif"),
        ("relplan set acme jane.st", "jane.stance"),
        ("relplan set acme jane.stance m", "mentor"),
        ("relplan rename acme j", "jane"),
        ("relplan review a", "acme"),
        ("relplan schema pl", "plan"),
        ("relplan help exi", "exit-codes"),
    ],
)
def test_completion_reads_facts_alone(book, typed, offered):
    imported(book, "due")
    found, out = imported(
        book,
        _RELPLAN_COMPLETE="complete_bash",
        COMP_WORDS=typed,
        COMP_CWORD=str(len(typed.split()) - 1),
    )
    assert offered in out
    assert not found & {*HEAVY, "yaml"}
