"""What lint makes of its options."""

import pytest
from books import write_book
from findings import finding

from relplan.cli import linting
from relplan.errors import WrongUse
from relplan.files.book import load
from relplan.rules.catalogue import OWN


def test_concise_goes_to_a_pipe_and_full_to_a_terminal(monkeypatch):
    assert linting.chosen_format(None, statistics=False) == "concise"
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert linting.chosen_format(None, statistics=False) == "full"


def test_words_that_mean_no_rule_are_named():
    with pytest.raises(WrongUse, match=r"^--ignore: `RP999` is no rule; "):
        linting.chosen_rules(None, ["RP2,RP999"], None, OWN.known)
    found = linting.chosen_rules(["RP2 RP3", "RP4"], None, "team", OWN.known)
    assert found.select == ["RP2", "RP3", "RP4"]


@pytest.mark.parametrize(
    ("severity", "least", "fails"),
    [
        ("error", "error", True),
        ("warning", "error", False),
        ("warning", "warning", True),
        ("advice", "warning", False),
        ("advice", "advice", True),
    ],
)
def test_findings_fail_from_a_severity_on(severity, least, fails):
    assert linting.fails([finding(severity=severity)], least) is fails
    assert not linting.fails([], least)


def test_all_files_are_looked_at_when_none_is_named(tmp_path):
    loaded = load(write_book(tmp_path, {"clients/b c.yaml": ""}))
    every = ["clients/acme.yaml", "clients/b c.yaml", "relplan.yaml"]
    assert linting.looked_at(None, loaded) == every
    assert linting.looked_at({"relplan.yaml", "clients/acme.yaml"}, loaded) == [every[0], every[2]]
