"""The runner: choice of rules, places, order."""

from pathlib import Path
from shutil import copytree

import pytest
from books import TODAY, write_book

from relplan.files.book import load
from relplan.rules.choose import Wanted
from relplan.rules.runner import lint

SETTINGS = (
    "firm: H\nteam:\n  amara: {name: Amara, tier: principal}\n  ben: {name: Ben, tier: senior}\n"
    "lint: "
)
PLAN = "client: Acme plc\nowner: amara\npriority: A\ngoals: {g: {goal: They call us, initiatives: {i: A day}}}\n"


def codes(tmp_path, lint_settings="{}", wanted=None, **files):
    paths = {path.replace("__", "/") + ".yaml": text for path, text in files.items()}
    root = write_book(
        tmp_path,
        {"relplan.yaml": SETTINGS + lint_settings + "\n", "clients/acme.yaml": PLAN, **paths},
    )
    return [one.code for one in lint(load(root), TODAY, wanted)]


def test_profiles_grow(tmp_path):
    starter = codes(tmp_path, "{profile: starter}")
    team = codes(tmp_path, "{profile: team}")
    assert starter == ["RP401", "RP202", "RP203"]
    assert set(team) > set(starter)
    assert codes(tmp_path, "{profile: team}", Wanted("starter")) == starter


@pytest.mark.parametrize("word", ["RP203", "RP2", "initiative-without-date"])
def test_settings_ignore_codes_families_and_names(tmp_path, word):
    assert "RP203" not in codes(tmp_path, f"{{ignore: [{word}]}}")


def test_settings_select_adds_to_the_profile_and_the_command_line_replaces_it(tmp_path):
    found = codes(tmp_path, "{profile: starter, select: [RP701]}")
    assert found == ["RP401", "RP701", "RP202", "RP203"]
    assert codes(tmp_path, "{}", Wanted(select=["RP203"])) == ["RP203"]
    family = codes(tmp_path, "{}", Wanted(select=["RP2"], ignore=["RP203"]))
    assert "RP202" in family
    assert "RP203" not in family
    assert {code[:3] for code in family} == {"RP2"}


def test_one_client_can_do_without_a_rule(tmp_path):
    other = PLAN.replace("Acme", "Other")
    found = codes(
        tmp_path, "{per_client: {acme: {ignore: [RP203]}}}", Wanted(), clients__other=other
    )
    assert found.count("RP203") == 1


def test_an_error_of_reading_stays_whatever_is_chosen(tmp_path):
    found = codes(tmp_path, "{}", Wanted(select=["RP7"]), clients__bad="client: [x\n")
    assert "RP002" in found


def test_findings_come_in_the_order_of_path_line_column_and_code(tmp_path):
    other = PLAN.replace("Acme", "Other")
    root = write_book(tmp_path, {"clients/acme.yaml": PLAN, "clients/aaa.yaml": other})
    found = lint(load(root), TODAY)
    assert found == sorted(found, key=lambda one: one.sort_key)
    assert lint(load(root), TODAY) == found


def test_a_line_of_the_log_keeps_its_place_when_one_above_could_not_be_used(tmp_path):
    log = (
        "- {date: yesterday, with: [jane], by: ben}\n"
        "- {date: 2026-11-01, with: [jane], by: ben}\n"
        "- {date: 2027-11-01, with: [jane], by: ben}\n"
    )
    root = write_book(tmp_path, {"touches/acme.yaml": log})
    found = [(d.line, d.code) for d in lint(load(root), TODAY) if d.path == "touches/acme.yaml"]
    assert found == [(1, "RP104"), (3, "RP502")]


def test_what_follows_from_an_entry_that_was_left_out_is_no_finding_of_its_own(tmp_path):
    goal = "goals: {g: {goal: They call us, by: 30/09/2027, answers: [w]}}\n"
    plan = "client: Acme plc\nowner: amara\npriority: A\nweaknesses: {w: Slow}\n" + goal
    assert codes(tmp_path, clients__acme=plan) == ["RP104"]


def test_an_unknown_field_hides_no_finding(tmp_path):
    found = codes(tmp_path, clients__acme=PLAN + "notez: x\n")
    assert "RP101" in found
    assert "RP401" in found


def test_nobody_is_called_silent_by_a_log_with_lines_left_out(tmp_path):
    plan = (
        "client: Acme plc\nowner: amara\npriority: A\n"
        "roles: {jane: {name: Jane, role: decision-maker, tie: credible, since: 2020-01-01}}\n"
    )
    whole = codes(
        tmp_path, clients__acme=plan, touches__acme="- {date: 2020-02-01, with: [jane], by: ben}\n"
    )
    assert "RP501" in whole
    torn = "- {date: 2026-11-1, with: [jane], by: ben}\n"
    assert "RP501" not in codes(tmp_path, clients__acme=plan, touches__acme=torn)


def test_who_waits_is_told_what_takes_long(tmp_path):
    told = []
    loaded = load(write_book(tmp_path, {"clients/acme.yaml": PLAN}))
    lint(loaded, TODAY, tell=told.append)
    lint(loaded, TODAY, Wanted(select=["RP5"]), tell=told.append)
    assert told == ["judging 1 initiative"]


def test_what_is_found_in_some_files_is_what_is_found_in_them_within_the_whole_book(tmp_path):
    folder = Path(__file__).parents[2] / "examples" / "sales-plan"
    copytree(folder, tmp_path / "book")
    loaded = load(tmp_path / "book")
    whole = lint(loaded, TODAY)
    assert len({one.path for one in whole}) > 1
    for path in loaded.documents:
        asked = lint(loaded, TODAY, Wanted(files=frozenset([path, "clients/nobody.yaml"])))
        assert asked == [one for one in whole if one.path == path]
