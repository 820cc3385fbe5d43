"""What is expected of a member, in words."""

from scenes import TEAM, TODAY, book, jane

from relplan.analysis.guide import guide
from relplan.reports.guide import expectations, points, sections
from relplan.reports.sections import plain

TIERS = {"senior": {"contacts": "2", "lunches": "12", "budget": "100 GBP", "expects": ["Sing"]}}


def scene(*lines, roles=None, member="ben", **settings):
    """A book of one client of Ben's, and his guide."""
    plan = {"owner": "ben", "roles": roles or {"jane": jane()}}
    of = book({"acme": plan}, {"acme": [{"by": "ben", **one} for one in lines]}, **settings)
    return of, guide(of, member, TODAY)


def said(*lines, **scene_of):
    """Each point with its state; what is wanting begins with an exclamation mark."""
    found = points(*scene(*lines, **scene_of))
    return {one.name: f"{'! ' if one.wanting else ''}{one.said}" for one in found}


def test_the_expectations_are_the_tiers_the_firms_and_the_two_keys():
    assert expectations(*scene(tiers=TIERS)) == [
        "answer for your clients' well-being; a lunch a month reaches twelve people a year",
        "2 people to keep in touch with, 12 lunches a year, 100 GBP a year to spend on them",
        "Sing",
        (
            "persistence: no answer after a few days, then call again; regularity: a rhythm for each"
            " person, followed through; notes of what was said and what they care for"
        ),
    ]


def test_a_tier_without_a_list_has_no_rhythm():
    team = {**TEAM, "eve": {"name": "Eve", "tier": "admin"}}
    assert expectations(*scene(member="eve", team=team)) == [
        "no list of your own; whoever takes a call writes it down the same day",
        "0 people to keep in touch with",
    ]


def test_a_tier_that_is_not_there_is_named():
    team = {"ben": {"name": "Ben Archer", "tier": "wizard"}}
    assert expectations(*scene(team=team)) == [
        "wizard is not a tier of relplan.yaml; add it under `tiers:`"
    ]
    assert said({"date": "2026-11-20"}, team=team)["list"] == "1 person"


def test_a_year_that_goes_as_it_is_meant_to():
    lines = [
        {"date": "2026-11-02", "how": "lunch", "cost": "40 GBP", "note": "worried"},
        {"date": "2026-11-23", "note": "thanked us"},
        {"date": "2026-10-01", "note": "asked", "promise": {"what": "send it", "by": "2026-11-20"}},
        {"date": "2026-11-19", "kept": "send it"},
    ]
    assert said(*lines, roles={"jane": jane(interests=["sailing"])}, tiers=TIERS) == {
        "list": "1 of 2 people, room for 1",
        "regularity": "nobody of 1 person is late",
        "pace": "the list asks for 3 days with a touch in 13 weeks, and there were 4 in the last",
        "lunches": "! 1 of 12 since 1 January, where an even year would have had 10",
        "budget": "40 GBP spent of 100 GBP, 60 GBP left",
        "promises": "1 of 1 kept in time since 1 January",
        "notes": "3 of 4 touches in the last 13 weeks say what was said",
    }


def test_a_year_in_which_everything_is_wanting():
    lines = [
        {"date": "2026-09-01", "cost": "140 GBP"},
        {"date": "2026-09-02", "promise": {"what": "send it", "by": "2026-09-20"}},
        {"date": "2026-11-20", "answered": "false"},
    ]
    roles = {one: jane(name=one.title()) for one in ("jane", "raj", "eva")}
    found = said(*lines, roles=roles, tiers=TIERS)
    assert found["list"] == "! 3 of 2 people, 1 too many; hand one over"
    assert found["regularity"].startswith("! 3 of 3 late: Raj (Acme, ")
    assert found["pace"] == (
        "! the list asks for 10 days with a touch in 13 weeks, and there were 2 in the last"
    )
    assert found["persistence"] == "! call again: Jane (Acme, no answer on 20 Nov)"
    assert found["budget"] == "! 140 GBP spent of 100 GBP, over by 40 GBP"
    assert found["promises"] == "! 0 of 1 kept in time since 1 January"
    assert found["notes"] == "! 0 of 2 touches in the last 13 weeks say what was said"
    assert found["interests"].startswith("! neither an interest nor a note is known of ")


def test_staff_see_their_peers():
    team = {"ben": {"name": "Ben", "tier": "staff"}}
    assert said(team=team)["peers"] == "1 of the 1 are peers"
    assert said(team=team, roles={"jane": jane(ours="ben", cadence="never")})["peers"] == (
        "no peers yet"
    )


def test_the_page_is_wrapped_in_a_terminal_only():
    of, found = scene({"date": "2026-11-20", "note": "x"}, tiers=TIERS)
    page = plain(sections(of, found))
    assert page.startswith("Ben Archer (ben) · senior · Wed 25 Nov 2026\n\nEXPECTED\n  · answer")
    assert max(map(len, plain(sections(of, found, 40)).splitlines())) <= 40


def test_foreign_text_is_inert():
    roles = {"jane": jane(name="Ja\x1b[31mne")}
    of, found = scene(
        {"date": "2026-01-20"}, roles=roles, team={"ben": {"name": "B\x07", "tier": "senior"}}
    )
    assert "\x1b" not in plain(sections(of, found))
    assert "\x07" not in plain(sections(of, found))
