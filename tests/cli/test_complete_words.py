import re
from types import SimpleNamespace

import pytest
import typer.main
from guards import ROOT

from relplan.cli import complete_words, schema
from relplan.cli.app import COMMANDS, Commands
from relplan.cli.complete_words import listed, plan_kinds, rules

NAMING = re.compile(
    r"CLIENT|PROSPECT|PERSON|MEMBER|INITIATIVE|CAMPAIGN|WEAKNESS|RULE|\bOLD\b|KIND|PROFILE|FORMAT"
    r"|SEVERITY|PATH\b|TOPIC"
)
"""What a metavar says of a parameter whose words are known before they are typed."""
NEW = {("add goal", "goal")}
"""Parameters that only sound so: the words of a goal that is not there yet."""


def commands():
    """Every command and subcommand with its parameters."""
    group = Commands(name="relplan")
    for name in COMMANDS:
        yield from _below(group.get_command(None, name), name)


def _below(command, name):
    for sub, one in getattr(command, "commands", {}).items():
        yield from _below(one, f"{name} {sub}")
    yield name, command.params


def bare(found):
    """The parameters that name something and for which TAB offers nothing."""
    return [
        (name, one.name)
        for name, params in found
        for one in params
        if NAMING.search(one.metavar or "")
        and "=" not in one.metavar  # shells offer nothing behind it
        and one._custom_shell_complete is None
        and (name, one.name) not in NEW
    ]


def test_tab_offers_something_for_every_parameter_that_names_something():
    assert bare(commands()) == []


def test_a_parameter_without_an_offer_is_noticed():
    app = typer.Typer()

    @app.command()
    def one(who: str = typer.Argument(metavar="CLIENT")):
        pass

    params = typer.main.get_command(app).params
    assert bare([("one", params)]) == [("one", "who")]


def test_what_the_commands_of_a_plan_take_is_offered():
    offered = {
        (name, one.name) for name, params in commands() for one in params if one.metavar == "CLIENT"
    }
    assert {("log", "client"), ("repair start", "client"), ("map", "client")} <= offered


def context(root):
    return SimpleNamespace(params={"book": root})


def test_rules_are_offered_by_code_and_by_name_with_their_titles(tmp_path):
    ctx = context(tmp_path)
    assert rules(ctx, "rp301") == rules(ctx, "RP301")
    assert dict(rules(ctx, "sales-plan-"))["sales-plan-initiative"]
    assert rules(ctx, "RP203,single-threaded-") == [
        ("RP203,single-threaded-ours", dict(rules(ctx, "RP405"))["RP405"])
    ]


def test_every_rule_is_offered(tmp_path):
    from relplan.rules.catalogue import PAGES

    offered = {word for word, _ in rules(context(tmp_path), "")}
    assert offered == {word for one in PAGES for word in (one.code, one.name)}


def test_a_lost_manual_offers_no_rules(tmp_path, monkeypatch):
    from relplan.files import packaged

    monkeypatch.setattr(packaged, "_PACKAGE", tmp_path / "src" / "relplan")
    assert rules(context(tmp_path), "RP") == []


def test_lists_that_are_kept_apart_are_those_that_there_are():
    from relplan.model.schema import KINDS
    from relplan.reports.formats import FORMATS

    assert tuple(FORMATS) == complete_words.OUTPUT_FORMATS
    assert tuple(KINDS) == schema.KINDS


@pytest.mark.parametrize(
    ("module", "name", "typed", "offered"),
    [
        ("rules.choose", "PROFILES", "st", ["starter", "strict"]),
        ("diagnostics", "SEVERITIES", "e", ["error"]),
        ("model.choices", "DEFAULT_TIERS", "pr", ["principal"]),
    ],
)
def test_the_words_of_a_table_are_offered(module, name, typed, offered):
    assert listed(module, name)(typed) == offered


def test_kinds_are_those_that_rename_takes_for_a_plan():
    assert plan_kinds("") == [
        *["person", "strength", "weakness", "goal", "initiative", "value"],
        *["colleague", "step", "homework", "metric", "practice"],
    ]
    assert plan_kinds("st") == ["strength", "step"]


def test_the_manual_is_in_the_wheel():
    assert '"docs" = "relplan/docs"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
