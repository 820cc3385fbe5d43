"""The pages of the manual by topic."""

import re

import pytest
from guards import ROOT

from relplan.errors import WrongUse
from relplan.reports import topics as manual


def test_every_page_of_docs_is_a_topic_but_those_for_developers():
    names = {path.stem for path in (ROOT / "docs").glob("*.md")}
    assert {*manual.topics()} == names - {
        "architecture",
        "decisions",
        "format.intro",
        "export.intro",
    }
    assert {"format", "due", "git", "lint", "exit-codes", "api"} <= {*manual.topics()}


def test_every_topic_says_what_it_is_about():
    assert all(manual.topics().values())
    assert manual.listed().startswith("api ")


@pytest.mark.parametrize(
    ("topic", "file"),
    [("due", "due.md"), ("judge", "judgement.md"), ("Format", "format.md"), ("rule", "rules.md")],
)
def test_a_page_is_the_text_of_its_file(topic, file):
    assert manual.page(topic) == (ROOT / "docs" / file).read_text(encoding="utf-8")
    assert manual.has_page(topic)


@pytest.mark.parametrize(
    ("topic", "said"),
    [
        ("judg", r"^there is no page about 'judg'; did you mean judge\? The topics are: api, "),
        ("exitcodes", r"did you mean exit-codes\?"),
        ("../README", r"^there is no page about '../README'; the topics are: api, "),
        ("architecture", r"^there is no page about 'architecture'"),
    ],
)
def test_an_unknown_topic_lists_those_that_there_are(topic, said):
    with pytest.raises(WrongUse, match=said):
        manual.page(topic)


def test_every_variable_of_the_environment_is_on_its_page():
    page = manual.page("environment")
    sources = (ROOT / "src").rglob("*.py")
    named = {
        one
        for path in sources
        for one in re.findall(r"RELPLAN_[A-Z]+(?:_[A-Z]+)*", path.read_text("utf-8"))
    }
    assert {one for one in named - {"RELPLAN_COMPLETE"} if f"`{one}`" not in page} == set()


def test_every_exit_code_is_on_its_page():
    from relplan import errors

    page = manual.page("exit-codes")
    raised = {
        one.exit_code
        for one in vars(errors).values()
        if isinstance(one, type) and issubclass(one, errors.RelplanError)
    }
    assert [code for code in (*raised, 0, 1, 70, 130) if f"| {code} |" not in page] == []


def shown(monkeypatch, capsys, text, lines):
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("LINES", str(lines))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("PAGER", "cat")
    manual.show(text)
    return capsys.readouterr().out


def test_a_terminal_gets_it_wrapped_and_laid_out(monkeypatch, capsys):
    out = shown(monkeypatch, capsys, manual.page("exit-codes"), 100)
    assert max(map(len, out.splitlines())) <= 60
    assert "│" not in out.splitlines()[-1]
    assert "relplan lint --fail-on" in out
    assert "| --- |" not in out


def test_a_long_page_goes_through_a_pager(monkeypatch, capsys):
    from rich.console import Console

    asked = []
    real = Console.pager

    def pager(self, *words, **options):
        asked.append(options)
        return real(self, *words, **options)

    monkeypatch.setattr(Console, "pager", pager)
    shown(monkeypatch, capsys, manual.page("exit-codes"), 100)
    assert asked == []
    out = shown(monkeypatch, capsys, manual.page("exit-codes"), 5)
    assert asked == [{"styles": False}]
    assert "a defect of relplan itself" in out


def test_comments_of_a_page_are_not_shown(monkeypatch, capsys):
    out = shown(monkeypatch, capsys, "# A\n<!-- made by a tool -->\ntext\n", 100)
    assert "made by" not in out
    assert "text" in out
