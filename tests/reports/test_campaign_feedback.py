"""What a campaign has heard, as text and as JSON."""

import json

from scenes import TODAY, book

from relplan.reports import campaign_feedback
from relplan.reports.sections import plain

ROLES = {"jane": {"name": "Jane Porter"}, "otto": {"name": "Otto Hahn"}}


def pitch(day, to, outcome, feedback):
    return {
        "date": day,
        "at": "acme",
        "to": to,
        "by": "ben",
        "outcome": outcome,
        "feedback": feedback,
    }


PITCHES = [
    pitch("2026-11-10", "jane", "declined", "the refund is a trick"),
    pitch("2026-11-18", "otto", "open", "likes the refund"),
]


def of(**fields):
    return book({"acme": {"roles": ROLES}}, campaigns={"stock": {"proposition": "Stock", **fields}})


def page(**fields):
    return plain(campaign_feedback.page("stock", of(**fields), TODAY))


def test_feedback_stands_under_the_version_and_the_outcome():
    assert page(pitches=PITCHES, versions={"2026-11-15": "Paid in cash"}) == (
        "AS IT BEGAN\n"
        "  Stock\n"
        "  declined\n"
        "    - Jane Porter, Acme, 10 Nov: the refund is a trick\n"
        "\n"
        "SINCE 15 NOV\n"
        "  Paid in cash\n"
        "  open\n"
        "    - Otto Hahn, Acme, 18 Nov: likes the refund\n"
        "\n"
        "SAID BY MORE THAN ONE\n"
        "· refund: Jane Porter, Otto Hahn\n"
        "\n"
        "1 feedback since the last version; once the proposition is better for it, write how:\n"
        '  relplan campaign learn stock --version "WHAT IS NEW"\n'
    )


def test_what_every_version_has_answered_asks_for_nothing():
    assert page(pitches=PITCHES, versions={"2026-11-20": "Paid"}).endswith(
        "\n\nevery feedback is older than the last version\n"
    )


def test_without_feedback_there_is_nothing_to_learn_from():
    assert page() == "AS IT BEGAN\n  Stock\n  nothing was said of it yet\n\nno feedback yet\n"


def test_a_program_gets_the_same_groups():
    one = of(pitches=PITCHES).campaigns["stock"]
    value = json.loads(campaign_feedback.as_json("stock", one, TODAY))
    [version] = value["versions"]
    assert (version["date"], version["text"]) == (None, "Stock")
    assert [*version["feedback"]] == ["declined", "open"]
    assert value["recurring"] == [
        {"word": "refund", "people": [["acme", "jane"], ["acme", "otto"]]}
    ]
    assert value["since_last_version"] == 2
