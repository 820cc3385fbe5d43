"""What is fuzzed: for each target what one text must do, and the pieces that texts are made of.

A target returns a short word of what came of the text; whatever it raises is a finding. Texts with
new words are kept for the run, so that what leads somewhere is tried further.
"""

import tempfile
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import importers
import yaml

from relplan.cli.typed_dates import any_day, coming_day, past_day
from relplan.clock import civil_date
from relplan.errors import Refused
from relplan.files.document import document_of
from relplan.files.edit import EditRefused, add_entry, append_item, remove, set_value
from relplan.files.facts import facts_of
from relplan.files.parse import parse
from relplan.files.quick import scan
from relplan.model.durations import duration
from relplan.reports.templates import Templates

TODAY = date(2026, 11, 25)
YAML_PIECES = (
    "a", "b", "client", "roles", ": ", ":", "- ", "-", "? ", "[", "]", "{", "}", ",", "#",
    " # c", "&a ", "*a", "!t ", "|\n", ">-\n", "|2\n", "'", '"', "%", "@", "`", "\n", "\n  ",
    "\n    ", "\n\t", "---\n", "...\n", "\\", "\x85", "\u2028", "\ufeff", "\x07", "~", "<<: ",
    "\xe9", "\U0001f600", "0x1F", "2024-02-30", "=", "\r", "\r\n", "null", "name", "{name: x}",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "  ", "\ud800",
)  # fmt: skip
TEMPLATE_PIECES = (
    "{{ ", " }}", "{% ", " %}", "{#", "#}", "client", "rows", "row.name", "for row in rows",
    "endfor", "if client", "endif", "else", "set x = ", "include ", "'review/state.md.j2'",
    "'../x'", "'x'", "macro m()", "endmacro", "m()", "block b", "endblock", "extends 'x'",
    "import 'x' as x", "raw", ".__class__", "['__globals__']", "|attr('x')", "|join", "|length",
    "|upper", "|default(", ")", "*", "**", "+", "~", "10", "999999999", "[", "]", "(", "-",
    "loop.index", "loop.__init__", " ", "is defined", "not", "and", "\n", "{{", "}}", "'", '"',
    "recursive", "call", "do", "with", "\x00",
)  # fmt: skip
DATE_PIECES = (
    "2026", "-", "11", "25", "1", "0", "9", "31", " ", "/", ".", "mon", "tue", "last ", "next ",
    "in ", "ago", "d", "w", "m", "y", "week", "month", "year", "yesterday", "today", "tomorrow",
    "jan", "May", "9999999999", "0001", "\u0663", "\uff11", "-1", "\n", "\t", "T00:00", "Z", "P",
    "P6W", "quarterly", "weekly", "\x00", "\ud800", "2027-02-29", "third", "1e9", "+", "end of ",
)  # fmt: skip


class Target(NamedTuple):
    """One thing that is fuzzed."""

    judge: Callable[[str], str]
    pieces: tuple[str, ...]
    begins: tuple[str, ...]
    """Texts to begin with."""


def reader(text: str) -> str:
    """Both ways of reading agree, troubles have places, and nothing is raised."""
    raw = text.encode("utf-8", "surrogatepass")
    document, told = document_of("clients/a.yaml", raw)
    assert all(one.line >= 1 and one.column >= 1 and one.message for one in told)
    words = sorted({one.code for one in facts_of("clients/a.yaml", raw).faults})
    if _is_whole(text):
        tree, troubles = parse(text)
        assert all(0 <= one.offset <= len(text) and one.message for one in troubles)
        quick = scan(text)
        assert quick is None or (tree is not None and quick == tree.plain()), quick
        words += [one.message[:12] for one in troubles[:1]]
    return f"{document.root is not None} {words}"


def _is_whole(text: str) -> bool:
    """False with half a character in it: no file that decodes has one."""
    return not any("\ud800" <= one <= "\udfff" for one in text)


_EDITS: dict[str, Callable[[str], str]] = {
    "set": lambda text: set_value(text, ["a"], "new: # text"),
    "deep": lambda text: set_value(text, ["roles", "a"], "x"),
    "add": lambda text: add_entry(text, [], "zz", "new"),
    "append": lambda text: append_item(text, ["b"], "new"),
    "remove": lambda text: remove(text, ["a"]),
}


def edits(text: str) -> str:
    """An edit is refused, or two parsers see just the change that was asked for."""
    if not _is_whole(text):
        return "none"
    came = []
    for name, edit in _EDITS.items():
        try:
            new = edit(text)
        except EditRefused as why:
            came.append(f"{name} {why.reason[:20]}")
            continue
        old, now = _loaded(text), _loaded(new)
        if name in ("set", "remove", "add") and isinstance(old, dict) and isinstance(now, dict):
            key = "zz" if name == "add" else "a"
            left = {one: value for one, value in old.items() if one != key}
            assert {one: value for one, value in now.items() if one != key} == left, new
            assert now.get(key) == {"set": "new: # text", "add": "new", "remove": None}[name], new
        came.append(name)
    return "; ".join(came)


def _loaded(text: str) -> Any:
    try:
        return yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError, TypeError, AttributeError):
        return None


@cache
def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    (folder / "templates").mkdir()
    return folder


def templates(text: str) -> str:
    """A template gives a text or is refused by its place."""
    path = _folder() / "templates" / "x.md.j2"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    values = {"client": "Acme", "rows": [{"name": "a|b"}, {"name": "c"}], "many": ["x"] * 50}
    try:
        made = Templates(_folder()).render("x.md.j2", values)
    except Refused as why:
        assert str(why).startswith("templates/"), why  # noqa: PT017 -- the same
        return str(why).partition(": ")[2][:30]
    assert len(made) <= 4_000_000
    return "text"


def dates(text: str) -> str:
    """A word is a day on the right side of today, or refused with what to write."""
    came = []
    for read in (past_day, coming_day, any_day):
        try:
            day = read(text, TODAY)
        except ValueError as why:
            came.append(str(why)[-20:])
            continue
        assert read is not past_day or day <= TODAY
        assert read is not coming_day or day >= TODAY
        came.append("day")
    try:
        civil_date(text)
        came.append("exact")
    except ValueError:
        came.append("none")
    return " ".join(came)


def durations(text: str) -> str:
    """A length of time counts from any day to a later one and reads back, or is refused."""
    try:
        length = duration(text)
    except ValueError as why:
        return str(why)[-20:]
    assert duration(str(length)) == length
    for day in (date.min, TODAY, date(2024, 2, 29), date.max):
        assert length.before(day) <= day <= length.after(day)
    return f"{length.unit}"


_PLAN = "client: A\na: 1  # c\nb:\n  - x\nroles:\n  a: {name: b}\n  # d\n"
TARGETS: dict[str, Target] = {
    "reader": Target(reader, YAML_PIECES, (_PLAN, "")),
    "edits": Target(edits, YAML_PIECES, (_PLAN, "a: |\n  x\nb: [y]\n", "{a: 1, b: [c]}\n")),
    "templates": Target(
        templates,
        TEMPLATE_PIECES,
        (
            "{% for row in rows %}{{ row.name }}{% endfor %}",
            "{% if client %}{{ client }}{% endif %}",
        ),
    ),
    "dates": Target(dates, DATE_PIECES, ("2026-11-25", "last tue", "5 Jan", "in 3 weeks")),
    "durations": Target(durations, DATE_PIECES, ("6w", "P6W", "quarterly", "1y")),
    "importers": Target(importers.importers, importers.PIECES, importers.BEGINS),
}
"""By name."""
