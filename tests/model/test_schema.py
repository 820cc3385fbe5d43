import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from relplan.errors import WrongUse
from relplan.files.document import read
from relplan.files.validate import validate
from relplan.model.record import Record
from relplan.model.schema import KINDS, explanations, schema_of, schema_text, shapes

ROOT = Path(__file__).parent.parent.parent
PLACES = {
    "settings": "relplan.yaml",
    "plan": "clients/*.yaml",
    "touches": "touches/*.yaml",
    "prospect": "prospects/*.yaml",
    "campaign": "campaigns/*.yaml",
}
EXAMPLES = [
    (kind, path)
    for kind, place in PLACES.items()
    for path in sorted(ROOT.glob(f"examples/*/{place}"))
]


class Core(yaml.SafeLoader):
    """YAML 1.2's core schema, by which editors read: dates stay texts, `no` stays `no`."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 -- PyYAML's own way


for tag, pattern in {
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?",
    "null": r"~|null|Null|NULL|",
}.items():
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{pattern})$"), None)


def faults(kind, text):
    """What an editor marks: the path of each place that the schema does not accept."""
    found = Draft202012Validator(schema_of(kind)).iter_errors(yaml.load(text, Core))
    return [".".join(map(str, one.absolute_path)) for one in found]


def read_faults(kind, text, tmp_path):
    """What relplan says of the same text."""
    path = tmp_path / "one.yaml"
    path.write_text(text, encoding="utf-8")
    document, troubles = read(path, tmp_path)
    return [*troubles, *validate(document, KINDS[kind])[1]]


@pytest.mark.parametrize("kind", KINDS)
def test_each_schema_is_one_by_the_meta_schema(kind):
    Draft202012Validator.check_schema(schema_of(kind))
    assert schema_of(kind)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema_of(kind)["$id"] == f"{kind}.schema.json"
    assert schema_text(kind) == schema_text(kind)


def test_every_kind_has_an_example():
    assert {kind for kind, _ in EXAMPLES} == set(KINDS)


@pytest.mark.parametrize(("kind", "path"), EXAMPLES, ids=lambda one: getattr(one, "name", one))
def test_the_examples_are_valid_as_an_editor_reads_them(kind, path):
    assert faults(kind, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("kind", "text", "place"),
    [
        ("plan", "client: A\npriority: D", "priority"),
        ("plan", "client: A", ""),
        ("plan", "client: A\npriority: A\nprioritty: A", ""),
        ("plan", "client: A\npriority: A\nroles: {Jane P: {name: J}}", "roles"),
        ("plan", "client: A\npriority: A\nroles: {j: {name: J, stance: suporter}}", "roles.j"),
        ("touches", "- {date: 2026-11-03, with: [J P], by: ben}", "0.with"),
        ("touches", "date: 2026-11-03", ""),
        ("settings", "team: {}", ""),
    ],
)
def test_what_relplan_refuses_the_schema_refuses(kind, text, place, tmp_path):
    assert [one for one in faults(kind, text) if one.startswith(place)]
    assert read_faults(kind, text, tmp_path)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("plan", "client: A\npriority: A\nstrengths: {called-first: They call us first}"),
        ("plan", "client: A\npriority: A\ngoals: {g: They call us first}"),
        ("plan", "client: A\npriority: A\nteam: ben"),
        ("plan", "client: A\npriority: A\nreview: quarterly"),
        ("plan", "client: A\npriority: A\nowner: null"),
        ("plan", "client: A\npriority: A\nreview: {held: {2026-10-07: {decided: [Go]}}}"),
        ("plan", "client: A\npriority: A\ngoals: {g: {goal: G, measure: {what: w, target: 1.5}}}"),
        ("touches", "- {date: 2026-11-03, with: jane, by: ben, hours: 2, answered: false}"),
        ("settings", "firm: F\ncalendar: {working_days: mon-fri, holidays: GB-ENG}"),
        ("settings", "firm: F\ncalendar: {working_days: [mon, tue], holidays: [GB, DE-BY]}"),
        ("settings", "firm: F\ntiers: {staff: {contacts: 5, budget: 300 GBP}}"),
        (
            "settings",
            "firm: F\nteam: {a: {name: A, tier: senior, away: {from: 2026-01-01, to: 2026-01-09}}}",
        ),
    ],
)
def test_what_relplan_accepts_the_schema_accepts(kind, text, tmp_path):
    assert read_faults(kind, text, tmp_path) == []
    assert faults(kind, text) == []


def unexplained(known):
    """The fields of shapes that no sentence explains."""
    return [
        f"{name}.{field.alias or attribute}"
        for name, shape in known.items()
        for attribute, field in shape.model_fields.items()
        if (field.alias or attribute) not in explanations(shape)
    ]


def test_a_sentence_explains_every_field_of_every_shape():
    assert unexplained(shapes()) == []
    assert all(shape.__doc__ for shape in shapes().values())


class Silent(Record):
    """A shape with a field that nothing explains."""

    said: str
    """This one is explained."""
    unsaid: str


def test_a_field_without_a_sentence_is_noticed():
    assert unexplained({"Silent": Silent}) == ["Silent.unsaid"]


@pytest.mark.parametrize("kind", KINDS)
def test_an_editor_can_explain_every_field(kind):
    assert undescribed(schema_of(kind)) == []


def test_a_property_without_a_description_is_noticed():
    assert undescribed({"properties": {"a": {"description": "A."}, "b": {}}}) == ["b"]


def unfit_hints(schema, part):
    """The defaults and examples of a schema that it would itself refuse: an editor inserts them."""
    if isinstance(part, list):
        return [one for inner in part for one in unfit_hints(schema, inner)]
    if not isinstance(part, dict):
        return []
    hints = [*([part["default"]] if "default" in part else []), *_examples(part)]
    checks = Draft202012Validator({**part, "$defs": schema.get("$defs", {})})
    own = [hint for hint in hints if hint is None or not checks.is_valid(hint)]
    return own + [one for inner in part.values() for one in unfit_hints(schema, inner)]


def _examples(part):
    return part["examples"] if isinstance(part.get("examples"), list) else []


@pytest.mark.parametrize("kind", KINDS)
def test_what_an_editor_inserts_is_what_one_would_write(kind):
    assert unfit_hints(schema_of(kind), schema_of(kind)) == []


def test_a_default_that_nobody_could_write_is_noticed():
    part = {"properties": {"a": {"type": "string", "default": [4, "w"], "examples": ["6w"]}}}
    assert unfit_hints(part, part) == [[4, "w"]]


def test_defaults_are_given_in_the_form_in_which_they_are_written():
    parts = schema_of("settings")
    assert parts["properties"]["review"]["default"] == "3m"
    days = parts["$defs"]["Calendar"]["properties"]["working_days"]
    assert days["default"] == ["mon", "tue", "wed", "thu", "fri"]
    assert "default" not in parts["properties"]["team"]


def undescribed(part):
    """The properties of a schema, at any depth, that have no description."""
    if isinstance(part, list):
        return [name for one in part for name in undescribed(one)]
    if not isinstance(part, dict):
        return []
    own = [name for name, one in part.get("properties", {}).items() if "description" not in one]
    return own + [name for one in part.values() for name in undescribed(one)]


def test_a_kind_that_is_none_is_said_with_the_nearest():
    with pytest.raises(WrongUse, match=r"^no kind of file 'touch'; did you mean touches\?$"):
        schema_of("touch")


def test_the_model_is_imported_without_reading_any_source():
    code = "import relplan.model.plan, sys; print('ast' in sys.modules and 'relplan.model.schema' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
