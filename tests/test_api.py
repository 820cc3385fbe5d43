"""The book for scripts: docs/api.md holds word for word, and importing relplan stays cheap."""

import doctest
import os
import re
import subprocess
import sys
from datetime import UTC, date, datetime

import pytest
from books import BASE, TODAY, write_book
from guards import ROOT

import relplan
from relplan import api
from relplan.errors import Refused, SeveralFit, WrongUse

PAGE = ROOT / "docs" / "api.md"


@pytest.fixture
def book(tmp_path):
    return relplan.open_book(write_book(tmp_path / "book"))


def failures(text):
    """How many of a page's examples come out otherwise than it says."""
    parsed = doctest.DocTestParser().get_doctest(text, {}, "page", "page", 0)
    runner = doctest.DocTestRunner(verbose=False)
    runner.run(parsed, out=sys.stdout.write)
    return runner.summarize(verbose=False).failed


def test_the_page_holds_word_for_word(monkeypatch):
    monkeypatch.chdir(ROOT)
    text = PAGE.read_text(encoding="utf-8")
    assert text.count(">>> ") > 20
    assert failures(text) == 0


def test_an_example_that_is_false_is_noticed(capsys):
    assert failures(">>> 1 + 1\n3\n") == 1
    assert "Expected" in capsys.readouterr().out


def test_every_method_and_property_has_an_example_on_the_page():
    text = PAGE.read_text(encoding="utf-8")
    public = [one for one in vars(api.OpenBook) if not one.startswith("_")]
    assert len(public) >= 14
    assert [one for one in public if not re.search(rf">>> .*\.{one}\b", text)] == []


