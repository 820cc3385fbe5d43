import json
import sqlite3
import subprocess
import sys
from contextlib import closing

import guards
import pytest
from exports import NAUGHTY, acme, naughty, quay, source
from scenes import book, jane

from relplan.errors import Refused
from relplan.reports.export import database as module
from relplan.reports.export.database import as_bytes, database
from relplan.reports.export.tables import TABLES


@pytest.fixture
def opened(tmp_path):
    """What another reader of SQLite sees of the file."""
    made = []

    def open_(of):
        path = tmp_path / f"{len(made)}.sqlite"
        path.write_bytes(as_bytes(of))
        made.append(sqlite3.connect(f"file:{path}?mode=ro", uri=True))
        return made[-1]

    yield open_
    for one in made:
        one.close()


def test_the_file_is_whole_strict_and_its_references_lead_somewhere(opened):
    found = opened(source(quay()))
    assert found.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert found.execute("pragma foreign_key_check").fetchall() == []
    assert found.execute("pragma user_version").fetchone() == (1,)
    strict = {row[1]: row[5] for row in found.execute("pragma table_list")}
    assert {strict[one.name] for one in TABLES} == {1}


def test_a_reference_names_the_columns_on_both_sides(opened):
    found = opened(source(quay()))
    for table in TABLES:
        for row in found.execute(f"pragma foreign_key_list({table.name})"):
            assert row[4] is not None, table.name


def test_it_holds_what_the_tables_hold(opened):
    of = source(quay())
    found = opened(of)
    for table in TABLES:
        kept = [
            [json.loads(one) if isinstance(one, str) and one[:1] == "[" else one for one in row]
            for row in found.execute(f"select * from {table.name}")
        ]
        assert kept == table.read(of), table.name


def test_every_column_can_be_asked_for_without_quotes(opened):
    found = opened(source(quay()))
    for table in TABLES:
        for name in table.names:
            found.execute(f"select {table.name}.{name}, {name} from {table.name} order by {name}")


def test_harmful_texts_are_kept_as_they_are(opened):
    found = opened(source(naughty()))
    texts = [one.replace("\r", "") for one in NAUGHTY]
    assert [row[0] for row in found.execute("select note from touches order by entry")] == texts
    assert {row[0] for row in found.execute("select name from people")} == {*texts}
    assert found.execute("select count(*) from people").fetchone() == (len(NAUGHTY),)


def test_words_are_found_whatever_their_accents(opened):
    found = opened(
        source(acme({"date": "2026-11-01", "note": "Léo asked for the depôt"}, notes="By phone"))
    )
    search = "select kind, client, id from search where search match ?"
    assert found.execute(search, ("depot",)).fetchall() == [("touch", "acme", "2026-11-01")]
    assert found.execute(search, ("phone",)).fetchall() == [("client", "acme", "acme")]
    joined = "select t.date from touches t join touches_fts f on f.rowid = t.rowid where f.note match 'leo'"
    assert found.execute(joined).fetchall() == [("2026-11-01",)]


def test_a_reference_that_leads_nowhere_is_empty_and_its_row_stays(opened):
    of = book(
        {"acme": {"owner": "zed", "roles": {"jane": jane(reports_to="nobody", ours="zed")}}},
        {"acme": [{"date": "2026-11-01", "with": ["jane", "ghost"], "by": "zed"}]},
    )
    found = opened(source(of))
    assert found.execute("pragma foreign_key_check").fetchall() == []
    assert found.execute("select owner from clients").fetchall() == [(None,)]
    assert found.execute("select reports_to, ours from people").fetchall() == [(None, None)]
    assert found.execute("select people, by from touches").fetchall() == [
        ('["jane", "ghost"]', None)
    ]
    assert found.execute("select person from touch_people").fetchall() == [("jane",)]


_TWICE = (
    "import sys; sys.path[:0] = ['tests']\n"
    "from hashlib import sha256; from exports import quay, source\n"
    "from relplan.reports.export.database import as_bytes\n"
    "print(sha256(as_bytes(source(quay()))).hexdigest())"
)


def test_the_same_book_and_day_make_the_same_bytes_in_any_process():
    found = {
        subprocess.run(
            [sys.executable, "-c", _TWICE],
            cwd=guards.ROOT,
            env={"PYTHONPATH": "src", "PYTHONHASHSEED": seed, "PATH": ""},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


def test_an_old_sqlite_is_told_so(monkeypatch):
    monkeypatch.setattr(module, "_NEEDED", (99, 0, 0))
    with pytest.raises(Refused) as refused:
        database(source(acme()))
    assert str(refused.value) == (
        f"the SQLite of this Python is {sqlite3.sqlite_version}; strict tables need 3.37,"
        " so use a newer Python"
    )


def test_an_sqlite_without_full_text_search_is_told_so(monkeypatch):
    monkeypatch.setattr(module, "_WORDS", "tokenize = 'none'")
    with pytest.raises(Refused) as refused:
        database(source(acme()))
    assert str(refused.value) == (
        "the SQLite of this Python lacks something (no such tokenizer: none); use another Python"
    )


def test_a_strict_table_takes_no_text_for_a_number():
    with closing(database(source(acme()))) as made, pytest.raises(sqlite3.IntegrityError):
        made.execute("update people set touches_in_a_year = 'many'")
