import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pydantic import Field
from ruamel.yaml import YAML

from relplan.errors import WrongUse
from relplan.model import schema
from relplan.model.fields import Text
from relplan.model.record import Record

ROOT = Path(__file__).parents[2]
FOLDERS = {
    "clients": "plan",
    "touches": "touches",
    "prospects": "prospect",
    "campaigns": "campaign",
}
EXAMPLES = sorted((ROOT / "examples").rglob("*.yaml"))


class Silent(Record):
    said: Text
    """A sentence."""
    unsaid: Text = Field(alias="from")


def core(text: str) -> Any:
    """The text as an editor reads it: YAML 1.2's core schema, in which a date is a text."""
    reader = YAML(typ="safe", pure=True)
    reader.Constructor = type("Core", (reader.Constructor,), {})
    reader.constructor.add_constructor(
        "tag:yaml.org,2002:timestamp", lambda _, node: str(node.value)
    )
    return reader.load(text)


def kind_of(path: Path) -> str:
    return "settings" if path.name == "relplan.yaml" else FOLDERS[path.parent.name]


def unexplained(shapes: dict[str, type[Record]]) -> list[str]:
    return [
        f"{name}.{field.alias or key}"
        for name, shape in shapes.items()
        for key, field in shape.model_fields.items()
        if not schema.explanations(shape).get(field.alias or key, "").endswith(".")
    ]


def objects(part: Any) -> list[dict[str, Any]]:
    if isinstance(part, list):
        return [one for inner in part for one in objects(inner)]
    if not isinstance(part, dict):
        return []
    inner = [one for value in part.values() for one in objects(value)]
    return [part, *inner] if isinstance(part.get("properties"), dict) else inner


def test_every_field_has_a_sentence():
    assert unexplained(schema.shapes()) == []


def test_a_field_without_a_sentence_is_noticed():
    assert unexplained({"Silent": Silent}) == ["Silent.from"]


def test_explanations_go_by_the_written_name():
    said = schema.explanations(schema.shapes()["Touch"])
    assert said["with"] == "Their people who took part."
    assert "people" not in said


@pytest.mark.parametrize("kind", schema.KINDS)
def test_each_schema_is_a_schema_of_2020_12(kind):
    jsonschema.Draft202012Validator.check_schema(schema.schema_of(kind))


@pytest.mark.parametrize("kind", schema.KINDS)
def test_each_schema_names_itself_and_its_dialect(kind):
    found = schema.schema_of(kind)
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert found["$id"] == f"{kind}.schema.json"
    assert found["title"] == schema.TITLES[kind]


@pytest.mark.parametrize("kind", schema.KINDS)
def test_each_property_of_each_schema_is_explained(kind):
    for one in objects(schema.schema_of(kind)):
        for name, described in one["properties"].items():
            assert described.get("description"), name
            assert "title" not in described


@pytest.mark.parametrize("kind", schema.KINDS)
def test_each_schema_is_closed(kind):
    for one in objects(schema.schema_of(kind)):
        assert one["additionalProperties"] is False


@pytest.mark.parametrize("kind", schema.KINDS)
def test_the_text_of_a_schema_is_the_packaged_file(kind):
    text = schema.schema_text(kind)
    assert json.loads(text) == schema.schema_of(kind)
    assert (ROOT / "schema" / f"{kind}.schema.json").read_text(encoding="utf-8") == text


def test_there_are_examples_of_every_kind():
    assert {kind_of(path) for path in EXAMPLES} == set(schema.KINDS)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_an_editor_finds_nothing_wrong_with_an_example(path):
    checker = jsonschema.Draft202012Validator(schema.schema_of(kind_of(path)))
    written = core(path.read_text(encoding="utf-8"))
    assert [one.message for one in checker.iter_errors(written)] == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("plan", "client: A\npriority: D\n"),
        ("plan", "client: A\n"),
        ("plan", "client: A\npriority: A\nstrenghts: {}\n"),
        ("plan", "client: A\npriority: A\nroles: {jane: {name: J, tie: friend}}\n"),
        ("touches", "- {date: 2026-11-03, by: 7}\n"),
        ("touches", "date: 2026-11-03\n"),
        ("campaign", "proposition: [a]\n"),
        ("prospect", "prospect: A\nwin: {what: x}\n"),
        ("settings", "firm: ''\n"),
    ],
)
def test_an_editor_finds_what_relplan_would_refuse(kind, text):
    assert not jsonschema.Draft202012Validator(schema.schema_of(kind)).is_valid(core(text))


def test_a_kind_that_there_is_not_names_the_nearest():
    with pytest.raises(WrongUse, match=r"^no kind of file 'plans'; did you mean plan\?$"):
        schema.schema_of("plans")
    kinds = "settings, plan, touches, prospect, campaign"
    with pytest.raises(WrongUse, match=rf"^no kind of file 'x'; the kinds are: {kinds}$"):
        schema.schema_of("x")


def test_the_shapes_are_all_that_stand_in_files():
    assert {"Settings", "Member", "Plan", "Person", "Touch", "Pitch", "Win"} <= set(schema.shapes())


def snippets(part: Any) -> list[tuple[dict[str, Any], Any]]:
    inner = part if isinstance(part, list) else part.values() if isinstance(part, dict) else ()
    found = [one for value in inner for one in snippets(value)]
    here = part.get("defaultSnippets", []) if isinstance(part, dict) else []
    return [*found, *((part, one["body"]) for one in here)]


@pytest.mark.parametrize(("kind", "least"), [("plan", 3), ("prospect", 1)])
def test_what_a_snippet_puts_in_is_right_as_it_stands(kind, least):
    whole = schema.schema_of(kind)
    found = snippets(whole)
    assert len(found) >= least
    for place, body in found:
        text = re.sub(r"\$\{[0-9]+:([^}]*)\}", r"\1", json.dumps(body))
        checker = jsonschema.Draft202012Validator({**place, "$defs": whole["$defs"]})
        assert [one.message for one in checker.iter_errors(json.loads(text))] == []


def test_an_editor_says_what_a_day_and_an_id_look_like():
    fields = schema.schema_of("touches")["$defs"]["Touch"]["properties"]
    said = "write a day of the calendar as YYYY-MM-DD, such as 2026-12-31"
    assert fields["date"]["patternErrorMessage"] == said
    said = "write an id: small letters, digits and hyphens, such as jane-porter"
    assert fields["by"]["patternErrorMessage"] == said
