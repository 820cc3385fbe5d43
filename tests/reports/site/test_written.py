"""What a client's files say in full."""

import pytest
import scenes

from relplan.reports.pack.source import source
from relplan.reports.site.written import deeds, log, people


def made(book):
    return source(book, "acme", scenes.TODAY)


def said(facts):
    return {one.label: one.text for one in facts}


def test_a_person_is_shown_with_everything_but_what_is_not_written():
    [card] = people(
        made(
            scenes.acme(
                {"birthday": "06-14", "phone": "007", "known_by": "met", "as_of": "2026-09-12"}
            )
        )
    )
    assert said(card.facts) == {"telephone": "007", "birthday": "14 Jun", "known": "met, 12 Sep"}


def test_who_left_stays_on_the_page_and_says_so():
    [card] = people(made(scenes.acme({"left": "2026-10-01"})))
    assert said(card.facts)["left"] == "1 Oct"


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ({}, ""),
        ({"answered": "false"}, "not answered"),
        ({"planned": "true"}, "planned"),
        ({"date": "2026-12-01"}, "planned"),
        ({"cancelled": "true"}, "cancelled"),
        ({"snooze": "2026-12-01"}, "note"),
    ],
)
def test_a_line_of_the_log_that_is_no_touch_says_what_it_is(line, mark):
    [row] = log(made(scenes.acme({}, {"date": "2026-11-03", **line})))
    assert row.mark == mark


def test_the_newest_line_stands_first_and_a_struck_one_not_at_all():
    lines = [
        {"date": "2026-11-03", "note": "struck"},
        {"date": "2026-11-04", "note": "one"},
        {"date": "2026-11-04", "note": "two"},
        {"date": "2026-11-05", "void": "2026-11-03 jane"},
    ]
    assert [said(row.said)["note"] for row in log(made(scenes.acme({}, *lines)))] == ["two", "one"]


def test_an_initiative_says_what_it_invests_learns_and_illustrates():
    goals = {
        "g": {
            "goal": "They call us",
            "initiatives": {"i": {"what": "Clinic", "invests": "two days", "by": "2026-12-18"}},
        }
    }
    book = scenes.book({"acme": {"roles": {"jane": scenes.jane()}, "goals": goals}})
    [deed] = deeds(made(book))
    assert (deed.id, deed.what, deed.mark) == ("initiative-g.i", "Clinic", "planned")
    assert said(deed.facts) == {
        "for the goal": "They call us",
        "owner": "Amara Okafor",
        "by": "18 Dec",
        "invests": "two days",
    }


def test_who_touches_a_step_is_named_whether_theirs_or_ours():
    steps = {
        "one": {
            "what": "They ask",
            "people": {"lena": "propellent", "hale": "detractor", "ben": "neutral"},
        }
    }
    prospect = {
        "prospect": "Acme",
        "owner": "amara",
        "roles": {"lena": {"name": "Lena"}},
        "ours": {"hale": {"name": "Marcus Hale", "force": "detractor"}},
        "steps": steps,
    }
    [deed] = deeds(made(scenes.book(prospects={"acme": prospect})))
    named = "Lena (propellent), Marcus Hale (detractor), Ben Archer (neutral)"
    assert said(deed.facts)["people"] == named
