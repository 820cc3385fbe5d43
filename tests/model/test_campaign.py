from datetime import date

import pytest
from pydantic import ValidationError

from relplan.model.campaign import Campaign


def campaign(**more):
    return Campaign.model_validate({"proposition": "We hold the stock"} | more)


PITCH = {"date": "2027-01-14", "at": "acme", "to": "jane", "by": "ben"}


def test_a_proposition_is_enough_and_is_the_name():
    assert campaign().name == "We hold the stock"
    with pytest.raises(ValidationError):
        Campaign.model_validate({})


def test_a_cohort_is_read_by_its_written_name():
    found = campaign(cohort={"is": "three sites", "clients": "acme", "prospects": []}).cohort
    assert (found.what, found.clients, found.prospects) == ("three sites", ("acme",), ())
    with pytest.raises(ValidationError):
        campaign(cohort={"what": "three sites"})


def test_a_cohort_may_be_a_rule_of_words_or_lists():
    found = campaign(cohort={"where": {"priority": "A", "tags": ["plants", "audit"]}}).cohort
    assert found.where is not None
    assert (found.where.priority, found.where.status) == (("A",), ())
    assert found.where.tags == ("plants", "audit")
    assert campaign().cohort.where is None


@pytest.mark.parametrize(
    "wrong", [{"priority": "D"}, {"status": "asleep"}, {"of": "people"}, {"sector": "steel"}]
)
def test_a_rule_knows_only_what_a_plan_says(wrong):
    with pytest.raises(ValidationError):
        campaign(cohort={"where": wrong})


def test_a_run_has_both_ends():
    runs = campaign(runs={"from": "2027-01-11", "to": "2027-03-26"}).runs
    assert (runs.from_, runs.to) == (date(2027, 1, 11), date(2027, 3, 26))
    with pytest.raises(ValidationError):
        campaign(runs={"from": "2027-01-11"})


def test_a_pitch_is_open_until_it_is_answered():
    assert campaign(pitches=[PITCH]).pitches[0].outcome == "open"
    assert campaign(pitches=[PITCH | {"outcome": "declined"}]).pitches[0].outcome == "declined"


@pytest.mark.parametrize("wanting", PITCH)
def test_a_pitch_needs_every_part(wanting):
    with pytest.raises(ValidationError) as caught:
        campaign(pitches=[{key: PITCH[key] for key in PITCH if key != wanting}])
    assert caught.value.errors()[0]["loc"] == ("pitches", 0, wanting)


def test_resistance_names_what_is_held_against_it():
    found = campaign(resistance={"cash": {"who": "dana", "what": "cash is tied up"}})
    assert found.resistance["cash"].answer is None
    with pytest.raises(ValidationError):
        campaign(resistance={"cash": {"who": "dana"}})


def test_versions_go_by_date():
    assert [*campaign(versions={"2027-02-01": "Ours until scanned"}).versions] == [date(2027, 2, 1)]
    with pytest.raises(ValidationError):
        campaign(versions={"february": "x"})
