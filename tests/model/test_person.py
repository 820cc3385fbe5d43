import pytest
from pydantic import ValidationError

from relplan.model.durations import Duration
from relplan.model.person import Person


def test_a_bare_name_is_a_person_of_whom_nothing_else_is_known():
    person = Person.model_validate("Jane Porter")
    assert person.name == "Jane Porter"
    assert person.model_fields_set == {"name"}
    assert not person.external
    assert (person.influences, person.interests) == ((), ())


def test_every_field_is_read_by_its_kind():
    person = Person.model_validate(
        {
            "name": "no",
            "role": "decision-maker",
            "level": "executive",
            "stance": "mentor",
            "influences": "raj",
            "cadence": "6w",
            "phone": "0049 30 1234",
            "birthday": "02-29",
            "interests": "sailing, bells",
            "external": "yes",
            "tie": "none",
            "left": "null",
        }
    )
    assert person.name == "no"
    assert person.influences == ("raj",)
    assert person.cadence == Duration(6, "w")
    assert person.phone == "0049 30 1234"
    assert person.birthday == (2, 29, None)
    assert person.interests == ("sailing, bells",)
    assert person.external is True
    assert person.tie == "none"
    assert person.left is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("role", "boss"),
        ("level", "Executive"),
        ("influence", "3"),
        ("stance", "friend"),
        ("tie", "trusted adviser"),
        ("known_by", "rumour"),
        ("reports_to", "Jane Porter"),
        ("cadence", "often"),
        ("name", ""),
        ("notes", ["a"]),
    ],
)
def test_a_wrong_value_is_refused_at_its_field(field, value):
    with pytest.raises(ValidationError) as caught:
        Person.model_validate({"name": "Jane", field: value})
    assert [one["loc"] for one in caught.value.errors()] == [(field,)]


def test_a_person_may_rest():
    assert Person.model_validate({"name": "x", "cadence": "never"}).cadence == "never"
