"""Words that refer to something that the book has, or has not."""

import pytest
from books import BASE, write_book

from relplan.files.book import load

HEAD = "client: Acme plc\nowner: amara\npriority: A\nroles: {jane: Jane, raj: Raj}\n"


def said(folder, **files):
    """(code, item, message) of each reference to nothing; `clients__acme` is clients/acme.yaml."""
    paths = {f"{name.replace('__', '/')}.yaml": text for name, text in files.items()}
    found = load(write_book(folder, paths)).diagnostics
    return [(one.code, one.item, one.message) for one in found]


def test_a_book_that_names_only_what_it_has_is_silent(tmp_path):
    assert said(tmp_path, clients__acme=HEAD + "team: [ben]\n") == []


def test_a_member_that_is_not_in_the_team_is_answered_with_the_nearest(tmp_path):
    ((code, item, message),) = said(tmp_path, clients__acme=HEAD.replace("amara", "amarra"))
    assert (code, item) == ("RP108", "owner")
    assert "`amarra` is not in the team of relplan.yaml" in message
    assert "amara" in message.split("team of relplan.yaml")[1]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("team: [nobody-here]\n", "RP108"),
        ("goals: {g: {goal: They call, answers: [slow]}}\n", "RP109"),
        ("goals: {g: {goal: They call, initiatives: {i: {what: A day, for: [zoe]}}}}\n", "RP107"),
        ("goals: {g: {goal: They call, initiatives: {i: {what: A day, owner: zoe}}}}\n", "RP108"),
    ],
)
def test_each_kind_of_reference_has_its_code(tmp_path, text, code):
    assert [one[0] for one in said(tmp_path, clients__acme=HEAD + text)] == [code]


def test_a_weakness_that_the_plan_has_is_known(tmp_path):
    text = "weaknesses: {slow: We answer late}\ngoals: {g: {goal: They call, answers: [slow]}}\n"
    assert said(tmp_path, clients__acme=HEAD + text) == []


def test_an_entry_that_could_not_be_used_still_counts_as_known(tmp_path):
    text = HEAD.replace("jane: Jane", "jane: {name: Jane, since: never}")
    goal = "goals: {g: {goal: They call, initiatives: {i: {what: A day, for: [jane]}}}}\n"
    assert [one[0] for one in said(tmp_path, clients__acme=text + goal)] == ["RP104"]


def test_a_line_of_the_log_names_people_of_its_plan(tmp_path):
    log = "- {date: 2026-01-05, with: [jane, zoe], by: ben, how: call}\n"
    ((code, _, message),) = said(tmp_path, clients__acme=HEAD, touches__acme=log)
    assert code == "RP107"
    assert "`zoe` is nobody in" in message


def test_of_a_plan_that_cannot_be_read_nobody_is_missed(tmp_path):
    log = "- {date: 2026-01-05, with: [zoe], by: ben, how: call}\n"
    found = said(tmp_path, clients__acme="client: [Acme\n", touches__acme=log)
    assert [one[0] for one in found] == ["RP002"]


def test_settings_refer_to_tiers_and_to_clients(tmp_path):
    settings = BASE["relplan.yaml"].replace("tier: principal", "tier: boss")
    found = said(tmp_path, relplan=settings + "lint: {per_client: {acmee: {ignore: [RP203]}}}\n")
    assert [one[:2] for one in found] == [
        ("RP109", "team.amara.tier"), ("RP109", "lint.per_client.acmee"),
    ]  # fmt: skip


def test_settings_that_cannot_be_used_make_nobody_a_stranger(tmp_path):
    found = said(tmp_path, relplan="team: {amara: {name: A, tier: staff}}\n")
    assert [one[0] for one in found] == ["RP102"]
