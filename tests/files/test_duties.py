"""What a member answers for, what is over, and what stays because it happened."""

from datetime import date

import pytest
from books import BASE, write_book

from relplan.files.book import load
from relplan.files.draft import Draft
from relplan.files.duties import duties, give_plan, hand

TODAY = date(2026, 11, 25)
PLAN = """\
client: Acme
owner: ben      # since May
priority: A
team: [amara, ben]
roles:
  jane: {name: Jane, ours: ben}
  gone: {name: Gone, ours: ben, left: 2026-11-25}
  soon: {name: Soon, ours: ben, left: 2026-11-26}
  null: {name: Null, ours: ben, left: null}
goals:
  g:
    goal: They call
    initiatives:
      now: {what: Now, owner: ben}
      done: {what: Done, owner: ben, status: done}
      dropped: {what: Dropped, owner: ben, status: dropped}
review:
  held:
    2026-09-01: {ours: [ben], decided: [{what: Old, owner: ben, by: 2027-01-01}]}
    2026-10-01: {ours: [ben], decided: [{what: Past, owner: ben, by: 2026-11-24}, {what: Due, owner: ben, by: 2026-11-25}, {what: Any, owner: ben}]}
    2027-01-01: {}
"""
SETTINGS = (
    "firm: F\nteam:\n  amara: {name: A, tier: staff, away: [{from: 2026-11-01, to: 2026-11-24, cover: ben}, {from: 2026-12-01, to: 2026-12-24, cover: ben}]}\n"
    "  ben: {name: B, tier: staff}\n  priya: {name: P, tier: staff, away: {from: 2026-12-01, to: 2026-12-24, cover: ben}}\n"
)
LOG = "- {date: 2026-11-01, with: [jane], by: ben, how: call}\n"
CAMPAIGN = (
    "proposition: P\nowner: ben\npitches: [{date: 2026-11-01, at: acme, to: jane, by: ben}]\n"
)
FILES = {
    "relplan.yaml": SETTINGS,
    "clients/acme.yaml": PLAN,
    "touches/acme.yaml": LOG,
    "campaigns/c.yaml": CAMPAIGN,
}


def book(folder, **files):
    return load(
        write_book(
            folder,
            {**FILES, **{f"{name.replace('__', '/')}.yaml": text for name, text in files.items()}},
        )
    )


def items(found):
    return [(use.document.path, use.item) for use in found]


def test_what_is_not_over_is_a_duty_and_what_happened_is_none(tmp_path):
    plan = "clients/acme.yaml"
    assert items(duties(book(tmp_path), "ben", TODAY, "acme")) == [
        (plan, "owner"), (plan, "team"), (plan, "roles.jane.ours"), (plan, "roles.soon.ours"),
        (plan, "roles.null.ours"), (plan, "goals.g.initiatives.now.owner"),
        (plan, "review.held.2026-10-01.decided.1.owner"), (plan, "review.held.2026-10-01.decided.2.owner"),
    ]  # fmt: skip


def test_the_whole_book_has_campaigns_and_absences_too(tmp_path):
    found = [
        one for one in items(duties(book(tmp_path), "ben", TODAY)) if one[0] != "clients/acme.yaml"
    ]
    assert found == [
        ("campaigns/c.yaml", "owner"), ("relplan.yaml", "team.amara.away.1.cover"), ("relplan.yaml", "team.priya.away.cover"),
    ]  # fmt: skip


def handed(loaded, to):
    draft = Draft(loaded)
    hand(draft, duties(loaded, "ben", TODAY), to)
    draft.checked()
    return draft


def test_everything_goes_and_nobody_covers_their_own_absence(tmp_path):
    draft = handed(book(tmp_path), "priya")
    plan = draft.text("clients/acme.yaml")
    assert plan.startswith(
        "client: Acme\nowner: priya      # since May\npriority: A\nteam: [amara]\n"
    )
    assert plan.count("ben") == PLAN.count("ben") - 8
    assert draft.text("relplan.yaml") == SETTINGS.replace(
        "to: 2026-12-24, cover: ben}]", "to: 2026-12-24, cover: priya}]"
    )
    assert draft.text("touches/acme.yaml") == LOG


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("owner: amara\nteam: [ben, tom]", "owner: amara\nteam: [priya, tom]"),
        ("owner: priya\nteam: [ben, amara]", "owner: priya\nteam: [amara]"),
        ("owner: amara\nteam: [ben, priya]", "owner: amara\nteam: [priya]"),
        ("owner: priya\nteam: ben\ntags: [x]", "owner: priya\ntags: [x]"),
        ("owner: amara\nteam: ben", "owner: amara\nteam: priya"),
        ("owner: priya\nteam: [ben]", "owner: priya\nteam: []"),
    ],
)
def test_a_team_names_nobody_twice(tmp_path, old, new):
    head = "client: Z\npriority: C\n"
    settings = BASE["relplan.yaml"] + "  tom: {name: Tom, tier: staff}\n"
    files = {"relplan.yaml": settings, "clients/z.yaml": head + old + "\n"}
    assert (
        handed(load(write_book(tmp_path, files)), "priya").text("clients/z.yaml")
        == head + new + "\n"
    )


def test_a_plan_alone_changes_its_owner_and_its_team(tmp_path):
    draft = give_plan(book(tmp_path), "acme", "amara")
    assert draft.text("clients/acme.yaml") == PLAN.replace(
        "owner: ben ", "owner: amara ", 1
    ).replace("team: [amara, ben]", "team: [ben]")


def test_a_plan_without_an_owner_gets_one(tmp_path):
    loaded = book(tmp_path, clients__z="client: Z\npriority: C\n")
    assert (
        give_plan(loaded, "z", "amara").text("clients/z.yaml")
        == "client: Z\npriority: C\nowner: amara\n"
    )


def test_the_steps_of_a_prospect_go_and_their_force_is_not_known_yet(tmp_path):
    steps = "steps:\n  a: {what: A, people: {ben: detractor}}\n  b: {what: B, people: {priya: propellent, ben: neutral}}\n  c: {what: C, done: 2026-01-01, people: {ben: neutral}}\n"
    text = "prospect: Z\nowner: amara\n" + steps
    draft = handed(book(tmp_path, prospects__z=text), "priya")
    assert draft.text("prospects/z.yaml") == text.replace(
        "{ben: detractor}", "{priya: neutral}"
    ).replace(", ben: neutral}}\n  c", "}}\n  c")


def test_one_of_theirs_who_has_the_member_s_id_is_not_the_member(tmp_path):
    text = "prospect: Z\nowner: amara\nroles: {ben: Another}\nsteps: {a: {what: A, people: {ben: neutral}}}\n"
    assert duties(book(tmp_path, prospects__z=text), "ben", TODAY, "z") == []
