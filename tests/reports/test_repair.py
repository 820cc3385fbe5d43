"""A repair in words, and for a program."""

import json

import pytest
from scenes import TODAY, book, jane, log, plan

from relplan.analysis.repair_track import Scene
from relplan.reports.repair import Told, as_json, listing, next_of, page
from relplan.reports.sections import plain


def told(*lines, status="damaged", roles=None, **repair):
    shape = {"began": "2026-11-01", "our_faults": ["Two filings late"], **repair}
    of = plan(status=status, roles=roles or {"jane": jane()}, repair=shape)
    return Told("acme", Scene(of, of.repair, book().settings, log(*lines)))


def test_the_track_what_to_own_and_what_is_next():
    found = told(step="breathe", until="2026-12-04", taken={"finish": "2026-11-20"}, lead="ben")
    assert plain(page(found)) == (
        "Acme (acme): in repair since 1 Nov (24 days), led by Ben Archer\n"
        "  x finish     finish the task, and correct the wrong (20 Nov)\n"
        "  > breathe    leave them in peace for a while, until 4 Dec\n"
        "    break-ice  break the ice humbly: own what went wrong\n"
        "    ask        ask what we could have done differently\n"
        "    forward    go forward in the usual rhythm, without another apology\n"
        "\n"
        "TO OWN\n"
        "· Two filings late\n"
        "\n"
        "TO LEAVE OUT\n"
        "· their part in it\n"
        "\n"
        "NEXT\n"
        "  the breathing period lasts until 4 Dec; nobody calls before; then: relplan repair next"
        " acme\n"
    )


def test_an_ended_repair_tells_what_became_of_it():
    found = told(
        status="active",
        step="forward",
        ended="2026-11-20",
        what="The report was late",
        corrected="Fee returned",
        answer="Ring first",
    )
    text = plain(page(found))
    assert text.startswith(
        "Acme (acme): was in repair from 1 Nov to 20 Nov, led by Amara Okafor\nThe report was late\n"
        "  x finish     Fee returned\n"
    )
    assert "  x ask        they answered: Ring first\n" in text
    assert "NEXT" not in text


@pytest.mark.parametrize(
    ("repair", "said"),
    [
        ({"step": "ask", "answer": "x"}, "the step is taken; go on: relplan repair next acme"),
        (
            {"step": "forward"},
            "the usual rhythm is kept; end the repair: relplan repair next acme",
        ),
    ],
)
def test_what_is_next_when_nothing_is_missing(repair, said):
    assert next_of(told({"date": "2026-11-20"}, **repair)) == said


def test_the_list_of_all():
    assert plain(listing([])) == "no relationship is under repair\n"
    assert plain(listing([told(step="ask", answer="x")])) == (
        "Acme (acme): ask, led by Amara Okafor\n"
        "    the step is taken; go on: relplan repair next acme\n"
    )


def test_for_a_program():
    found = json.loads(as_json([told(step="breathe", until="2026-12-04")], TODAY))
    [repair] = found["repairs"]
    assert (found["version"], repair["client"], repair["step"]) == (1, "acme", "breathe")
    assert repair["to_own"] == ["Two filings late"]
    assert repair["missing"] == "the breathing period lasts until 4 Dec; nobody calls before"
    assert [one["state"] for one in repair["track"]] == ["taken", "now", *["to come"] * 3]


def test_the_page_keeps_to_the_width_and_foreign_text_is_inert():
    found = told(step="ask", what="wo\x1b[31mrd " * 20, our_faults=["\x07"])
    text = plain(page(found, 40))
    assert max(map(len, text.splitlines())) <= 40
    assert not {"\x1b", "\x07"} & set(text)
