import io
import json
from datetime import date

import pytest
from rich.console import Console

from relplan.files.book import load
from relplan.reports.layout import width
from relplan.reports.pack.source import source
from relplan.reports.show import as_plain, sections
from relplan.reports.show_json import as_json
from relplan.reports.show_screen import print_show

TODAY = date(2026, 11, 25)


@pytest.fixture
def made(quay):
    return source(load(quay).book, "harbour", TODAY)


def on_screen(made, columns, **options):
    out = io.StringIO()
    print_show(made, Console(file=out, width=columns, markup=False, emoji=False, **options))
    return out.getvalue()


def test_the_plan_for_a_pipe_is_whole_and_plain(made, golden):
    text = as_plain(made)
    assert "\x1b" not in text
    assert (
        "Stand one night shift beside the crane lead, unpaid, and draw her day on one page" in text
    )
    golden("quay-harbour-show.txt", text)


@pytest.mark.parametrize("columns", [80, 140])
def test_nothing_is_wider_than_the_terminal(made, columns):
    assert all(width(line) <= columns for line in on_screen(made, columns).splitlines())


@pytest.mark.parametrize("columns", [40, 80, 140])
def test_every_word_is_there_at_every_width(made, columns):
    wanted = sorted(as_plain(made).split())
    assert sorted(on_screen(made, columns).split()) == wanted


def test_colours_only_repeat_what_a_mark_says(made):
    coloured = on_screen(made, 80, force_terminal=True, color_system="standard")
    assert "\x1b[31m! X  Berit Sund" in coloured


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


def test_json_has_a_version_and_plain_dates(made):
    value = json.loads(as_json(made))
    assert value["version"] == 1
    people = {one["id"]: one for one in value["people"]}
    assert people["tom"]["due"] == "2026-12-02"
    assert people["berit"]["unanswered"] == 3
    assert {one["id"]: one["standing"] for one in value["work"]} == {
        "night-shift": "late",
        "tide-table": "open",
        "berth-notes": "done",
    }
