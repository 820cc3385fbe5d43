"""Why a text is not YAML, in the writer's words: libyaml's reasons turned into advice."""

import re
from typing import TYPE_CHECKING, Any

import yaml

from relplan.files.tree import Lines

if TYPE_CHECKING:
    from relplan.files.parse import Trouble

_CONFLICT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})(?= |$)", re.MULTILINE)
_NAME = "yaml-syntax"


def conflict(text: str) -> "Trouble | None":
    """The first `<<<<<<<` of a merge that nobody finished, when `text` holds one."""
    from relplan.files.parse import Trouble

    if "<<<<<<<" not in text:
        return None
    marks = list(_CONFLICT.finditer(text))
    opening = next((one for one in marks if one[1] == "<<<<<<<"), None)
    if opening is None or len(marks) < 2:
        return None
    message = (
        "a merge was left unfinished here: `<<<<<<<` begins one version and `>>>>>>>` ends the"
        " other; keep what is right and remove the marker lines"
    )
    return Trouble(opening.start(), "merge-conflict", message)


def explain_syntax(text: str, error: yaml.YAMLError) -> "Trouble":
    """Offset and advice for what libyaml or PyYAML's reader refused."""
    from relplan.files.parse import Trouble

    mark: Any = getattr(error, "problem_mark", None)
    if mark is None:
        return _unreadable_character(error)
    lines = Lines(text)
    offset = min(mark.index, len(text))
    line, column = lines.place(offset)
    found = lines.line(line)
    indent = found[: len(found) - len(found.lstrip())]
    if "\t" in indent:
        offset += found.index("\t") + 1 - column
        return Trouble(offset, _NAME, "a tab indents this line; use spaces")
    problem = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    begun: Any = getattr(error, "context_mark", None)
    if "escape" in problem:
        return Trouble(offset, _NAME, _ESCAPE)
    if begun is not None and ("quoted scalar" in context or "flow" in context):
        return Trouble(begun.index, _NAME, _never_closed(text[begun.index : begun.index + 1]))
    return Trouble(offset, _NAME, _advice(f"{context} {problem}", found, column - 1))


def _never_closed(opening: str) -> str:
    if opening in "'\"":
        return f"the text that begins here with {opening} has no closing {opening}; add it"
    closing = {"[": "]", "{": "}"}.get(opening, opening)
    return f"the {opening} that opens here is not closed; add a {closing}, or the comma that is missing"


_ESCAPE = (
    "a backslash inside double quotes begins an escape that does not exist;"
    " write it twice, or use single quotes"
)
_AFTER_QUOTE = (
    "text goes on after a closed quote; put the whole value in quotes,"
    ' such as "it\'s fine", or write a quote inside single quotes twice'
)
_NO_COLON = (
    "the line above has no `: `, or this one is indented too far; write it as key: value,"
    " lined up with its neighbours"
)
_TWO_COLONS = (
    "a second `: ` on this line, or an indentation that fits nothing above;"
    ' put quotes around a text that holds `: `, such as note: "Re: the audit"'
)
_INDENTED = "the indentation of this line fits nothing above; line it up with its neighbours"
_REASONS = (
    (
        "sequence entries are not allowed",
        "a list begins on the line of its key; start it on the next line, or write [a, b]",
    ),
    ("could not find expected ':'", _NO_COLON),
    (
        "expected '<document start>'",
        "text stands after the end of the document; remove the line `...` above it",
    ),
    ("alias", "a value that begins with * needs quotes; put quotes around it"),
    ("anchor", "a value that begins with & needs quotes; put quotes around it"),
    ("tag", "a value that begins with ! needs quotes; put quotes around it"),
    ("directive", "a line that begins with % needs quotes around its text, or to be removed"),
)


def _advice(problem: str, found: str, column: int) -> str:
    before, char = found[:column], found[column : column + 1]
    if "mapping values are not allowed" in problem:
        return _TWO_COLONS if ":" in before else _NO_COLON
    if char and (
        "cannot start any token" in problem or (char in ",]}@`" and before.rstrip()[-1:] in ":-")
    ):
        quoted = char + _tail(found, column)
        return f'a value cannot begin with {char}; put quotes around it, such as "{quoted}"'
    if before.rstrip().endswith(("'", '"')):
        return _AFTER_QUOTE
    for reason, advice in _REASONS:
        if reason in problem:
            return advice
    if re.search(r"""["'][^"']*["']\s*\S""", before + char) and "expected <block end>" in problem:
        return _AFTER_QUOTE
    if "block" in problem or "expected" in problem:
        return _INDENTED
    return f"this is not YAML as far as it can be read ({problem.strip() or 'unknown reason'})"


def _tail(found: str, column: int) -> str:
    word = re.split(r"[\s,\]}]", found[column + 1 :], maxsplit=1)[0]
    return word[:20]


def _unreadable_character(error: Any) -> "Trouble":
    from relplan.files.parse import Trouble

    position = getattr(error, "position", None)
    code = getattr(error, "character", None)
    if not isinstance(position, int):
        return Trouble(0, _NAME, f"this is not YAML as far as it can be read ({error})")
    number = code if isinstance(code, int) else ord(str(code or "\0")[0])
    message = f"an invisible control character ({number:#04x}) stands here; remove it"
    return Trouble(position, _NAME, message)
