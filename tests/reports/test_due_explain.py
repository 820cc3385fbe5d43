from datetime import date

import pytest
from scenes import ACME, TODAY, acme, listed, write_book

from relplan.files.book import load
from relplan.model.durations import duration
from relplan.reports.due_explain import NOT_WRITTEN, Explained, order

LOG = """\
# The log of Acme
- {date: 2026-10-12, with: [jane], by: amara, how: lunch, note: Worried}
- {date: 2026-13-99, with: [jane], by: amara}
- {date: 2026-11-02, with: [raj], by: ben, how: call, promise: {what: x, by: 2026-11-25}}
"""


def explained(tmp_path, today=TODAY, until=None, **files):
    loaded = load(write_book(tmp_path, touches__acme=LOG, **files))
    items = listed(loaded.book, today, until).items
    return {item.subject.person: Explained(loaded).lines(item) for item in items}


def test_each_input_has_its_file_and_line_and_the_line_itself(tmp_path):
    assert explained(tmp_path)["jane"] == [
        "last touch: touches/acme.yaml:2: - {date: 2026-10-12, with: [jane], by: amara, how: lunch, note: Worried}",
        "priority: clients/acme.yaml:3: priority: A",
        f"cadence: relplan.yaml: {NOT_WRITTEN}",
        "order: 0.57 × the cadence late, then priority A, influence not known, name",
    ]


def test_a_line_that_could_not_be_used_moves_no_other(tmp_path):
    assert explained(tmp_path)["raj"][0].startswith("promise: touches/acme.yaml:4: ")


@pytest.mark.parametrize(
    ("today", "person", "said"),
    [
        (date(2027, 6, 2), "raj", "cadence: clients/acme.yaml:7: raj: {name: Raj Patel"),
        (date(2027, 3, 1), None, "initiative: clients/acme.yaml:9: g1: {goal: The plants"),
    ],
)
def test_other_inputs_are_found_as_well(tmp_path, today, person, said):
    assert any(line.startswith(said) for line in explained(tmp_path, today)[person])


def test_what_is_still_to_come_is_ordered_by_its_day(tmp_path):
    found = explained(tmp_path, date(2026, 11, 24), date(2026, 11, 29))
    assert found["raj"][-1] == "order: due in 1 day, then priority A, influence not known, name"


def test_of_what_is_late_by_the_week_the_week_is_said(tmp_path):
    found = explained(tmp_path, date(2026, 12, 2))
    assert found["raj"][-1].startswith("order: 1.00 weeks late")


def test_a_campaigns_pitch_is_found(tmp_path):
    campaign = (
        "proposition: We hold the stock\npitches:\n"
        "  - {date: 2026-11-02, at: acme, to: jane, by: ben}\n"
    )
    found = explained(tmp_path, campaigns__stock=campaign)
    [said] = [line for line in found["jane"] if line.startswith("pitch: ")]
    assert said.startswith("pitch: campaigns/stock.yaml:3: - {date: 2026-11-02")


def test_hostile_lines_are_shown_and_never_sent(tmp_path):
    plan = ACME.replace("priority: A", "priority: A # \u202e")
    assert "\u202e" not in "".join(explained(tmp_path, clients__acme=plan)["jane"])


def test_where_a_pitch_could_not_be_used_no_wrong_line_is_named(tmp_path):
    campaign = (
        "proposition: We hold the stock\npitches:\n"
        "  - {date: 2026-99-02, at: acme, to: jane, by: ben}\n"
        "  - {date: 2026-11-02, at: acme, to: jane, by: ben}\n"
    )
    found = explained(tmp_path, campaigns__stock=campaign)
    assert "pitch: campaigns/stock.yaml:2: pitches:" in found["jane"]


def test_a_silence_says_how_much_longer_it_is_than_asked():
    of = acme({"cadence": "never"}, {"date": "2026-05-29"})
    (item,) = listed(of, not_since=duration("60d")).items
    assert order(item) == (
        "silent 2.00 times as long again as asked, then priority A, influence not known, name"
    )
