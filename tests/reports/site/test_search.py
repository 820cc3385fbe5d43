"""What a search can find, and how it stands in the page."""

import json
from types import MappingProxyType

import scenes

from relplan.files.book import Loaded
from relplan.reports.site.search import as_json, entries
from relplan.reports.site.shape import Entry
from relplan.reports.site.source import Whole


def whole(book):
    return Whole(Loaded(scenes.Path(), book), scenes.TODAY, (), MappingProxyType({}))


def texts(book, kind):
    return [
        (one.title, one.where, one.text, one.href)
        for one in entries(whole(book))
        if one.kind == kind
    ]


def test_a_person_is_found_by_name_title_interests_and_notes():
    book = scenes.acme({"title": "CFO", "interests": ["sailing"], "notes": "Prefers the phone"})
    [(title, where, text, href)] = texts(book, "person")
    assert (title, where, href) == ("Jane Porter", "Acme", "clients/acme.html#person-jane")
    assert text == "CFO · sailing · Prefers the phone"


def test_a_touch_is_found_by_its_note_what_was_learned_and_promised():
    line = {
        "date": "2026-11-03",
        "note": "Worried",
        "learned": "Plants",
        "promise": {"what": "the benchmark", "by": "2026-11-20"},
    }
    [(title, _, text, href)] = texts(scenes.acme({}, line), "touch")
    assert title == "Tue 3 Nov, Jane Porter"
    assert text == "Amara Okafor · Worried · Plants · the benchmark (by 20 Nov)"
    assert href == "clients/acme.html#touch-1"


def test_goals_weaknesses_initiatives_campaigns_and_feedback_are_found():
    book = scenes.book(
        {
            "acme": {
                "roles": {"jane": scenes.jane()},
                "weaknesses": {"w": {"text": "No plant tie", "evidence": "head office only"}},
                "goals": {
                    "g": {"goal": "They call us", "initiatives": {"i": {"what": "Close clinic"}}}
                },
            }
        },
        campaigns={
            "stock": {
                "proposition": "We hold the stock",
                "pitches": [
                    {
                        "date": "2026-11-01",
                        "at": "acme",
                        "to": "jane",
                        "by": "ben",
                        "feedback": "Who pays?",
                    }
                ],
            }
        },
    )
    assert texts(book, "weakness")[0][0] == "No plant tie — head office only"
    assert texts(book, "goal")[0][3] == "clients/acme.html#work"
    assert texts(book, "initiative")[0][3] == "clients/acme.html#initiative-g.i"
    assert texts(book, "campaign")[0][3] == "campaigns/stock.html"
    assert texts(book, "feedback") == [
        ("Who pays?", "We hold the stock", "", "campaigns/stock.html#pitches")
    ]


def test_no_text_ends_the_script_element_or_is_markup_in_it():
    one = Entry("person", "</script><!-- & \u2028", "\u202e", "a.html", "\x1b[0m\n two")
    text = as_json([one])
    assert not set("<>&\u2028\u202e\x1b") & set(text)
    assert json.loads(text) == [["person", "</script><!-- &", "\\u202e", "a.html", "\\x1b[0m two"]]
