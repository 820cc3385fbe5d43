"""Where each campaign stands, and where it is taken."""

from scenes import TODAY, book

from relplan.analysis.standing import selling, standing, standings

ROLES = {
    "jane": {"name": "Jane Porter", "role": "decision-maker", "ours": "ben"},
    "raj": {"name": "Raj Patel"},
}
RUNS = {"from": "2026-11-01", "to": "2026-12-18"}


def pitch(to, outcome="open", **more):
    return {"date": "2026-11-18", "at": "acme", "to": to, "by": "ben", "outcome": outcome, **more}


def campaign(**fields):
    return {"proposition": "x", "cohort": {"clients": ["acme"]}, "runs": RUNS, **fields}


def of(**campaigns):
    return book({"acme": {"roles": ROLES}, "kestrel": {}}, campaigns=campaigns)


def test_a_standing_counts_people_executives_and_answers_to_resistance():
    shape = campaign(
        executives={"ops": "Dana", "it": "dana"},
        resistance={"a": {"what": "cash", "answer": "pilot"}, "b": {"what": "time"}},
        pitches=[pitch("jane", "accepted", feedback="at last"), pitch("raj")],
    )
    found = standing(of(stock=shape), "stock", TODAY)
    assert (found.executives, found.met, found.stage) == (("Dana",), 1, "running")
    assert (found.rate, found.open, found.feedbacks) == ((2, 1, 1), 1, 1)
    assert (found.targets.heard, len(found.targets.people)) == (1, 1)


def test_running_campaigns_stand_first_and_those_that_are_over_last():
    def to(first, last):
        return campaign(runs={"from": first, "to": last})

    found = of(
        over=to("2026-01-01", "2026-11-24"),
        never=campaign(runs=None),
        coming=to("2026-11-26", "2026-12-01"),
        later=to("2026-11-25", "2026-12-31"),
        now=to("2026-11-01", "2026-11-25"),
    )
    assert [(one.id, one.stage) for one in standings(found, TODAY)] == [
        ("now", "running"),
        ("later", "running"),
        ("coming", "to come"),
        ("never", "not planned"),
        ("over", "over"),
    ]


def test_a_running_campaign_is_shown_at_each_member_of_its_cohort():
    found = of(stock=campaign(pitches=[pitch("jane", "declined"), pitch("raj")]))
    [one] = selling(found, TODAY)
    assert one[:5] == ("stock", "x", found.campaigns["stock"].runs.to, "acme", "Acme")
    assert (one.deciders, one.heard, one.open) == (1, 1, 1)
    assert [*selling(found, TODAY, client="kestrel")] == []


def test_whose_it_is_decides_who_sees_it():
    found = of(stock=campaign(owner="cara"))
    seen = {who: len([*selling(found, TODAY, member=who)]) for who in ("amara", "ben", "cara", "x")}
    assert seen == {"amara": 1, "ben": 1, "cara": 1, "x": 0}


def test_only_on_the_days_of_its_run():
    for runs in (None, {"from": "2026-11-26", "to": "2026-12-01"}):
        assert [*selling(of(stock=campaign(runs=runs)), TODAY)] == []
