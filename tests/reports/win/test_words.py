from datetime import date
from decimal import Decimal

import pytest
from scenes import TODAY
from ways import SMALL, a_way

from relplan.reports.win import words

OLD = (date(2026, 3, 2), Decimal(1))


def plan(*steps, by="2027-09-30"):
    lines = "".join(f"  {one}\n" for one in steps)
    return f"prospect: C\nwin: {{what: x, by: {by}}}\nsteps:\n{lines}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (plan("a: {what: b, by: 2027-06-01}"), "the dates can hold; 221 working days are left for 1 step"),
        (plan("a: {what: b}"), "nobody can tell whether the dates hold"),
        (
            plan("a: {what: b, by: 2027-06-03, needs: c}", "c: {what: d, by: 2027-06-01}"),
            "the dates can hold, and are tight; 221 working days are left for 2 steps",
        ),
        (
            plan("a: {what: b, by: 2026-11-24}", by="2026-11-27"),
            "the dates slip; if every step takes the time that the plan gives it, the win comes on Mon 30 Nov",
        ),
        (
            plan("a: {what: b, by: 2027-06-01, needs: [c, d]}", "c: {what: x, by: 2026-11-24}",
                 "d: {what: y, by: 2027-01-04}"),
            "a step is late, and the day of the win can stay",
        ),
        (plan("a: {what: b}", by="2026-11-24"), "the dates cannot hold"),
    ],
)  # fmt: skip
def test_the_verdict_is_one_sentence(text, said):
    assert words.verdict(a_way(text)) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (plan("a: {what: b}", by="2026-11-20"), "the day of the win passed 5 days ago"),
        (
            plan("a: {what: b}", "c: {what: d}", "e: {what: f}", by="2026-11-26"),
            "3 steps must follow each other in 1 working day, and each takes one at the least",
        ),
        (
            plan("a: {what: b, by: 2027-01-04}", by="2026-12-31"),
            "a comes by Mon 4 Jan 2027, after the win itself",
        ),
        (
            plan("a: {what: b, by: 2027-06-01, needs: c}", "c: {what: d, by: 2027-06-02}"),
            "a comes by Tue 1 Jun 2027 and needs c, which comes by Wed 2 Jun 2027",
        ),
        (plan("a: {what: b, by: 2026-11-24}"), "a was to be taken by Tue 24 Nov, 1 day ago"),
        (plan("a: {what: b}"), "a has no day"),
        (
            plan("a: {what: b, by: 2027-06-02, needs: c}", "c: {what: d, by: 2027-06-01}"),
            "a comes 1 working day after c; fewer than 5 are tight",
        ),
        (plan("a: {what: b, by: 2027-06-05}"), "a falls on Sat 5 Jun 2027, on which nobody works"),
    ],
)
def test_every_trouble_is_named_with_its_days(text, said):
    way = a_way(text)
    assert words.trouble(way.table.troubles[0], way) == said


def test_every_reason_has_words():
    way = a_way()
    said = {words.reason(reason) for weight in way.weights for reason in weight.reasons}
    assert said == {
        "those who hold it back weigh 3, those who drive it 0",
        "nothing here meets what makes Otto Hartmann hold it back",
        "nobody drives it",
        "it does not say what they gain by it",
        "all homework for it was heard in sales talks",
        "its day has passed",
        "no homework says that it is for this step",
    }
    way = a_way(plan("a: {what: b}"))
    assert [words.reason(one) for one in way.weights[0].reasons] == [
        "nobody is named who touches it",
        "it does not say what they gain by it",
        "it has no day",
    ]


def test_the_weakest_is_named_or_that_there_is_none():
    fine = "a: {what: b, by: 2027-06-01, value: c, people: {ben: propellent}}"
    assert words.weakest(a_way()) == "the weakest link is checks, with 10 points"
    assert words.weakest(a_way(plan(fine))) == "no link is weak by what is written"
    taken = "a: {what: b, done: 2026-11-01}"
    assert words.weakest(a_way(plan(taken))) == "no step is open"


def test_who_touches_a_step_has_a_sign_and_a_side():
    people = {one.id: words.person(one) for link in a_way().chain.links for one in link.people}
    assert people == {
        "marcus": "− Marcus Hale (ours)",
        "lena": "+ Lena Hartmann (high influence)",
        "ben": "+ Ben Archer (ours)",
        "otto": "− Otto Hartmann (high influence)",
    }
    gone = SMALL.replace("influence: high}\nours", "influence: high, left: 2026-01-01}\nours")
    link = next(one for one in a_way(gone).chain.links if one.id == "checks")
    assert words.person(link.people[0]) == "− Otto Hartmann (high influence, has left)"
    strange = a_way(plan("a: {what: b, people: {zoe: neutral}}")).chain.links[0].people[0]
    assert words.person(strange) == "= zoe (nobody knows who)"


def test_the_sum_behind_the_force_is_shown():
    people = "{otto: detractor, lena: propellent, ben: detractor, nobody: neutral}"
    text = SMALL.replace("people: {otto: detractor}", f"people: {people}")
    link = next(one for one in a_way(text).chain.links if one.id == "checks")
    assert words.pulls(link) == (
        "Otto Hartmann −3, Lena Hartmann +3, Ben Archer −2 (influence not written counts 2)"
    )


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ([OLD], "level since 2 Mar"),
        ([(OLD[0], Decimal(0))], "up from 0 on 2 Mar, last changed 25 Nov"),
        ([(OLD[0], Decimal(4)), (date(2026, 6, 1), Decimal(1))], "down from 4 on 2 Mar, last changed 1 Jun"),
        ([OLD, (date(2026, 6, 1), Decimal(3))], "again 1 on 2 Mar, last changed 25 Nov"),
        ([], ""),
        ([(date(2027, 1, 1), Decimal(0))], ""),
    ],
)  # fmt: skip
def test_a_metric_tells_how_it_moved(counts, said):
    assert words.trend("asked", a_way(today=TODAY, counts={"asked": counts})) == said
