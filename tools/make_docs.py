"""Write what is generated: schemas, docs/format.md, docs/export.md, README's executed blocks.

Usage: python tools/make_docs.py [--check]

With --check nothing is written and the exit code is 1 when something is stale.
"""

import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any, get_args, get_origin

from export_page import export_page
from format_examples import EXAMPLES
from pydantic import BaseModel
from readme_blocks import lint_output, refreshed

from relplan.model import fields
from relplan.model.campaign import Campaign
from relplan.model.plan import Plan
from relplan.model.prospect import Prospect
from relplan.model.schema import KINDS, default_of, explanations, schema_text
from relplan.model.settings import Settings
from relplan.model.touch import Touch

ROOT = Path(__file__).parent.parent
FILES: dict[str, type[BaseModel]] = {
    "relplan.yaml": Settings,
    "clients/<id>.yaml": Plan,
    "touches/<id>.yaml": Touch,
    "prospects/<id>.yaml": Prospect,
    "campaigns/<id>.yaml": Campaign,
}
NAMES = {
    fields.MoneyValue: "amount",
    fields.Birthday: "birthday",
    fields.DurationValue: "duration",
    bool: "true or false",
    int: "whole number",
    str: "text",
}


def generated() -> dict[str, str]:
    """Every generated file: path to text."""
    files = {f"schema/{kind}.schema.json": schema_text(kind) for kind in KINDS}
    return files | {
        "docs/format.md": format_page(),
        "docs/export.md": export_page(),
        "README.md": readme(),
        "examples/sales-plan/lint.out": sales_plan(),
    }


def sales_plan() -> str:
    """What relplan says of the example that is a sales plan, as `relplan lint` prints it."""
    book = ROOT / "examples" / "sales-plan"
    return lint_output(book, "2026-11-25")


def readme() -> str:
    """README.md with the output of its commands as it is now, run beside copies of the examples."""
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "examples", Path(folder) / "examples")
        return refreshed(page, Path(folder))


def stale(files: dict[str, str], root: Path = ROOT) -> list[str]:
    """The paths whose text on disk is not what it is made from."""
    return [p for p, text in files.items() if not _same(root / p, text)]


def format_page() -> str:
    """docs/format.md: the introduction, then every kind of file with all its fields."""
    parts = [(ROOT / "docs" / "format.intro.md").read_text(encoding="utf-8").rstrip()]
    done: set[type[BaseModel]] = set()
    for title, shape in FILES.items():
        parts.append(f"## {title}")
        parts += [f"```yaml\n{EXAMPLES[title]}```", *_sections(shape, done)]
    return "\n\n".join(parts) + "\n"


def _sections(shape: type[BaseModel], done: set[type[BaseModel]]) -> list[str]:
    if shape in done:
        return []
    done.add(shape)
    parts = [(shape.__doc__ or "").strip(), _table(shape)]
    short = getattr(shape, "short_form", None)
    if short:
        parts.insert(1, f"Short form: the text alone stands for `{short}`.")
    for name, field in shape.model_fields.items():
        for inner in _models(field.annotation):
            if inner not in done:
                written = field.alias or name
                parts.append(f"### `{written}`: {inner.__name__}")
                parts += _sections(inner, done)
    return parts


def _table(shape: type[BaseModel]) -> str:
    rows = ["| field | value | without it | meaning |", "| --- | --- | --- | --- |"]
    said = explanations(shape)
    for name, field in shape.model_fields.items():
        written = field.alias or name
        value = _value(field.annotation, field.metadata).replace("|", "\\|")
        rows.append(
            f"| `{written}` | {value} | {_without(shape, written, required=field.is_required())} | {said[written]} |"
        )
    return "\n".join(rows)


def _without(shape: type[BaseModel], written: str, *, required: bool) -> str:
    """What holds when the field is not written."""
    given = default_of(shape, written)
    if given is None:
        return "required" if required else ""
    return f"`{given}`" if isinstance(given, str) else f"`{json.dumps(given).replace(chr(34), '')}`"


def _value(  # noqa: PLR0911 -- one answer for each kind of annotation
    annotation: Any, metadata: list[Any] | None = None
) -> str:
    marks = metadata or []
    origin, parts = get_origin(annotation), get_args(annotation)
    if hasattr(annotation, "__metadata__"):
        return _value(parts[0], list(annotation.__metadata__))
    pattern = next((m.json_schema.get("pattern") for m in marks if hasattr(m, "json_schema")), None)
    if pattern == fields.ids.PATTERN:
        return "id"
    listed = next((m.json_schema for m in marks if hasattr(m, "json_schema")), {})
    if isinstance(listed.get("type"), list):
        return f"list, or text such as `{listed['examples'][0]}`"
    inner = [part for part in parts if part is not type(None) and part is not Ellipsis]
    if str(origin) == "typing.Literal":
        return ", ".join(f"`{word}`" for word in parts)
    if origin is dict:
        return f"{_value(inner[0])}: {_value(inner[1])}"
    if origin is tuple:
        return f"list of {_value(inner[0])}"
    if inner:
        return " or ".join(dict.fromkeys(_value(part) for part in inner))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation.__name__
    return NAMES.get(annotation, annotation.__name__.lower().replace("decimal", "number"))


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [one for part in get_args(annotation) for one in _models(part)]


def _same(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


def main() -> int:
    """Write what is stale, or with --check only name it."""
    files = generated()
    wrong = stale(files)
    for path in wrong:
        print(path)
        if "--check" not in sys.argv[1:]:
            (ROOT / path).parent.mkdir(exist_ok=True)
            (ROOT / path).write_text(files[path], encoding="utf-8")
    return int(bool(wrong) and "--check" in sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
