"""What a campaign has heard."""

from datetime import date

from relplan.analysis.feedback import heard, recurring, since_last, version_on
from relplan.model.campaign import Campaign


def pitch(day, to="jane", outcome="open", feedback=None, at="acme"):
    said = {"feedback": feedback} if feedback else {}
    return {"date": day, "at": at, "to": to, "by": "ben", "outcome": outcome, **said}


def campaign(*pitches, **versions):
    days = {key[1:].replace("_", "-"): text for key, text in versions.items()}
    return Campaign.model_validate({"proposition": "Stock", "pitches": pitches, "versions": days})


def test_a_version_is_pitched_from_its_day_on():
    found = campaign(v2026_11_10="B", v2026_11_02="A")
    assert version_on(found, date(2026, 11, 1)) is None
    assert version_on(found, date(2026, 11, 2)) == date(2026, 11, 2)
    assert version_on(found, date(2026, 11, 30)) == date(2026, 11, 10)


def test_feedback_is_grouped_by_version_and_outcome_oldest_first():
    found = campaign(
        pitch("2026-11-12", outcome="declined", feedback="no"),
        pitch("2026-11-05", outcome="declined", feedback="too dear"),
        pitch("2026-11-04", "raj", "accepted", "at last"),
        pitch("2026-11-03", "raj", "declined", "who pays?"),
        pitch("2026-11-03", "otto"),
        v2026_11_10="We pay",
    )
    rows = [
        (one.version, one.text, [(a.outcome, [p.feedback for p in a.said]) for a in one.answers])
        for one in heard(found)
    ]
    assert rows == [
        (None, "Stock", [("accepted", ["at last"]), ("declined", ["who pays?", "too dear"])]),
        (date(2026, 11, 10), "We pay", [("declined", ["no"])]),
    ]
    assert [one.feedback for one in since_last(found)] == ["no"]


def test_without_a_version_everything_is_unanswered():
    assert len(since_last(campaign(pitch("2026-11-03", feedback="no")))) == 1
    assert since_last(campaign(pitch("2026-11-03"))) == ()


def test_a_word_recurs_when_another_person_says_it_too():
    found = campaign(
        pitch("2026-11-03", feedback="Likes the refund, and the refund alone"),
        pitch("2026-11-04", "raj", feedback="Refunds are late"),
        pitch("2026-11-05", "otto", feedback="The alone is mine; price"),
        pitch("2026-11-06", "otto", feedback="The price"),
    )
    assert recurring(found.pitches) == (
        ("alone", (("acme", "jane"), ("acme", "otto"))),
        ("refund", (("acme", "jane"), ("acme", "raj"))),
    )
