"""What hangs on a person who leaves, and who comes in their place."""

from datetime import date

import pytest
from books import BASE, write_book

from relplan.files.book import load
from relplan.files.known import Thing
from relplan.files.leaving import hanging, leave

TODAY = date(2026, 11, 25)
PLAN = """\
client: Acme
owner: ben
priority: A
roles:
  boss: {name: Boss}
  raj: {name: Raj, reports_to: boss, influences: [jane]}   # ours
  jane: {name: Jane, reports_to: raj, influences: [raj, boss]}
  tom: {name: Tom, reports_to: jane, influences: raj}
  past: {name: Past, reports_to: raj, left: 2026-11-25}
  short: Shorty
goals:
  g:
    goal: They call
    initiatives:
      now: {what: Now, for: [raj, jane]}
      one: {what: One, for: raj}
      done: {what: Done, for: raj, status: done}
review: {held: {2026-10-01: {with: [raj]}}}
"""
LOG = (
    "- {date: 2026-11-01, with: [raj], by: ben, how: call}\n"
    "- {date: 2026-11-25, with: [raj], by: ben, how: lunch, planned: true}\n"
    "- {date: 2026-11-26, with: [raj], by: ben, how: lunch, planned: true, cancelled: yes}\n"
    "- {date: 2026-11-24, with: [raj], by: ben, how: lunch, planned: true}\n"
)
CAMPAIGN = (
    "proposition: P\npitches:\n  - {date: 2026-11-01, at: acme, to: raj, by: ben}\n"
    "  - {date: 2026-11-02, at: acme, to: raj, by: ben, outcome: declined}\n"
)
FILES = {"clients/acme.yaml": PLAN, "touches/acme.yaml": LOG, "campaigns/c.yaml": CAMPAIGN}
RAJ = Thing("person", "clients/acme.yaml", "raj")


@pytest.fixture
def loaded(tmp_path):
    found = load(write_book(tmp_path, FILES))
    assert found.diagnostics == ()
    return found


def test_what_is_not_over_hangs_on_them(loaded):
    found = [(use.place.hangs, use.document.path, use.item) for use in hanging(loaded, RAJ, TODAY)]
    plan = "clients/acme.yaml"
    assert found == [
        ("pitch", "campaigns/c.yaml", "pitches.0.to"),
        ("report", plan, "roles.jane.reports_to"), ("influence", plan, "roles.jane.influences"),
        ("influence", plan, "roles.tom.influences"), ("initiative", plan, "goals.g.initiatives.now.for"),
        ("initiative", plan, "goals.g.initiatives.one.for"), ("review", plan, "review.held.2026-10-01.with"),
        ("touch", "touches/acme.yaml", "1.with"),
    ]  # fmt: skip


def left(
    loaded, to="", person="raj", kinds=("report", "influence", "initiative", "sponsor", "step")
):
    thing = RAJ._replace(id=person)
    found = [(use, to) for use in hanging(loaded, thing, TODAY) if to and use.place.hangs in kinds]
    draft = leave(loaded, thing, TODAY, found)
    draft.checked()
    return [one.text.strip() for one in draft.lines() if one.added]


def test_without_anybody_in_their_place_only_the_day_changes(loaded):
    assert left(loaded) == [
        "raj: {name: Raj, reports_to: boss, influences: [jane], left: 2026-11-25}   # ours"
    ]


def test_somebody_comes_in_their_place(loaded):
    assert left(loaded, "tom")[1:] == [
        "jane: {name: Jane, reports_to: boss, influences: [tom, boss]}",
        "tom: {name: Tom, reports_to: jane}",
        "now: {what: Now, for: [tom, jane]}",
        "one: {what: One, for: tom}",
    ]


def test_nobody_stands_twice_nor_reports_to_themselves(loaded):
    assert left(loaded, "jane")[1:] == [
        "jane: {name: Jane, reports_to: boss, influences: [boss]}",
        "tom: {name: Tom, reports_to: jane, influences: jane}",
        "now: {what: Now, for: [jane]}",
        "one: {what: One, for: jane}",
    ]


@pytest.mark.parametrize("to", ["raj", "jane"])
def test_whom_nobody_is_above_any_more_reports_to_nobody(loaded, to):
    assert left(loaded, to, "boss")[1:] == [
        "raj: {name: Raj, influences: [jane]}   # ours",
        "jane: {name: Jane, reports_to: raj, influences: [raj]}",
    ]


def test_a_name_alone_becomes_an_entry_with_the_day(loaded):
    assert left(loaded, person="short") == ["short: {name: Shorty, left: 2026-11-25}"]


def test_a_day_that_stands_there_is_replaced(loaded):
    draft = leave(loaded, RAJ._replace(id="past"), date(2026, 11, 20), ())
    assert "past: {name: Past, reports_to: raj, left: 2026-11-20}" in draft.text(
        "clients/acme.yaml"
    )


def test_whoever_comes_into_a_step_is_neutral_until_somebody_knows_better(tmp_path):
    text = (
        "prospect: Z\nowner: ben\nwin: {what: W, by: 2027-09-30, sponsor: raj}\nroles: {raj: Raj, jane: Jane}\n"
        "steps:\n  a: {what: A, people: {raj: detractor}}\n  b: {what: B, people: {jane: neutral, raj: propellent}}\n"
        "  c: {what: C, done: 2026-10-01, people: {raj: propellent}}\n"
    )
    loaded = load(write_book(tmp_path, {"prospects/z.yaml": text, **BASE}))
    thing = Thing("person", "prospects/z.yaml", "raj")
    draft = leave(loaded, thing, TODAY, [(use, "jane") for use in hanging(loaded, thing, TODAY)])
    assert draft.text("prospects/z.yaml") == (
        text.replace("sponsor: raj", "sponsor: jane").replace("{raj: detractor}", "{jane: neutral}")
        .replace("{jane: neutral, raj: propellent}", "{jane: neutral}")
        .replace("raj: Raj,", "raj: {name: Raj, left: 2026-11-25},")
    )  # fmt: skip
