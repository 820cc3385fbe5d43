import json

import guards
import pytest
import repositories
from typer.testing import CliRunner

from relplan.cli.app import app

SALES_PLAN = str(guards.ROOT / "examples" / "sales-plan")
run = CliRunner().invoke


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("RELPLAN_CACHE", str(tmp_path / "cache"))


def test_a_text_in_quotes_is_judged():
    done = run(app, ["judge", "Present our full service range to procurement"])
    assert done.exit_code == 0
    assert done.stdout.startswith("SALES")
    assert "such as:" in done.stdout


def test_a_client_is_judged_as_a_table():
    done = run(app, ["judge", "northgate", "--book", SALES_PLAN])
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0].split() == ["verdict", "tests", "initiative", "why"]
    assert "9 initiatives: " in done.stdout


def test_the_whole_book_is_judged_by_name():
    book = str(guards.ROOT / "examples" / "team")
    done = run(app, ["judge", "--book", book])
    assert "Acme Manufacturing plc\nverdict" in done.stdout


def test_lines_are_answered_in_order_and_bad_ones_named():
    given = (
        '{"id": 1, "text": "Lunch with Jane"}\n'
        "no json\n"
        '{"id": 2}\n\n'
        '{"id": 3, "text": "Present our credentials", "invests": 5}\n'
        '{"id": 4, "text": "Spend a day in their warehouse", "invests": "a day"}\n'
    )
    done = run(app, ["judge", "--jsonl"], input=given)
    assert done.exit_code == 1
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [1, 4]
    assert done.stderr.splitlines() == [
        'relplan: line 2: not JSON; write one {"id": …, "text": …} a line',
        'relplan: line 3: no `text`; write {"id": …, "text": …}',
        "relplan: line 5: `invests`, `learns` and `illustrates` are texts here, or left out",
    ]


def test_more_lines_than_one_sitting_keep_their_order():
    given = "".join(f'{{"id": {n}, "text": "Lunch number {n}"}}\n' for n in range(150))
    done = run(app, ["judge", "--jsonl"], input=given)
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == list(range(150))


def test_json_names_each_initiative_by_its_place():
    done = run(app, ["judge", "northgate", "--json", "--book", SALES_PLAN])
    ids = [json.loads(line)["id"] for line in done.stdout.splitlines()]
    assert len(ids) == 9
    assert all(id_.startswith("northgate/") for id_ in ids)


def test_history_shows_how_verdicts_changed(tmp_path):
    book = tmp_path / "book"
    book.mkdir()
    repositories.git(book, "init", "-q", ".")
    plan = "client: Acme\npriority: A\ngoals: {{g: {{goal: They call, initiatives: {{a: {}}}}}}}\n"
    sells, gives = (
        "Present our full service range to procurement",
        "Interview five of their customers, unpaid",
    )
    repositories.commit(book, "2026-01-10", relplan="firm: F\n", clients__acme=plan.format(sells))
    repositories.commit(book, "2026-03-10", clients__acme=plan.format(f'"{gives}"'))
    done = run(app, ["judge", "acme", "--since", "2026-02-01", "--book", str(book)])
    assert done.stdout.splitlines() == [
        "Acme",
        f"  2026-02-01  sales         a: {sells}",
        f"  2026-03-10  relationship  a: {gives}",
    ]


def test_without_git_the_history_says_so(tmp_path):
    (tmp_path / "clients").mkdir()
    (tmp_path / "relplan.yaml").write_text("firm: F\n")
    (tmp_path / "clients" / "acme.yaml").write_text("client: Acme\npriority: A\n")
    done = run(app, ["judge", "--since", "2026-02-01", "--book", str(tmp_path)])
    assert "no history yet" in done.stderr


def test_a_day_that_is_none_is_wrong_use():
    done = run(app, ["judge", "--since", "soon", "--book", SALES_PLAN])
    assert done.exit_code == 2
    assert "--since: `soon` is not a date" in done.stderr
