import pytest
from scenes import TEAM, TODAY, plan, touches

from relplan.analysis.colleagues import Scene, nearest
from relplan.model.settings import Settings

PRIYA = {"name": "Priya Shah", "tier": "senior"}
JANE = {"name": "Jane Porter", "ours": "amara"}
AWAY = {"from": "2026-11-20", "to": "2026-12-04"}


def asked(*lines, priya=None, busy=("amara",), **fields):
    team = {**TEAM, "priya": {**PRIYA, **(priya or {})}}
    settings = Settings.model_validate({"firm": "Hartwell", "team": team})
    roles = {"jane": JANE, **fields.pop("roles", {})}
    return nearest(
        "jane", Scene(plan(roles=roles, **fields), touches(*lines), settings, TODAY), busy
    )


def name(*lines, **more):
    found = asked(*lines, **more)
    return found and found.name


def test_touches_with_the_person_count_most():
    lines = [{"date": "2026-08-01", "by": "priya"}]
    raj = {"name": "Raj", "ours": "ben", "tie": "trusted-adviser"}
    assert asked(*lines, roles={"raj": raj})[1:] == ("Priya Shah", "who spoke with them once")


def test_what_did_not_happen_is_no_tie():
    for more in ({"answered": False}, {"planned": True}, {"date": "2026-12-01"}):
        assert name({"date": "2026-08-01", "by": "priya", **more}) is None


@pytest.mark.parametrize(("stronger", "who"), [("ben", "Ben Archer"), ("priya", "Priya Shah")])
def test_the_strongest_tie_there_wins(stronger, who):
    weaker = "priya" if stronger == "ben" else "ben"
    roles = {
        "raj": {"name": "Raj", "ours": stronger, "tie": "problem-solver"},
        "li": {"name": "Li", "ours": weaker, "tie": "vendor"},
    }
    assert asked(roles=roles)[1:] == (who, "who is closest there (problem-solver to Raj)")


def test_a_tie_to_somebody_who_left_is_none():
    raj = {"name": "Raj", "ours": "ben", "tie": "credible", "left": "2026-11-01"}
    assert name(roles={"raj": raj}) is None


def test_whoever_works_for_the_client_comes_last():
    assert asked(team=["ben"])[1:] == ("Ben Archer", "who works for them too")


def test_nobody_is_named_who_has_no_tie_is_busy_away_or_gone():
    line = {"date": "2026-08-01", "by": "priya"}
    assert name() is None
    assert name(line, busy=("amara", "priya")) is None
    assert name(line, priya={"away": AWAY}) is None
    assert name(line, priya={"left": "2026-11-25"}) is None
    assert name(line, priya={"left": "2026-11-26"}) == "Priya Shah"


def test_of_two_equals_the_first_by_id_is_asked():
    lines = [{"date": "2026-08-01", "by": one} for one in ("priya", "ben")]
    assert name(*lines) == "Ben Archer"
