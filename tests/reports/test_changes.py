import json
from datetime import date

import scenes

from relplan.analysis.change import Change
from relplan.files.trails import Commit
from relplan.reports.change_words import Words
from relplan.reports.changes import as_json, as_plain, sectioned
from relplan.rules.comparison import Compared, Comparison, Since

WORDS = Words({"amara": "Amara Okafor"}, scenes.TODAY)
START = Commit("1a2b3c4d5e6f7a8b9c0d" * 2, date(2026, 10, 6))
LATE = Change("late", "goals.g.initiatives.i", "i", "2026-11-02", None, 23)
CAME = Change("came", "roles.jo", "Jo\x1b[31m", None, "CFO")
NO_STATE = "  (by the dates in the plan alone: git has no older state of it here)"


def one(*changes, begun="before", name="Acme", reviewed=True):
    start = START if begun else None
    return Compared("acme", name, "amara", date(2026, 10, 7), reviewed, start, begun, changes)


def lines(*clients, since=None, columns=None):
    found = Comparison(clients, ())
    return as_plain(found, since or Since(), WORDS, columns).splitlines()


def test_the_changes_of_a_client_stand_under_headings_in_order():
    assert lines(one(LATE, CAME)) == [
        "Acme, since the review of 7 Oct",
        "  (compared with the plan as committed on 6 Oct (1a2b3c4d5e))",
        "  people",
        "    - Jo\\x1b[31m is new: CFO.",
        "  initiatives",
        "    - i passed its date, 2 Nov, and is not done.",
    ]


def test_a_terminal_gets_lines_that_fit():
    found = lines(one(LATE, CAME), columns=40)
    assert max(len(line) for line in found) <= 40
    assert found[-2:] == ["    - i passed its date, 2 Nov, and is", "      not done."]


def test_clients_without_a_change_are_named_at_the_end():
    found = lines(one(LATE), one(name="Bolt"), one(name="Cole\n"))
    assert found[-2:] == ["", "No change: Bolt and Cole "]


def test_one_client_without_a_change_says_so():
    assert lines(one()) == ["Acme, since the review of 7 Oct", "  no change"]


def test_a_book_without_clients_says_so():
    assert lines() == ["No client to compare."]


def test_since_when_it_is():
    assert lines(one(LATE, reviewed=False))[0] == "Acme, since 7 Oct; no review is held"
    assert lines(one(LATE), since=Since(day=date(2026, 10, 8)))[0] == "Acme, since 8 Oct"
    named = Since(commit=START, named="v1")
    assert lines(one(LATE), since=named)[0] == "Acme, since v1"


def test_with_what_it_was_compared():
    assert lines(one(LATE, begun=""))[1] == NO_STATE
    assert lines(one(begun="new"))[1] == (
        "  (the plan is new: first committed on 6 Oct, and compared with that)"
    )
    assert lines(one(LATE, begun="first"))[1] == (
        "  (history begins on 6 Oct, and that state is compared with (1a2b3c4d5e))"
    )
    assert lines(one(begun="gone")) == ["Acme", "  (the plan was removed on 6 Oct (1a2b3c4d5e))"]


def test_the_work_of_a_prospect_is_its_steps():
    step = LATE._replace(item="steps.i")
    assert [title for title, _ in sectioned([step])] == ["steps"]
    assert [title for title, _ in sectioned([step, LATE])] == ["initiatives"]


def test_json_has_every_field_and_the_sentence():
    value = json.loads(as_json(Comparison((one(LATE),), ("a note",)), WORDS))
    assert value == {
        "version": 1,
        "today": "2026-11-25",
        "notes": ["a note"],
        "clients": [
            {
                "id": "acme",
                "name": "Acme",
                "owner": "amara",
                "since": "2026-10-07",
                "reviewed": True,
                "begun": "before",
                "commit": START.id,
                "committed": "2026-10-06",
                "changes": [
                    {
                        "kind": "late",
                        "item": "goals.g.initiatives.i",
                        "what": "i",
                        "before": "2026-11-02",
                        "after": None,
                        "days": 23,
                        "times": 0,
                        "text": "i passed its date, 2 Nov, and is not done.",
                    }
                ],
            }
        ],
    }
