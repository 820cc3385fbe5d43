import dataclasses

import pytest

from relplan.judgement.result import Evidence, Initiative, Judgement


def test_results_are_frozen_and_compare_by_what_they_say():
    one = Evidence("what", 0, 4, "Free", "a taster")
    assert one == Evidence("what", 0, 4, "Free", "a taster")
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.words = "other"


def test_evidence_is_put_in_the_order_of_its_places():
    late, early = Evidence("what", 9, 12, "b", "r"), Evidence("what", 0, 4, "a", "r")
    assert sorted([late, early]) == [early, late]


def test_an_initiative_declares_nothing_unless_it_does():
    assert Initiative("Lunch") == Initiative("Lunch", None, None, None, ())


def test_a_judgement_can_be_kept_apart_in_a_set():
    said = Judgement("vague", False, False, False, True, (), None)
    assert len({said, dataclasses.replace(said), dataclasses.replace(said, sure=False)}) == 2
