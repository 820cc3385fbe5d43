"""Kinds: records are known by their names, whether the models are loaded or not."""

from relplan.model import kinds
from relplan.model.light import as_light, light
from relplan.model.plan import Goal, Plan
from relplan.model.shapes import SHAPES


def test_a_light_record_and_a_models_own_are_of_one_kind_and_of_no_other():
    own = Goal(goal="They call us")
    for one in (own, as_light(own), light("Goal", "They call us")):
        assert isinstance(one, kinds.Goal)
        assert not isinstance(one, kinds.Plan)
    assert not isinstance("They call us", kinds.Goal)


def test_every_kind_is_named_like_a_shape():
    assert {*kinds.__all__} <= SHAPES.keys()
    assert all(getattr(kinds, name).__name__ == name for name in kinds.__all__)
    assert kinds.Plan.__name__ == Plan.__name__
