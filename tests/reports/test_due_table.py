import io
from datetime import timedelta

import pytest
from rich.console import Console
from scenes import TODAY, acme, book, jane, listed

from relplan.reports.due_table import print_due
from relplan.reports.layout import width


def shown(of, columns=80, *, colour=False, name=None, until=TODAY, terminal=True, more=None):
    out = io.StringIO()
    console = Console(
        file=out,
        width=columns,
        markup=False,
        emoji=False,
        highlight=False,
        force_terminal=terminal,
        color_system="standard" if colour else None,
    )
    print_due(listed(of, TODAY, until), console, name, more or (lambda _: []))
    return out.getvalue()


def two(**fields):
    return book(
        {
            "acme": {
                "client": "Acme Manufacturing",
                "roles": {"jane": jane(**fields), "li": jane(name="李明華 Chen")},
            }
        },
        {"acme": [{"date": "2026-10-12", "how": "lunch", "with": ["jane", "li"]}]},
    )


@pytest.mark.parametrize("columns", [20, 40, 80, 140])
def test_no_line_is_wider_than_the_terminal(columns):
    text = shown(two(interests=["x" * 300]), columns)
    assert max(width(line) for line in text.splitlines()) <= max(columns, 40)


@pytest.mark.parametrize("columns", [80, 140])
def test_reasons_line_up_behind_wide_names(columns):
    rows = [line for line in shown(two(), columns).splitlines() if "44 days" in line]
    assert len(rows) == 2
    assert len({width(row.split("44 days")[0]) for row in rows}) == 1


def test_a_wide_terminal_shows_the_reason_on_one_line():
    assert "44 days since lunch on 12 Oct, every 4w" in shown(two(), 140)


def test_reasons_are_wrapped_and_not_cut():
    words = shown(two(), 50).split()
    for word in ("days", "since", "lunch", "every", "4w"):
        assert words.count(word) >= 2


def test_the_client_stands_below_the_name_however_long_the_reason():
    lines = shown(two(), 60).splitlines()
    at = next(i for i, line in enumerate(lines) if "Jane Porter" in line)
    assert "44 days" in lines[at]
    assert "Acme" in lines[at + 1]
    assert "every 4w" in lines[at + 1]


def test_a_long_delay_stays_on_one_line():
    assert "1098 days late" in shown(acme({}, {"date": "2023-10-26"}), 80)


def test_a_name_in_brackets_is_no_markup():
    assert "[red]Jane[/red]" in shown(acme({"name": "[red]Jane[/red]"}), 120)
    assert ":smile:" in shown(acme({"name": ":smile:"}), 120)


def test_hostile_names_are_shown_and_never_sent():
    text = shown(acme({"name": "\x1b[31mEve\u202e", "interests": ["\x1b]0;x\x07"]}), 120)
    assert not set(text) & set("\x1b\u202e\x07")


def test_colours_only_repeat_what_a_letter_says():
    coloured = shown(two(), colour=True)
    assert "\x1b[" in coloured
    assert "LATE" in shown(two())
    assert "!!" in shown(two())


def test_whose_it_is_stands_beside_each_item_only_in_everybodys_list():
    assert "→ amara" in shown(two())
    assert "→" not in shown(two(), name="Amara Okafor")


def test_at_most_three_facts_stand_below_a_name_and_how_to_reach_is_one():
    text = shown(two(interests=["one", "two", "three", "four"], phone="0113"), 100)
    assert text.count("cares about") == 2
    assert "reach: 0113" in text


def test_groups_come_in_their_order_and_an_empty_list_explains_itself():
    of = acme({"birthday": "11-27"}, {"date": "2026-10-28"})
    text = shown(of, until=TODAY + timedelta(days=4))
    assert text.index("TODAY") < text.index("THIS WEEK")
    assert "0 due: 1 person rests (cadence: never)" in shown(acme({"cadence": "never"}))


def test_into_a_file_nothing_is_cut():
    of = two(interests=["x" * 300, "one", "two", "three"], phone="0113")
    text = shown(of, 80, terminal=False)
    assert "…" not in text
    assert text.count("x") >= 300
    assert text.count("cares about") == 4


def test_what_is_to_be_explained_stands_below_and_is_never_cut():
    text = shown(two(), 60, more=lambda _: ["touches/acme.yaml:1: " + "word " * 30])
    assert text.count("word") == 60


def test_what_drifts_or_cannot_be_stands_below_the_list():
    of = acme({}, {"date": "2026-10-28"}, {"date": "2026-11-26"})
    assert "not counted: touches/acme.yaml: 26 Nov (jane)" in shown(of, 140)
