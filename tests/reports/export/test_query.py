import sqlite3
import subprocess
import sys

import guards
import pytest
from exports import acme, naughty, quay, source

from relplan.errors import Refused, WrongUse
from relplan.reports.export import query as module
from relplan.reports.export.query import ask

ENDLESS = "with recursive a(x) as (select 1 union all select x + 1 from a) select {} from a"
STOPPED = (
    "the query was stopped: too much {}; join on keys, add a `limit`,"
    " or write the book to a file with: relplan export --format sqlite"
)


def test_a_query_is_answered_in_the_order_of_its_columns():
    found = ask(source(quay()), "select name, client from people where id = 'berit'")
    assert found.columns == ("name", "client")
    assert found.rows == [("Berit Sund", "harbour")]


@pytest.mark.parametrize(
    "query",
    [
        "select value from people, json_each(interests)",
        "select name from pragma_table_info('people')",
        "pragma table_info(people)",
        "pragma foreign_key_list(people)",
        "explain query plan select * from due",
        "select bm25(search), snippet(search, 3, '', '', '', 5) from search where search match 'a'",
        "select t.* from touches t join touches_fts f on f.rowid = t.rowid where touches_fts match 'a'",
        "with a as (select 1) select * from a;",
        "values (1), (2)",
        "select count(*) over () from people",
        "select sql from sqlite_master",
    ],
)
def test_whatever_only_reads_is_answered(query):
    ask(source(quay()), query)


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("delete from people", "delete"),
        ("insert into people(id) values ('x')", "insert"),
        ("update people set name = 'x'", "update"),
        ("drop table people", "drop"),
        ("create table x(a)", "create"),
        ("create temp table x(a)", "create"),
        ("create virtual table x using fts5(a)", "create"),
        ("alter table people add x", "alter"),
        ("attach '{path}' as x", "attach"),
        ("vacuum into '{path}'", "vacuum"),
        ("vacuum", "vacuum"),
        ("begin", "begin"),
        ("savepoint x", "savepoint"),
        ("reindex", "reindex"),
        ("analyze", "analyze"),
        ("pragma query_only = off", "pragma query_only"),
        ("pragma writable_schema = on", "pragma writable_schema"),
        ("pragma journal_mode = delete", "pragma journal_mode"),
        ("pragma temp_store_directory = '{path}'", "pragma temp_store_directory"),
        ("select load_extension('{path}')", "load_extension"),
        ("with a as (select 1) delete from people", "delete"),
        ("insert into search(search) values ('rebuild')", "insert"),
        ("update sqlite_master set sql = ''", "update"),
    ],
)
def test_what_does_not_only_read_is_told_so_and_leaves_nothing(query, word, tmp_path):
    path = tmp_path / "x.db"
    with pytest.raises(WrongUse) as told:
        ask(source(quay()), query.format(path=path))
    assert str(told.value) == f"a query only reads here, and `{word}` does not; write a select"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("query", ["", " ", "-- a remark", ";"])
def test_a_query_that_asks_nothing_is_told_so(query):
    with pytest.raises(WrongUse) as told:
        ask(source(quay()), query)
    assert str(told.value) == "nothing is asked here; write a query, such as: select * from due"


def test_a_query_without_end_is_stopped(monkeypatch):
    monkeypatch.setattr(module, "_STEPS", 1_000_000)
    with pytest.raises(Refused) as told:
        ask(source(acme()), ENDLESS.format("max(x)"))
    assert str(told.value) == STOPPED.format("work")


@pytest.mark.parametrize(("limit", "what"), [("_ROWS", "x"), ("_CHARACTERS", "'long text'")])
def test_an_answer_without_end_is_stopped(monkeypatch, limit, what):
    monkeypatch.setattr(module, limit, 1000)
    with pytest.raises(Refused) as told:
        ask(source(acme()), ENDLESS.format(what))
    assert str(told.value) == STOPPED.format("output")


_GREEDY = (
    "import sys; sys.path[:0] = ['tests']\n"
    "from exports import quay, source\n"
    "from relplan.reports.export import query\n"
    "query._HEAP = 1 << 23\n"
    f"query.ask(source(quay()), {ENDLESS.format('x, hex(zeroblob(9999))') + ' order by x desc'!r})"
)


def test_a_query_that_wants_all_memory_is_stopped():
    # In a process of its own: the limit of SQLite's memory cannot be raised again.
    done = subprocess.run(
        [sys.executable, "-c", _GREEDY],
        cwd=guards.ROOT,
        env={"PYTHONPATH": "src", "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr.splitlines()[-1].endswith(STOPPED.format("memory"))


def test_a_stop_at_the_keyboard_is_no_fault_of_the_query(monkeypatch):
    def stop(_self):
        raise KeyboardInterrupt

    monkeypatch.setattr(module._Watch, "step", stop)
    with pytest.raises(KeyboardInterrupt):
        ask(source(acme()), ENDLESS.format("max(x)"))


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("select verdict from initiatives limit 1", True),
        ("select count(verdict = 'sales') from open_initiatives", True),
        ("select * from initiatives limit 1", True),
        ("select what from initiatives limit 1", False),
        ("select * from people limit 1", False),
        ("select * from search where search match 'night'", False),
    ],
)
def test_the_judge_is_asked_only_for_a_verdict(monkeypatch, query, asked):
    from relplan.analysis.verdicts import Verdicts

    calls = []
    judge = Verdicts.of
    monkeypatch.setattr(Verdicts, "of", lambda *words: calls.append(1) or judge(*words))
    ask(source(quay()), query)
    assert bool(calls) == asked


def test_a_verdict_is_answered():
    found = ask(source(quay()), "select verdict from initiatives where id = 'night-shift'")
    assert found.rows == [("relationship",)]


def test_bytes_that_are_no_text_are_answered():
    found = ask(source(acme()), "select cast(x'80' as text), x'00ff'")
    assert found.rows == [("\ufffd", b"\x00\xff")]


def test_a_harmful_text_is_an_answer_like_any_other():
    found = ask(source(naughty()), "select name from people where name like '%drop table%'")
    assert found.rows == [("'); drop table people; --",)]


def test_nothing_is_left_on_a_disk(tmp_path, monkeypatch):
    monkeypatch.setenv("SQLITE_TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    ask(source(quay()), "select a.name from people a, people b, people c, people d order by 1")
    assert list(tmp_path.iterdir()) == []
    assert sqlite3.sqlite_version_info >= (3, 37)
