import copy

import pytest

from relplan.model.light import as_light, light
from relplan.model.person import Person
from relplan.model.plan import Plan
from relplan.model.record import Record
from relplan.model.touch import Touch


def test_a_light_record_is_an_instance_of_its_model_and_frozen():
    person = light("Person", {"name": "Jane"})
    assert isinstance(person, Person)
    assert isinstance(person, Record)
    assert not isinstance(person, Plan)
    with pytest.raises(AttributeError, match="Person is frozen: name stays what it is"):
        person.name = "Raj"


def test_equal_records_are_equal_and_hash_alike():
    line = [{"date": "2026-11-03", "with": "jane", "by": "ben"}]
    one, other = light("log", line)[0], light("log", copy.deepcopy(line))[0]
    assert one == other
    assert hash(one) == hash(other)
    assert one != light("log", [line[0] | {"by": "raj"}])[0]
    assert one == as_light(Touch.model_validate(line[0]))
