"""The way back from a win, and who holds it back."""

from scenes import TODAY, book

from relplan.analysis.win import (
    Break,
    breaks,
    core_team,
    detractors,
    is_mapped_at_home,
    is_sought,
    is_taken,
    misplaced,
)

WIN = {"what": "They ask us", "by": "2027-09-30"}


def contoso(**fields):
    shape = {"prospect": "Contoso Foods", "win": WIN, **fields}
    return book(prospects={"c": shape}).prospects["c"]


def step(**fields):
    return {"what": "The board hears it", **fields}


def broken(**steps):
    return list(breaks(contoso(steps=steps), TODAY))


def test_only_an_active_prospect_with_a_win_is_sought():
    assert is_sought(contoso())
    assert not is_sought(contoso(win=None))
    assert not is_sought(contoso(status="resting"))
    assert list(breaks(contoso(status="lost"), TODAY)) == []


def test_a_step_is_taken_from_its_day_on():
    steps = contoso(steps={"a": step(done="2026-11-25"), "b": step(done="2026-11-26")}).steps
    assert is_taken(steps["a"], TODAY)
    assert not is_taken(steps["b"], TODAY)


def test_a_chain_is_whole_backwards_forwards_and_by_its_order_alone():
    assert broken(a=step(needs="b"), b=step(needs="c"), c=step()) == []
    assert broken(a=step(), b=step(needs="a"), c=step(needs="b")) == []
    assert broken(a=step(), b=step(), c=step()) == []
    assert broken() == [Break("no steps")]


def test_a_second_end_is_loose_until_it_is_taken():
    assert broken(a=step(needs="b"), b=step(), c=step()) == [Break("loose", "c")]
    assert broken(a=step(needs="b"), b=step(), c=step(done="2026-11-01")) == []
    assert broken(b=step(), x=step(), a=step(needs="b")) == [Break("loose", "x")]


def test_every_circle_is_said_once_with_its_way():
    assert broken(a=step(needs="a")) == [Break("circle", "a")]
    assert broken(a=step(needs="b"), b=step(needs="c"), c=step(needs=["b", "d"]), d=step()) == [
        Break("circle", "b", ("c",))
    ]
    two = broken(a=step(needs=["b", "c"]), b=step(needs="b"), c=step(needs="c"))
    assert [one.step for one in two] == ["b", "c"]


def test_a_need_that_nobody_knows_is_left_to_reading():
    assert broken(a=step(needs="nowhere")) == []


def test_days_go_backwards_along_the_chain():
    late = step(by="2027-06-02")
    assert broken(a=step(by="2027-06-01", needs="b"), b=late) == [Break("too late", "a", ("b",))]
    assert broken(a=step(by="2027-06-02", needs="b"), b=late) == []
    assert broken(a=step(by="2027-06-01", needs="b"), b={**late, "done": "2026-11-01"}) == []
    assert broken(a=step(by="2027-10-01")) == [Break("after the win", "a")]
    assert broken(a=step(by="2027-10-01", done="2026-11-01")) == []


def test_in_a_circle_the_circle_is_the_cause_of_days_that_cannot_be():
    early, late = step(by="2027-06-01", needs="b"), step(by="2027-06-02", needs="a")
    assert broken(a=early, b=late) == [Break("circle", "a", ("b",))]


def test_a_long_chain_is_walked_without_recursion():
    chain = {f"s{n}": step(needs=f"s{n + 1}") for n in range(5_000)}
    assert broken(**chain, s5000=step()) == []


def held(**fields):
    roles = {"otto": {"name": "Otto Hartmann"}}
    steps = {"a": step(people={"otto": "detractor"}), "b": step(people={"otto": "detractor"})}
    of = contoso(**{"roles": roles, "steps": steps, **fields})
    return list(detractors(of, book().settings, TODAY))


def test_one_of_theirs_is_named_once_with_the_first_open_step():
    assert held() == [("roles", "otto", "Otto Hartmann", "a")]
    taken = {"a": step(people={"otto": "detractor"}, done="2026-11-01")}
    assert held(steps=taken) == []


def test_words_about_one_of_theirs_meet_them_wherever_they_stand():
    assert held(roles={"otto": {"name": "Otto Hartmann", "notes": "Proud of his costing"}}) == []
    assert held(notes="Ask Hartmann first") == []
    assert held(homework={"h": {"learned": "What OTTO wrote", "from": "a journal"}}) == []
    assert held(homework={"h": {"learned": "Much", "from": "interview", "who": "Otto"}}) == []
    assert held(review={"held": {"2026-10-01": {"decided": ["Otto first"]}}}) == []
    assert held(notes="Ottoman furniture") != []


def test_one_of_ours_is_met_by_motive_and_answer_alone():
    own = {"name": "Marcus Hale", "force": "detractor"}
    found = held(steps={}, ours={"m": own})
    assert found == [("ours", "m", "Marcus Hale", None)]
    assert held(steps={}, ours={"m": {**own, "motive": "hours"}}) == found
    assert held(steps={}, ours={"m": {**own, "motive": "hours", "answer": "a cap"}}) == []


def test_a_member_of_the_team_who_is_not_under_ours_is_found():
    steps = {"a": step(people={"ben": "detractor"})}
    assert held(steps=steps) == [("team", "ben", "Ben Archer", "a")]
    own = {"name": "Ben Archer", "force": "neutral", "motive": "hours", "answer": "a cap"}
    assert held(steps=steps, ours={"ben": own}) == []


def test_home_is_mapped_by_ours_or_by_members_in_steps():
    roles = {"otto": {"name": "Otto Hartmann"}}
    assert is_mapped_at_home(contoso(ours={"m": {"name": "M", "force": "neutral"}}))
    assert is_mapped_at_home(contoso(roles=roles, steps={"a": step(people={"ben": "neutral"})}))
    assert not is_mapped_at_home(
        contoso(roles=roles, steps={"a": step(people={"otto": "neutral"})})
    )
    assert not is_mapped_at_home(contoso(steps={"a": step()}))


def test_the_core_team_is_who_is_still_with_us():
    team = {"amara": {"name": "A", "tier": "staff"}}
    team["ben"] = {"name": "B", "tier": "staff", "left": "2026-11-25"}
    settings = book(team=team).settings
    assert core_team(contoso(core_team=["amara", "ben", "amara"]), settings, TODAY) == ("amara",)


def test_our_effort_is_misplaced_above_what_they_do():
    calls, asked = {"what": "calls made"}, {"what": "meetings the sponsor asked for"}
    assert list(misplaced(contoso(metrics={"c": calls, "a": asked}))) == [("c", "a")]
    assert list(misplaced(contoso(metrics={"a": asked, "c": calls}))) == []
    assert list(misplaced(contoso(metrics={"c": calls}))) == []
