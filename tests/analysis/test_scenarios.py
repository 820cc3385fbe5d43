"""Runs the mornings of scenarios/ through the real reader and the real command."""

import json
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from relplan.cli.app import app

FOLDER = Path(__file__).parent / "scenarios"
KEYS = {"story", "today", "asked", "book", "due", "empty_because", "left_out", "says", "exit"}
WHOSE = ("--all", "--me", "--owner")
SETTINGS = (
    "firm: Hartwell & Lowe\n"
    "team:\n"
    "  amara: {name: Amara Okafor, tier: principal}\n"
    "  ben: {name: Ben Archer, tier: senior}\n"
    "  priya: {name: Priya Venkataraman, tier: senior}\n"
    "calendar: {working_days: mon-fri}\n"
)


def read(path):
    """The scenario, every value as the text that was typed."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def run(scenario, folder):
    """What `relplan due` says on that morning: the JSON, all texts for people, the exit code."""
    files = {"relplan.yaml": SETTINGS, **scenario["book"]}
    root = folder / "book"
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    asked = scenario.get("asked", [])
    whose = [] if set(asked) & set(WHOSE) else ["--all"]
    words = ["due", "--book", str(root), "--today", scenario["today"], *whose, *asked]
    found, shown = (CliRunner().invoke(app, [*words, *more]) for more in (["--json"], []))
    assert found.exit_code in (0, 1), found.stderr
    return json.loads(found.stdout), shown.stdout + shown.stderr, found.exit_code


def differences(scenario, value, text, code):
    """Where the morning is not as the scenario tells it, a sentence each."""
    wanted, items = scenario["due"], value["items"]
    if [one["who"] for one in wanted] != (listed := [who(item) for item in items]):
        yield f"listed are {listed}"
        return
    for one, item in zip(wanted, items, strict=True):
        for field, expected in one.items():
            if (is_now := said(item, field)) != expected:
                yield f"{one['who']}: {field} is {is_now}"
    for field in ("empty_because", "left_out"):
        if field in scenario and str(value[field]) != scenario[field]:
            yield f"{field} is {value[field]}"
    yield from (f"nowhere it says: {one}" for one in scenario.get("says", ()) if one not in text)
    if str(code) != scenario.get("exit", "0"):
        yield f"exit is {code}"


def who(item):
    return item["person_name"] or item["client_name"]


def said(item, field):
    """A field of an item as it is typed in a scenario."""
    value = who(item) if field == "who" else item[field]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, list) else str(value)


SCENARIOS = sorted(FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_the_morning_is_as_the_story_tells_it(path, tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    scenario = read(path)
    assert set(scenario) <= KEYS
    assert list(differences(scenario, *run(scenario, tmp_path))) == []


def test_there_are_forty_mornings_and_each_tells_a_story():
    assert len(SCENARIOS) >= 40
    assert all(len(read(path)["story"]) > 40 for path in SCENARIOS)


def test_a_story_that_is_told_wrongly_is_noticed(tmp_path):
    scenario = read(FOLDER / "lunch-six-weeks-ago.yaml")
    facts = run(scenario, tmp_path)
    (jane,) = scenario["due"]
    assert list(differences({**scenario, "due": []}, *facts)) == ["listed are ['Jane Porter']"]
    late = {**scenario, "due": [{**jane, "days_late": "15"}]}
    assert list(differences(late, *facts)) == ["Jane Porter: days_late is 14"]
    more = {**scenario, "says": ["never"], "exit": "1", "left_out": "1"}
    assert list(differences(more, *facts)) == [
        "left_out is 0",
        "nowhere it says: never",
        "exit is 0",
    ]


def test_the_example_of_the_readme_is_a_morning_that_comes_true(tmp_path):
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    example = text.split("```yaml\n")[1].split("```")[0]
    scenario = yaml.load(example, yaml.BaseLoader)
    assert list(differences(scenario, *run(scenario, tmp_path))) == []
