from typing import ClassVar

import pytest
from pydantic import ValidationError

from relplan.model import choices, schema
from relplan.model.fields import Date, Id, Ids, Text
from relplan.model.record import Record, nullable

SHAPES = schema.shapes()
FILES = {"Plan", "Prospect", "Campaign", "Settings"}
NOT_SHORT = {"Member", "Tier"} | FILES


class Example(Record):
    short_form: ClassVar[str | None] = "text"

    text: Text
    note: Text | None = None
    owner: Id | None = None
    by: Date | None = None
    level: choices.Level | None = None
    people: Ids = ()


def only_required_text(shape: type[Record]) -> str | None:
    required = [name for name, field in shape.model_fields.items() if field.is_required()]
    if len(required) != 1 or shape.model_fields[required[0]].annotation is not str:
        return None
    constraints = str(shape.model_fields[required[0]].metadata)
    return required[0] if "min_length" in constraints else None


def wrong_short_forms(shapes: dict[str, type[Record]]) -> list[str]:
    return [
        name
        for name, shape in shapes.items()
        if shape.short_form is not None and shape.short_form != only_required_text(shape)
    ]


def missing_short_forms(shapes: dict[str, type[Record]]) -> list[str]:
    return [
        name
        for name, shape in shapes.items()
        if shape.short_form is None and only_required_text(shape) and name not in NOT_SHORT
    ]


def test_a_bare_text_stands_for_the_only_field_that_must_be_there():
    assert Example.model_validate("hello") == Example(text="hello")
    assert Example.model_validate("null").text == "null"


def test_a_record_without_a_short_form_refuses_a_bare_text():
    with pytest.raises(ValidationError):
        SHAPES["Win"].model_validate("hello")


def test_an_empty_bare_text_is_refused():
    with pytest.raises(ValidationError):
        Example.model_validate("")


def test_each_short_form_is_exactly_the_only_required_text():
    # A review needs no field at all; its bare text is the rhythm: `review: quarterly`.
    assert wrong_short_forms(SHAPES) == ["Review"]


def test_each_single_required_text_has_a_short_form():
    # Resistance, Homework and the like are read by more than their text: see the list.
    assert set(missing_short_forms(SHAPES)) <= {"Resistance", "Metric", "Practice"}


def test_a_wrong_or_missing_short_form_is_noticed():
    class Two(Record):
        short_form: ClassVar[str | None] = "a"
        a: Text
        b: Text

    class IdOnly(Record):
        short_form: ClassVar[str | None] = "a"
        a: Id

    class Forgotten(Record):
        a: Text

    assert wrong_short_forms({"Two": Two, "IdOnly": IdOnly}) == ["Two", "IdOnly"]
    assert missing_short_forms({"Forgotten": Forgotten}) == ["Forgotten"]


@pytest.mark.parametrize("word", ["null", "Null", "NULL", "~"])
def test_a_word_for_nothing_empties_a_field_that_is_no_text(word):
    read = Example.model_validate({"text": "x", "owner": word, "by": word, "level": word})
    assert (read.owner, read.by, read.level) == (None, None, None)


@pytest.mark.parametrize("word", ["null", "Null", "NULL", "~"])
def test_a_word_for_nothing_is_a_word_in_a_text(word):
    read = Example.model_validate({"text": word, "note": word})
    assert (read.text, read.note) == (word, word)


@pytest.mark.parametrize("word", ["nUll", "none", "nil", "", "null "])
def test_other_words_are_no_words_for_nothing(word):
    with pytest.raises(ValidationError):
        Example.model_validate({"text": "x", "by": word})


def test_a_list_of_ids_is_not_emptied_by_null():
    assert Example.model_validate({"text": "x", "people": "null"}).people == ("null",)


def test_the_fields_that_null_empties_go_by_their_written_names():
    assert nullable(Example) == {"owner", "by", "level"}
    assert "for" in nullable(SHAPES["Touch"])
    assert "initiative" not in nullable(SHAPES["Touch"])


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_no_shape_takes_a_field_that_it_does_not_know(shape):
    with pytest.raises(ValidationError) as caught:
        shape.model_validate({"no-such-field": "x"})
    assert "extra_forbidden" in {one["type"] for one in caught.value.errors()}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_every_shape_is_frozen_and_a_record(shape):
    assert issubclass(shape, Record)
    assert shape.model_config["frozen"]


def test_a_frozen_value_cannot_be_changed():
    one = Example(text="x")
    with pytest.raises(ValidationError, match="frozen"):
        one.text = "y"


def test_reading_leaves_what_was_read_as_it_was():
    written = {"text": "x", "by": "null"}
    Example.model_validate(written)
    assert written == {"text": "x", "by": "null"}
