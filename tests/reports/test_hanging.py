from datetime import date

from books import write_book
from scenes import TODAY, touches

from relplan.analysis.promises import promises
from relplan.files.book import load
from relplan.files.known import Thing
from relplan.files.leaving import hanging
from relplan.files.places import REFERRING
from relplan.reports.hanging import _SAID, hangs, promised

PROSPECT = """\
prospect: Zen
owner: ben
win: {what: Won, by: 2027-09-30, sponsor: raj}
roles: {raj: Raj, jane: {name: Jane Porter, reports_to: raj, influences: [raj]}}
steps: {a: {what: The board hears it, people: {raj: neutral}}, b: {what: B}}
review: {held: {2026-10-01: {with: [raj]}}}
"""
LOG = "- {date: 2026-12-03, with: [raj], by: ben, how: lunch, planned: true}\n"
CAMPAIGN = "proposition: P\npitches: [{date: 2026-11-01, at: zen, to: raj, by: ben}]\n"


def said(folder, path, files):
    loaded = load(write_book(folder, {path: "", **files}))
    found = hanging(loaded, Thing("person", path, "raj"), TODAY)
    return [hangs(use, {"jane": "Jane Porter"}) for use in found]


def test_each_kind_has_its_words(tmp_path):
    files = {"prospects/zen.yaml": PROSPECT, "touches/zen.yaml": LOG, "campaigns/c.yaml": CAMPAIGN}
    assert said(tmp_path, "prospects/zen.yaml", files) == [
        "open pitch to them of 2026-11-01", "Jane Porter reports to them", "Jane Porter influences them",
        "at the review on 2026-10-01", "sponsor of the win", "step through them: The board hears it",
        "planned with them on 2026-12-03",
    ]  # fmt: skip


def test_an_initiative_is_told_by_its_words(tmp_path):
    plan = "client: A\npriority: A\nroles: {raj: Raj}\ngoals: {g: {goal: G, initiatives: {i: {what: Teach, for: raj}}}}\n"
    assert said(tmp_path, "clients/a.yaml", {"clients/a.yaml": plan}) == [
        "initiative for them: Teach"
    ]


def test_every_kind_of_the_table_has_words():
    assert {one.hangs for group in REFERRING.values() for one in group if one.hangs} == set(_SAID)


def test_a_promise_is_told_with_its_keeper_and_its_day():
    line = {"date": "2026-11-06", "by": "ben", "promise": {"what": "send it", "by": "2026-12-01"}}
    (given,) = promises(touches(line))
    assert (
        promised(given, {"ben": "Ben Archer"}, TODAY) == "promised by Ben Archer for 1 Dec: send it"
    )
    assert promised(given, {}, date(2026, 11, 25)).startswith("promised by ben for")
