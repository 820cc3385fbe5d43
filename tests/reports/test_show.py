from datetime import date

import pytest

from relplan.files.book import load
from relplan.reports.layout import width
from relplan.reports.pack.source import source
from relplan.reports.show import as_plain, sections

TODAY = date(2026, 11, 25)


@pytest.fixture
def made(quay):
    return source(load(quay).book, "harbour", TODAY)


def test_the_plan_for_a_pipe_is_whole_and_plain(made, golden):
    text = as_plain(made)
    assert "\x1b" not in text
    assert (
        "Stand one night shift beside the crane lead, unpaid, and draw her day on one page" in text
    )
    golden("quay-harbour-show.txt", text)


def test_wide_names_do_not_move_the_columns(quay):
    plan = quay / "clients" / "harbour.yaml"
    text = plan.read_text(encoding="utf-8").replace("Tom Lee", "渡辺 健")
    plan.write_text(text, encoding="utf-8")
    lines = as_plain(source(load(quay).book, "harbour", TODAY)).splitlines()
    at = [
        width(line[: line.index("omar")])
        for line in lines
        if line[2:3] in ("S", "M") and "omar" in line
    ]
    assert len(at) == 2
    assert at[0] == at[1]


def test_control_characters_are_shown_not_sent(quay):
    plan = quay / "clients" / "harbour.yaml"
    text = plan.read_text(encoding="utf-8").replace("Tom Lee", '"\\e]52;c;AA\\a"')
    plan.write_text(text, encoding="utf-8")
    made = source(load(quay).book, "harbour", TODAY)
    assert "\x1b" not in as_plain(made)
    assert "\\x1b]52" in as_plain(made)


def test_a_prospect_shows_its_win_and_its_steps(quay):
    text = as_plain(source(load(quay).book, "lighthouse", TODAY))
    assert "THE WIN" in text
    assert "! boats-counted (55 days late, by 1 Oct): The boats are counted" in text


def test_a_plan_with_nothing_in_it_says_so(quay):
    (quay / "clients" / "new.yaml").write_text("client: New\npriority: C\n", encoding="utf-8")
    made = source(load(quay).book, "new", TODAY)
    assert "nobody is written down" in as_plain(made)
    assert [one.heading for one in sections(made)] == ["", "PEOPLE", "REVIEW"]


def test_a_running_campaign_stands_apart_below_everything_else(quay):
    campaign = (
        "proposition: We keep the tide tables\ncohort: {where: {}}\n"
        "runs: {from: 2026-11-02, to: 2026-12-18}\n"
        "pitches: [{date: 2026-11-18, at: lighthouse, to: nobody, by: omar}]\n"
    )
    (quay / "campaigns").mkdir(exist_ok=True)
    (quay / "campaigns" / "tides.yaml").write_text(campaign, encoding="utf-8")
    text = as_plain(source(load(quay).book, "harbour", TODAY))
    assert "\n\nSELLING, APART FROM THIS\n· tides, until 18 Dec: 0 of " in text
    assert text.endswith(" heard it\n")
    assert as_plain(source(load(quay).book, "lighthouse", TODAY)).endswith(", 1 not answered\n")
