from scenes import TODAY, book

from relplan.analysis.chain import chain, circle
from relplan.model.prospect import Prospect

TEAM = {
    "amara": {"name": "Amara Okafor", "tier": "staff"},
    "ben": {"name": "Ben Archer", "tier": "staff", "left": "2026-11-01"},
}


def contoso(steps, **fields):
    win = {"what": "They ask us", "by": "2027-09-30"}
    roles = {
        "lena": {"name": "Lena Hartmann", "influence": "high"},
        "otto": {"name": "Otto Hartmann", "left": "2026-10-01"},
    }
    shape = {"prospect": "Contoso", "win": win, "roles": roles, "steps": steps, **fields}
    return Prospect.model_validate(shape)


def drawn(steps, **fields):
    return chain(contoso(steps, **fields), book(team=TEAM).settings, TODAY)


def step(**fields):
    return {"what": "Something is true", **fields}


def test_steps_come_after_what_they_need_and_the_earliest_first():
    found = drawn(
        {
            "asks": step(by="2027-09-01", needs=["proof", "money"]),
            "money": step(by="2027-01-10"),
            "proof": step(by="2027-06-01", needs="night"),
            "night": step(by="2027-01-20"),
        }
    )
    assert [one.id for one in found.links] == ["money", "night", "proof", "asks"]
    assert found.last == ("asks",)
    assert [one.needs for one in found.links] == [(), (), ("night",), ("proof", "money")]


def test_without_any_needs_the_list_runs_backwards():
    found = drawn({"asks": step(), "proof": step(), "night": step()})
    assert [(one.id, one.needs) for one in found.links] == [
        ("night", ()),
        ("proof", ("night",)),
        ("asks", ("proof",)),
    ]
    assert found.last == ("asks",)


def test_a_loose_step_does_not_lead_to_the_win():
    found = drawn({"asks": step(needs="night"), "night": step(), "lunch": step()})
    assert found.last == ("asks",)
    assert [one.id for one in found.links if one.loose] == ["lunch"]


def test_every_step_stands_somewhere():
    found = drawn(
        {
            "d": step(by="2027-01-01"),
            "c": step(),
            "b": step(by="2026-11-24"),
            "a": step(by="2026-11-01", done="2026-11-25"),
        }
    )
    assert [(one.id, one.standing) for one in found.links] == [
        ("a", "taken"),
        ("b", "late"),
        ("c", "undated"),
        ("d", "open"),
    ]
    assert [one.id for one in found.open] == ["b", "c", "d"]


def test_who_touches_a_step_is_theirs_or_ours_and_here_or_gone():
    people = dict.fromkeys(("lena", "otto", "marcus", "amara", "ben", "nobody"), "neutral")
    ours = {"marcus": {"name": "Marcus Hale", "force": "neutral", "influence": "low"}}
    found = drawn({"a": step(people=people)}, ours=ours).links[0].people
    assert [(one.id, one.name, one.side, one.influence, one.here) for one in found] == [
        ("lena", "Lena Hartmann", "theirs", "high", True),
        ("otto", "Otto Hartmann", "theirs", "", False),
        ("marcus", "Marcus Hale", "ours", "low", True),
        ("amara", "Amara Okafor", "ours", "", True),
        ("ben", "Ben Archer", "ours", "", False),
        ("nobody", "nobody", "unknown", "", True),
    ]


def test_a_need_that_does_not_exist_is_left_to_reading():
    assert drawn({"a": step(needs=["nowhere", "b", "b"]), "b": step()}).links[1].needs == ("b",)


def test_a_circle_is_found_before_anything_is_drawn():
    assert circle(contoso({"a": step(needs="b"), "b": step(needs="a")})) == ("a", "b", "a")
    assert circle(contoso({"a": step(needs="a")})) == ("a", "a")
    assert circle(contoso({"a": step(needs="b"), "b": step()})) == ()


def test_a_long_chain_is_walked_without_recursion():
    steps = {f"s{n}": step(needs=f"s{n + 1}") for n in range(5_000)}
    assert drawn({**steps, "s5000": step()}).links[0].id == "s5000"
