"""A pack as Markdown: its plain values, laid out by a template."""

from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from relplan.reports.pack.shape import Pack
from relplan.reports.templates import render

TEMPLATE = "review.md.j2"


def as_markdown(pack: Pack, root: Path) -> str:
    """The pack in the layout of the book `root`, else in relplan's own."""
    text = render(root, TEMPLATE, values_of(pack))
    lines = [line.rstrip() for line in text.split("\n")]
    return "\n".join(_once_blank(lines)).strip("\n") + "\n"


def values_of(pack: Pack) -> dict[str, Any]:
    """The pack as a template sees it: dicts, lists and texts."""
    return {field.name: _plain(getattr(pack, field.name)) for field in fields(pack)}


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value


def _once_blank(lines: list[str]) -> list[str]:
    """No two blank lines in a row, whatever a condition in a template leaves behind."""
    return [line for at, line in enumerate(lines) if line or (at and lines[at - 1])]
