"""Which rules apply: profile, settings and command line."""

import pytest

from relplan.model.settings import Lint
from relplan.rules.choose import Known, Wanted, choose, client_of, covers, meant, why_unknown

RULES = (
    Known("RP201", "one-thing", "starter"),
    Known("RP202", "other-thing", "team"),
    Known("RP301", "third-thing", "strict"),
)


def codes(wanted=None, **lint):
    return sorted(choose(RULES, Lint.model_validate(lint), wanted or Wanted()).codes)


@pytest.mark.parametrize(
    ("profile", "reached"),
    [("starter", ["RP201"]), ("team", ["RP201", "RP202"]), ("strict", ["RP201", "RP202", "RP301"])],
)
def test_a_profile_holds_those_below_it(profile, reached):
    assert codes(profile=profile) == codes(Wanted(profile)) == reached


def test_the_command_line_outweighs_the_profile_of_the_book():
    assert codes(Wanted("starter"), profile="strict") == ["RP201"]


def test_what_is_ignored_outweighs_what_is_selected():
    assert codes(select=["RP3"], ignore=["RP301"]) == ["RP201", "RP202"]
    assert codes(Wanted(select=["RP2"], ignore=["RP201"])) == ["RP202"]


def test_what_the_command_line_selects_applies_though_the_book_ignores_it():
    assert codes(Wanted(select=["RP201"]), ignore=["RP201"]) == ["RP201"]


def choice(wanted=None, **lint):
    return choose(RULES, Lint.model_validate(lint), wanted or Wanted())


def applying(path, wanted=None, **lint):
    made = choice(wanted, **lint)
    return [one.code for one in RULES if made.applies(one.code, path)]


def test_a_client_does_without_a_rule_that_others_keep():
    lint = {"per_client": {"acme": {"ignore": ["one-thing"]}}}
    assert applying("clients/acme.yaml", **lint) == ["RP202"]
    assert applying("touches/acme.yaml", **lint) == ["RP202"]
    assert applying("clients/beta.yaml", **lint) == ["RP201", "RP202"]


def test_old_files_may_have_a_profile_of_their_own():
    lint = {"profile": "strict", "per_path": {"clients/old-*": {"profile": "starter"}}}
    assert applying("clients/old-acme.yaml", **lint) == ["RP201"]
    assert applying("clients/acme.yaml", **lint) == ["RP201", "RP202", "RP301"]


def test_some_files_may_have_more_rules_than_the_book():
    lint = {"per_path": {"prospects": {"select": ["third-thing"], "ignore": ["RP202"]}}}
    assert applying("prospects/acme.yaml", **lint) == ["RP201", "RP301"]
    assert choice(**lint).codes == {"RP201", "RP202", "RP301"}


def test_what_the_book_selects_and_ignores_holds_for_every_profile():
    lint = {"select": ["RP301"], "ignore": ["RP201"], "per_path": {"clients": {"profile": "team"}}}
    assert applying("clients/acme.yaml", **lint) == ["RP202", "RP301"]


def test_paths_come_after_clients_and_later_paths_after_earlier():
    lint = {
        "per_client": {"acme": {"profile": "strict"}},
        "per_path": {"clients": {"ignore": ["RP301"]}, "clients/acme.yaml": {"select": ["RP301"]}},
    }
    assert applying("clients/acme.yaml", **lint) == ["RP201", "RP202", "RP301"]
    assert applying("touches/acme.yaml", **lint) == ["RP201", "RP202", "RP301"]
    assert applying("clients/beta.yaml", **lint) == ["RP201", "RP202"]


def test_the_command_line_outweighs_profiles_and_choices_of_parts_but_not_what_they_ignore():
    lint = {"per_path": {"clients": {"profile": "strict", "ignore": ["RP201"]}}}
    assert applying("clients/acme.yaml", Wanted("team"), **lint) == ["RP202"]
    assert applying("clients/acme.yaml", Wanted(select=["RP2"]), **lint) == ["RP202"]
    assert applying("clients/acme.yaml", Wanted(ignore=["RP301"]), **lint) == ["RP202"]


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("clients", "clients/acme.yaml", True),
        ("clients/", "clients/acme.yaml", True),
        ("./clients/acme.yaml", "clients/acme.yaml", True),
        ("clients/a*", "clients/acme.yaml", True),
        ("*/acme.yaml", "touches/acme.yaml", True),
        ("client", "clients/acme.yaml", False),
        ("clients/ac", "clients/acme.yaml", False),
        ("Clients", "clients/acme.yaml", False),
    ],
)
def test_a_path_is_a_file_a_folder_or_a_pattern(pattern, path, fits):
    assert covers(pattern, path) is fits


@pytest.mark.parametrize(
    ("word", "found"),
    [("RP201", ["RP201"]), (" rp201 ", ["RP201"]), ("RP2", ["RP201", "RP202"]), ("third-thing", ["RP301"]),
     ("RP", ["RP201", "RP202", "RP301"]), ("RP20", ["RP201", "RP202"]), ("RP9", []), ("Third-Thing", []), ("", [])],
)  # fmt: skip
def test_codes_families_and_names_are_meant(word, found):
    assert list(meant([word], RULES)) == found


def test_a_word_that_means_a_rule_is_not_unknown():
    assert why_unknown("RP2", RULES) is None


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("RP299", "`RP299` is no rule; write one of RP201, RP202"),
        ("rp999", "`rp999` is no rule; write one of those printed by: relplan rule"),
        ("one-thin", "`one-thin` is no rule; did you mean RP201 (one-thing)?"),
        (
            "quite-another",
            "`quite-another` is no rule; write one of those printed by: relplan rule",
        ),
    ],
)
def test_an_unknown_word_is_answered_with_what_there_is(word, said):
    assert why_unknown(word, RULES) == said


def test_a_long_family_is_counted_and_not_listed():
    family = [Known(f"RP4{n:02}", f"rule-{n}", "team") for n in range(1, 8)]
    said = "`RP499` is no rule; write one of the 7 from RP401 to RP407, printed by: relplan rule"
    assert why_unknown("RP499", family) == said
    assert "write one of RP401, RP402" in (why_unknown("RP499", family[:6]) or "")


def test_a_file_belongs_to_the_client_of_its_name_and_the_settings_to_none():
    assert client_of("clients/acme.yaml") == client_of("touches/acme.yaml") == "acme"
    assert client_of("relplan.yaml") == ""


def test_a_command_line_that_chooses_nothing_leaves_it_to_the_book():
    assert Wanted().is_empty
    assert not any(
        one.is_empty for one in (Wanted("team"), Wanted(select=["RP2"]), Wanted(ignore=["RP2"]))
    )
