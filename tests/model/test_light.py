import copy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from relplan.files.parse import parse
from relplan.model import choices
from relplan.model.campaign import Campaign
from relplan.model.frozen import Doubt
from relplan.model.light import as_light, light, record_of
from relplan.model.plan import Plan
from relplan.model.prospect import Prospect
from relplan.model.record import Record
from relplan.model.settings import Settings
from relplan.model.shapes import SHAPES
from relplan.model.touch import TOUCHES

ROOT = Path(__file__).parents[2]
BOOKS = [ROOT / "examples" / "team", ROOT / "examples" / "sales-plan", ROOT / "tests/books/quay"]
MODELS: dict[str, Any] = {
    "Plan": Plan.model_validate,
    "Prospect": Prospect.model_validate,
    "Campaign": Campaign.model_validate,
    "Settings": Settings.model_validate,
    "log": TOUCHES.validate_python,
}
SHAPE_OF = {
    "clients": "Plan",
    "prospects": "Prospect",
    "campaigns": "Campaign",
    "touches": "log",
}


def files() -> list[tuple[str, Any]]:
    """Every file of the books that the project has, as shape and plain tree."""
    paths = sorted(path for book in BOOKS for path in book.rglob("*.yaml"))
    return [
        (SHAPE_OF.get(path.parent.name, "Settings"), root.plain())
        for path in paths
        if (root := parse(path.read_text(encoding="utf-8"))[0])
    ]


FILES = files()
WORDS = st.sampled_from(
    [
        *("", "null", "~", "Null", "no", "yes", "True", "maybe", "0", "007", "1.5", "1.50", "-1"),
        *(
            "2026-11-03",
            "2026-02-30",
            "2026-1-3",
            "02-29",
            "1980-02-30",
            "6w",
            "0d",
            "never",
            "P6W",
        ),
        *("quarterly", "64 GBP", "64GBP", "jane", "Jane", "con", "a" * 65, "mon-fri", "fri-mon"),
        *("mon,tue", "GB-ENG", "gb", "high", "A", "call", "\n", "x y", "é", "2026-11-03 jane"),
    ]
)
VALUES = st.one_of(
    WORDS,
    st.none(),
    st.lists(WORDS, max_size=2),
    st.dictionaries(st.one_of(WORDS, st.sampled_from(["text", "what", "name", "by"])), WORDS),
)


def places(plain: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of everything in a tree."""
    if not isinstance(plain, (dict, list)):
        return [path]
    inner = plain.items() if isinstance(plain, dict) else enumerate(plain)
    return [path, *(one for key, value in inner for one in places(value, (*path, key)))]


def agree(shape: str, plain: Any) -> None:
    """The light reading accepts what the models accept, and says the same."""
    try:
        model = MODELS[shape](copy.deepcopy(plain))
    except ValidationError:
        with pytest.raises(Doubt):
            light(shape, plain)
        return
    try:
        record = light(shape, plain)
    except Doubt:
        assert "sections" in str(plain.get("fmt"))  # the one thing that only the models read
        return
    assert record == as_light(model)
    assert repr_of(record) == repr_of(model)


def repr_of(value: Any) -> Any:
    """Value and kind of everything inside, without what kind of record holds it."""
    if isinstance(value, Record):
        name = value.__class__.__name__
        return name, [repr_of(getattr(value, one)) for one in record_of(name).written_]
    if isinstance(value, dict):
        return [(key, repr_of(one)) for key, one in value.items()]
    if isinstance(value, tuple):
        return type(value), [repr_of(one) for one in value]
    return type(value), value


@pytest.mark.parametrize("number", range(len(FILES)))
def test_every_file_of_the_books_reads_as_the_models_read_it(number):
    agree(*FILES[number])


@given(st.data())
def test_a_changed_file_is_refused_by_both_or_read_alike(data):
    shape, plain = data.draw(st.sampled_from(FILES))
    plain = copy.deepcopy(plain)
    for _ in range(data.draw(st.integers(1, 2))):
        path = data.draw(st.sampled_from([one for one in places(plain) if one]))
        inside = plain
        for step in path[:-1]:
            inside = inside[step]
        if data.draw(st.booleans()):
            inside[path[-1]] = data.draw(VALUES)
        elif isinstance(inside, dict):
            inside[data.draw(WORDS)] = inside.pop(path[-1])
        else:
            del inside[path[-1]]
    agree(shape, plain)


@pytest.mark.parametrize("shape", sorted(SHAPES))
@settings(max_examples=30)
@given(st.data())
def test_every_shape_reads_any_field_as_its_model_does(shape, data):
    agree_alone(shape, data.draw(st.dictionaries(fields_of(shape), VALUES, max_size=4)))


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_a_short_form_or_an_empty_record_is_read_alike(shape):
    for plain in ("some words", {}, None, []):
        agree_alone(shape, plain)


def fields_of(shape: str) -> Any:
    return st.sampled_from([one.partition(" ")[0] for one in SHAPES[shape][2].split("; ")])


def agree_alone(shape: str, plain: Any) -> None:
    from relplan.model.schema import shapes

    try:
        model = shapes()[shape].model_validate(copy.deepcopy(plain))
    except ValidationError:
        with pytest.raises(Doubt):
            light(shape, plain)
        return
    try:
        assert repr_of(light(shape, plain)) == repr_of(model)
    except Doubt:
        assert "sections" in str(plain)


def test_a_word_outside_of_its_list_is_doubted():
    assert "boss" not in str(choices.Role)
    with pytest.raises(Doubt):
        light("Person", {"name": "Jane", "role": "boss"})