def script():
    """The script that stands at the top of the page."""
    (found,) = re.findall(
        r"^```python\n(.*?)```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    return found


def test_the_script_of_the_page_takes_five_lines_and_runs():
    assert len([line for line in script().splitlines() if line]) <= 5
    env = {**os.environ, "RELPLAN_NO_CACHE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", script()],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Raj Malhotra · promised on 17 Nov" in done.stdout


def test_the_script_of_readme_is_the_one_of_the_page():
    assert script() in (ROOT / "README.md").read_text(encoding="utf-8")


def mypy(tmp_path, text):
    pytest.importorskip("mypy")
    (tmp_path / "script.py").write_text(text, encoding="utf-8")
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "mypy",
            "--strict",
            "--cache-dir",
            str(tmp_path / "cache"),
            "script.py",
        ],
        cwd=tmp_path,
        env={**os.environ, "MYPYPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    ).stdout


def test_a_firm_s_script_is_checked_by_mypy(tmp_path):
    good = (
        f'{script()}\nreveal_type(book.plans["acme"].roles["jane"].name)\nreveal_type(item.due)\n'
    )
    said = mypy(tmp_path, good)
    assert re.findall(r'Revealed type is "(.*)"', said) == ["str", "datetime.date"] or re.findall(
        r'Revealed type is "(.*)"', said
    ) == ["builtins.str", "datetime.date"]
    assert "Success" in said, said
    assert 'has no attribute "ownr"' in mypy(tmp_path, script() + '\nbook.plans["acme"].ownr\n')


def imported(line):
    asked = (
        f"import sys; before = set(sys.modules); {line}; print(*sorted(set(sys.modules) - before))"
    )
    return subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()


def test_importing_relplan_imports_nothing_else():
    assert imported("import relplan") == ["relplan"]


def test_opening_a_book_imports_what_reads_it():
    found = imported("import relplan; relplan.open_book('examples/team')")
    assert "relplan.api" in found
    assert not {"typer", "rich", "jinja2"} & {*found}


def test_what_cannot_be_read_is_told_and_stops_nothing(tmp_path):
    broken = {"clients/beta.yaml": "client: [\n"}
    book = relplan.open_book(write_book(tmp_path / "book", broken))
    assert list(book.plans) == ["acme"]
    assert [(one.path, one.severity) for one in book.faults] == [("clients/beta.yaml", "error")]


def test_a_book_is_found_from_inside_and_from_the_working_folder(tmp_path, monkeypatch):
    root = write_book(tmp_path / "book")
    assert relplan.open_book(root / "clients").root == root
    monkeypatch.chdir(root / "clients")
    assert relplan.open_book().root == root


def test_no_book_is_wrong_use(tmp_path):
    with pytest.raises(WrongUse, match=r"^no relplan\.yaml in "):
        relplan.open_book(tmp_path)


def test_an_interrupted_change_is_refused_and_left_to_the_commands(tmp_path):
    root = write_book(tmp_path / "book")
    (root / ".relplan-pending").mkdir()
    with pytest.raises(
        Refused, match=r"^a change of several files was interrupted in .*finishes it$"
    ):
        relplan.open_book(root)
    assert (root / ".relplan-pending").is_dir()


def test_nothing_can_be_set(book):
    with pytest.raises(TypeError):
        book.plans["acme"] = None
    with pytest.raises(AttributeError, match="frozen"):
        book.plans["acme"].owner = "ben"
    with pytest.raises(AttributeError):
        book.plans = {}


def test_days_are_dates_or_exact_texts(book):
    texts = book.due("2026-11-25", until="2027-11-25")
    assert texts
    assert texts == book.due(TODAY, until=date(2027, 11, 25))
    assert texts == book.due(datetime(2026, 11, 25, 23, 59, tzinfo=UTC), until="2027-11-25")
    with pytest.raises(WrongUse, match=r"`tomorrow`"):
        book.due("tomorrow")


def test_today_is_told_by_the_environment(book, monkeypatch):
    monkeypatch.setenv("RELPLAN_TODAY", "2027-01-12")
    assert [one.kind for item in book.due() for one in item.reasons] == ["review", "contact"]


def test_names_are_taken_as_the_commands_take_them(tmp_path):
    book = relplan.open_book(
        write_book(tmp_path / "book", {"clients/acton.yaml": "client: Acton Ltd\npriority: B\n"})
    )
    assert book.find("acme plc") == book.find("acm") == "acme"
    with pytest.raises(SeveralFit) as several:
        book.find("ac")
    assert [one for one, _ in several.value.candidates] == ["acme", "acton"]
    with pytest.raises(WrongUse):
        book.touches("nobody")
    with pytest.raises(WrongUse):
        book.due(TODAY, owner="nobody")


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({"select": ["RP999x"]}, r"^`RP999x` is no rule"),
        ({"ignore": ["single-thread"]}, r"did you mean RP402 \(single-threaded\)\?"),
        ({"profile": "all"}, r"^profile 'all': write one of starter, team, strict$"),
    ],
)
def test_a_choice_of_rules_that_means_nothing_is_wrong_use(book, asked, why):
    with pytest.raises(WrongUse, match=why):
        book.lint(TODAY, **asked)


def test_rules_are_chosen_as_on_the_command_line(tmp_path):
    thin = {"relplan.yaml": BASE["relplan.yaml"] + "lint: {profile: starter}\n"}
    book = relplan.open_book(write_book(tmp_path / "book", thin))
    assert len(book.lint(TODAY)) < len(book.lint(TODAY, profile="strict"))
    assert [one.code for one in book.lint(TODAY, profile="strict")] == ["RP411"]
    assert [one.code for one in book.lint(TODAY, select=["RP411"])] == ["RP411"]
    assert book.lint(TODAY, profile="strict", ignore=["RP4"]) == ()


def test_a_prospect_has_touches_and_no_judgements(tmp_path):
    files = {
        "prospects/arvo.yaml": "prospect: Arvo\nroles: {lena: Lena Voss}\n",
        "touches/arvo.yaml": "- {date: 2026-11-03, with: [lena], by: ben}\n",
    }
    book = relplan.open_book(write_book(tmp_path / "book", files))
    assert [one.by for one in book.touches("arvo")] == ["ben"]
    assert book.last_touch("arvo", "lena", "2026-11-02") is None
    with pytest.raises(WrongUse):
        book.judge("arvo")
