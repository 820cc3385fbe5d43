import pytest
import scenes

from relplan.analysis.change import Change
from relplan.reports.change_words import SECTIONS, Words, sentence

WORDS = Words({"amara": "Amara Okafor", "ben": "Ben Archer"}, scenes.TODAY)
D1, D2 = "2026-10-01", "2027-01-05"


def said(kind, what="", *rest):
    return sentence(Change(kind, "item", what, *rest), WORDS)


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (("renamed", "B", "A", "B"), "A is called B now."),
        (("won", "Acme"), "Acme was a prospect and is a client now."),
        (("status", "", "active", "damaged"), "The relationship is damaged now, it was active."),
        (
            ("owner", "", "amara", "ben"),
            "Ben Archer answers for the client now, no longer Amara Okafor.",
        ),
        (("owner", "", None, "ben"), "Ben Archer answers for the client now."),
        (("owner", "", "zed", None), "Nobody answers for the client now, zed did."),
        (("priority", "", "A", "B"), "The priority went from A to B."),
        (("reviewed", "", None, D1), "A review was held on 1 Oct."),
        (("came", "Jo Ray", None, "CFO"), "Jo Ray is new: CFO."),
        (("came", "Jo Ray"), "Jo Ray is new."),
        (("left", "Jo", "CFO", D1), "Jo (CFO) left on 1 Oct."),
        (("left", "Jo", None, D2), "Jo left on 5 Jan 2027."),
        (("left", "Jo", "CFO"), "Jo (CFO) is no longer in the plan."),
        (("left", "Jo"), "Jo is no longer in the plan."),
        (("stance", "Jo", "sceptic", "neutral"), "Jo warmed from sceptic to neutral."),
        (("stance", "Jo", "mentor", "opponent"), "Jo cooled from mentor to opponent."),
        (("stance", "Jo", None, "sceptic"), "Jo is noted as sceptic now."),
        (("stance", "Jo", "sceptic"), "Jo is no longer noted as sceptic."),
        (("influence", "Jo", "low", "high"), "The influence of Jo rose from low to high."),
        (("influence", "Jo", "high", "medium"), "The influence of Jo fell from high to medium."),
        (("influence", "Jo", None, "high"), "The influence of Jo is noted as high now."),
        (("influence", "Jo", "high"), "The influence of Jo is no longer noted, it was high."),
        (("tie", "Jo", "none", "credible"), "The tie to Jo grew from none to credible."),
        (("tie", "Jo", "credible", "vendor"), "The tie to Jo weakened from credible to vendor."),
        (("tie", "Jo", None, "vendor"), "The tie to Jo is noted as vendor now."),
        (("tie", "Jo", "vendor"), "The tie to Jo is no longer noted, it was vendor."),
        (("role", "Jo", "user", "approver"), "Jo went from user to approver."),
        (("role", "Jo", None, "user"), "Jo is noted as user now."),
        (("role", "Jo", "user"), "Jo is no longer noted as user."),
        (
            ("ours", "Jo", "ben", "amara"),
            "Amara Okafor keeps the tie to Jo now, no longer Ben Archer.",
        ),
        (("ours", "Jo", None, "amara"), "Amara Okafor keeps the tie to Jo now."),
        (("ours", "Jo", "ben"), "Nobody keeps the tie to Jo now, Ben Archer did."),
        (("answered", "No tie", None, "g"), "A goal answers a weakness now (g): No tie."),
        (("unanswered", "No tie", "g"), "No goal answers a weakness any more (g did): No tie."),
        (("weakness new", "No tie"), "New weakness: No tie."),
        (("weakness gone", "No tie"), "No longer in the plan as a weakness: No tie."),
        (("strength new", "They call!"), "New strength: They call!"),
        (("strength gone", "They call"), "No longer in the plan as a strength: They call."),
        (("goal new", "g", None, "They call"), "New goal g: They call."),
        (("goal gone", "g", "They call"), "The goal g is no longer in the plan: They call."),
        (("goal met", "g", "1", "4 of 4 calls"), "The goal g is met: 4 of 4 calls, it was 1."),
        (("goal met", "g", None, "4 of 4 calls"), "The goal g is met: 4 of 4 calls."),
        (
            ("goal unmet", "g", "4", "3 of 4 calls"),
            "The goal g is no longer met: 3 of 4 calls, it was 4.",
        ),
        (("goal unmet", "g", "4"), "The goal g is no longer met: nothing is counted, it was 4."),
        (("progress", "g", "1", "2 of 4 calls"), "g is at 2 of 4 calls, it was 1."),
        (("progress", "g", None, "2 of 4 calls"), "g is at 2 of 4 calls."),
        (("progress", "g", "1"), "Nothing is counted for g any more, it was 1."),
        (("target", "g", "4 calls", "2 calls"), "The target of g went from 4 calls to 2 calls."),
        (("target", "g", None, "2 calls"), "g has a target now: 2 calls."),
        (("target", "g", "4 calls"), "g has no target any more, it was 4 calls."),
        (("goal reworded", "g", "a", "b"), "The goal g was reworded: it said “a” and says “b”."),
        (("measure reworded", "g", "a", "b"), "g is measured by “b” now, no longer by “a”."),
        (
            ("goal slipped", "g", D1, D2, 96, 3),
            "The goal g slipped by 96 days, from 1 Oct to 5 Jan 2027, moved 3 times.",
        ),
        (("work slipped", "i", D1, D2, 1, 1), "i slipped by 1 day, from 1 Oct to 5 Jan 2027."),
        (
            ("work brought forward", "i", D2, D1, -96, 1),
            "i was brought forward by 96 days, from 5 Jan 2027 to 1 Oct.",
        ),
        (("goal back", "g", D1, D1, 0, 2), "The goal g is back at its date, 1 Oct, moved 2 times."),
        (("work dated", "i", None, D1), "i has a date now: 1 Oct."),
        (("goal undated", "g", D1), "The goal g has no date any more, it was 1 Oct."),
        (("added", "i", None, "Ride along"), "i is new: Ride along."),
        (("done", "i", "They kept it", D1), "i was done on 1 Oct: They kept it."),
        (("done", "i", None, D1), "i was done on 1 Oct."),
        (("done", "i", "They kept it"), "i was done: They kept it."),
        (("done", "i"), "i was done."),
        (("begun", "i"), "i has begun."),
        (("dropped", "i"), "i was dropped."),
        (("reopened", "i", "done"), "i is open again, it was done."),
        (("gone", "i", "Ride along"), "i is no longer in the plan: Ride along."),
        (("late", "i", D1, None, 5), "i passed its date, 1 Oct, and is not done."),
        (("reworded", "i", "a", "b"), "i was reworded: it said “a” and says “b”."),
        (("work owner", "i", "ben", "amara"), "i went from Ben Archer to Amara Okafor."),
        (("work owner", "i", None, "amara"), "Amara Okafor does i now."),
        (("work owner", "i", "ben"), "Nobody does i now, Ben Archer did."),
        (("kept", "send it", D1, D1), "Kept on 1 Oct: send it."),
        (("kept", "send it", D1, D2, 2), "Kept on 5 Jan 2027, 2 days late: send it."),
        (("broken", "send it", D1, None, 5), "Not kept by 1 Oct: send it."),
        (
            ("verdict", "i", "relationship", "sales"),
            "i is judged sales now, it was relationship; its words were altered.",
        ),
        (("finding new", "RP301 x", None, "it sells"), "New, RP301 x: it sells."),
        (("finding gone", "RP301 x", "it sells"), "Gone, RP301 x: it sells."),
    ],
)
def test_each_change_is_said_in_a_sentence(change, text):
    assert said(*change) == text


def test_every_kind_stands_under_one_heading():
    kinds = [kind for section in SECTIONS.values() for kind in section]
    assert len(kinds) == len(set(kinds))


def test_lines_of_a_foreign_text_are_joined_and_its_braces_are_words():
    assert said("goal new", "g", None, "a {what}\n  b") == "New goal g: a {what} b."
