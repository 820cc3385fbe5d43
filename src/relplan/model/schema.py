"""The JSON Schema of each kind of file, with the explanations that stand beside the fields."""

import ast
import inspect
import json
from functools import cache
from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import PydanticUndefined

from relplan.errors import WrongUse
from relplan.model import ids
from relplan.model.campaign import Campaign
from relplan.model.durations import Duration
from relplan.model.plan import Plan
from relplan.model.prospect import Prospect
from relplan.model.settings import Settings
from relplan.model.touch import TOUCHES, Touch
from relplan.model.written import WEEKDAYS

KINDS: dict[str, Any] = {
    "settings": Settings,
    "plan": Plan,
    "touches": TOUCHES,
    "prospect": Prospect,
    "campaign": Campaign,
}
TITLES = {
    "settings": "relplan.yaml: a book's settings",
    "plan": "clients/<id>.yaml: a client's relationship plan",
    "touches": "touches/<id>.yaml: the log of a client or prospect",
    "prospect": "prospects/<id>.yaml: a prospect's plan",
    "campaign": "campaigns/<id>.yaml: a campaign",
}
SNIPPETS: dict[str, dict[str, str]] = {
    "Person": {"name": "name", "role": "influencer", "ours": "member", "cadence": "6w"},
    "Goal": {"goal": "what will be true", "by": "2026-12-31"},
    "Initiative": {"what": "what will be done", "owner": "member", "by": "2026-12-31"},
}
"""What an editor offers to put in for a new one: the fields to begin with, and what to overwrite."""
_SAID = {
    ids.PATTERN: "write an id: small letters, digits and hyphens, such as jane-porter",
    "date": "write a day of the calendar as YYYY-MM-DD, such as 2026-12-31",
}
_DIALECT = GenerateJsonSchema.schema_dialect


def schema_of(kind: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a kind of file; WrongUse names the nearest kind."""
    if kind not in KINDS:
        near = ids.nearest(kind, list(KINDS))
        advice = f"did you mean {near}?" if near else f"the kinds are: {', '.join(KINDS)}"
        raise WrongUse(f"no kind of file {kind!r}; {advice}")
    shape = KINDS[kind]
    if isinstance(shape, TypeAdapter):
        schema = shape.json_schema(by_alias=True)
    else:
        schema = shape.model_json_schema(by_alias=True)
    _explain(schema)
    _without_model_titles(schema)
    _close(schema)
    _help_editors(schema)
    head = {"$schema": _DIALECT, "$id": f"{kind}.schema.json", "title": TITLES[kind]}
    return {**head, **{name: part for name, part in schema.items() if name not in head}}


def schema_text(kind: str) -> str:
    """The schema as a file's text, the same on every run."""
    return json.dumps(schema_of(kind), indent=2, ensure_ascii=False) + "\n"


@cache
def explanations(shape: type[BaseModel]) -> dict[str, str]:
    """The sentence beside each field of a shape, by the field's written name.

    Read from the source only when somebody asks: importing a model must stay fast.
    """
    found: dict[str, str] = {}
    for base in reversed(shape.__mro__):
        if issubclass(base, BaseModel) and base is not BaseModel:
            found |= _beside(base)
    fields = shape.model_fields
    return {fields[name].alias or name: said for name, said in found.items() if name in fields}


def default_of(shape: type[BaseModel], written: str) -> Any:
    """What holds when a field is not written, as a writer would write it; None for nothing.

    An editor inserts it, so `null` and empty lists are left out: in a text field they are texts.
    """
    fields = shape.model_fields
    [given] = [one.default for name, one in fields.items() if written in (one.alias, name)]
    if given is PydanticUndefined or given is None or given == ():
        return None
    if isinstance(given, Duration):
        return str(given)
    if isinstance(given, tuple):
        return [WEEKDAYS[day] for day in given]
    return given


def shapes() -> dict[str, type[BaseModel]]:
    """Every shape that stands in some file, by the name that schemas give it."""
    found: dict[str, type[BaseModel]] = {}
    left: list[type[BaseModel]] = [Settings, Plan, Touch, Prospect, Campaign]
    while left:
        shape = left.pop(0)
        if shape.__name__ not in found:
            found[shape.__name__] = shape
            left += [
                one for field in shape.model_fields.values() for one in _models(field.annotation)
            ]
    return found


def _beside(shape: type[BaseModel]) -> dict[str, str]:
    tree = ast.parse(inspect.getsource(shape)).body[0]
    assert isinstance(tree, ast.ClassDef)
    said: dict[str, str] = {}
    for before, after in zip(tree.body, tree.body[1:], strict=False):
        text = after.value if isinstance(after, ast.Expr) else None
        field = before.target if isinstance(before, ast.AnnAssign) else None
        if isinstance(field, ast.Name) and isinstance(text, ast.Constant):
            said[field.id] = inspect.cleandoc(str(text.value)).replace("\n", " ")
    return said


def _models(annotation: Any) -> list[type[BaseModel]]:
    from typing import get_args

    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [one for part in get_args(annotation) for one in _models(part)]


def _explain(schema: dict[str, Any]) -> None:
    """Put each field's sentence into the schema, under the objects that have it."""
    known = shapes()
    for name, part in [*schema.get("$defs", {}).items(), (schema.get("title"), schema)]:
        shape = known.get(str(name))
        for option in [part, *part.get("anyOf", [])] if shape else []:
            for field, described in option.get("properties", {}).items():
                if shape and (said := explanations(shape).get(field)):
                    described["description"] = said
                    described.pop("default", None)
                    if (default := default_of(shape, field)) is not None:
                        described["default"] = default


def _without_model_titles(part: Any) -> None:
    """Titles that repeat a field's name say nothing; an editor shows the description instead."""
    if isinstance(part, dict):
        for name in ("properties", "$defs"):
            for inner in part.get(name, {}).values():
                inner.pop("title", None)
        for inner in part.values():
            _without_model_titles(inner)
    elif isinstance(part, list):
        for inner in part:
            _without_model_titles(inner)


def _close(part: Any) -> None:
    """Where keys are ids, no other key: an editor marks `Jane Porter:` as relplan does."""
    if isinstance(part, dict):
        if "patternProperties" in part:
            part.setdefault("additionalProperties", False)
        for inner in part.values():
            _close(inner)
    elif isinstance(part, list):
        for inner in part:
            _close(inner)


def _help_editors(part: Any) -> None:
    """Messages for texts of a form, and snippets where something new may stand.

    The words are those of the YAML language server; validators pass over them.
    """
    if isinstance(part, dict):
        if said := _SAID.get(str(part.get("format", part.get("pattern")))):
            part["patternErrorMessage"] = said
        for inner in [*part.values()]:
            _help_editors(inner)
        under = part.get("patternProperties", {}).values()
        for held in under:
            name = str(held.get("$ref", "")).rpartition("/")[2]
            if name in SNIPPETS:
                part["defaultSnippets"] = [_snippet(name)]
    elif isinstance(part, list):
        for inner in part:
            _help_editors(inner)


def _snippet(name: str) -> dict[str, Any]:
    fields = enumerate(SNIPPETS[name].items(), start=2)
    body = {field: f"${{{place}:{text}}}" for place, (field, text) in fields}
    return {"label": f"new {name.lower()}", "body": {"${1:id}": body}}
