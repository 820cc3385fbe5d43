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
        return _unreadable_character(text, error)
    lines = Lines(text)
    offset = min(mark.index, len(text))
    line, column = lines.place(offset)
    found = lines.line(line)
    indent = found[: len(found) - len(found.lstrip())]
    if "\t" in indent:
        offset += found.index("\t") + 1 - column
        return Trouble(offset, _NAME, "a tab indents this line; use spaces")
    return _at_mark(lines, error, offset)


def _at_mark(lines: Lines, error: Any, offset: int) -> "Trouble":
    from relplan.files.parse import Trouble

    line, column = lines.place(offset)
    problem = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    if "mapping values are not allowed" in problem:
        return _colon(lines, line, column)
    if "escape" in problem:
        return Trouble(offset, _NAME, NO_CHARACTER if "code" in problem else _ESCAPE)
    begun: Any = getattr(error, "context_mark", None)
    if begun is not None and "flow" in context and (trouble := _unquoted(lines, begun, offset)):
        return trouble
    if begun is not None and (message := _begun(lines, begun, context, problem)):
        at = _opened(lines.text, begun.index) if "flow" in context else begun.index
        return Trouble(at, _NAME, message)
    return Trouble(offset, _NAME, _advice(f"{context} {problem}", lines.line(line), column - 1))


def _unquoted(lines: Lines, begun: Any, offset: int) -> "Trouble | None":
    """A text in brackets on one line that needed quotes; None where they are really left open."""
    from relplan.files.parse import Trouble
    from relplan.files.unquoted import unquoted

    line, column = lines.place(begun.index)
    here, stop = lines.place(offset)
    found = unquoted(lines.line(line), column - 1, stop - 1 if here == line else 10**6)
    return found and Trouble(lines.start(line) + found.column, _NAME, found.message)


def _begun(lines: Lines, begun: Any, context: str, problem: str) -> str:
    """What is wrong with something that begins at `begun`; empty when the mark itself tells more."""
    found = lines.line(lines.place(begun.index)[0])
    if "expected ':'" in problem:
        return _no_colon(_short(found))
    opening = lines.text[_opened(lines.text, begun.index) :][:1]
    if opening and opening in "[{'\"" and ("quoted scalar" in context or "flow" in context):
        return _never_closed(opening)
    sign = _SIGNS.get(context.rpartition(" ")[2])
    return _begins(sign, found, lines.place(begun.index)[1] - 1) if sign else ""


_SIGNS = {"alias": "*", "anchor": "&", "tag": "!"}
NO_CHARACTER = "this escape names no character, or half of one; write the character itself"
_ESCAPE = (
    "a backslash inside double quotes begins an escape that does not exist;"
    " write it twice, or use single quotes"
)
_AFTER_QUOTE = (
    "text goes on after a closed quote; put the whole value in quotes,"
    ' such as "it\'s fine", or write a quote inside single quotes twice'
)
_INDENTED = "the indentation of this line fits nothing above; line it up with its neighbours"
_REASONS = (
    (
        "sequence entries are not allowed",
        "a list begins on the line of its key; start it on the next line, or write [a, b]",
    ),
    (
        "expected <document start>",
        "text stands after the end of the document; remove the line `...` above it",
    ),
    (
        "mapping keys are not allowed",
        "a value cannot begin with a question mark and a space; put quotes around it",
    ),
    (
        "block scalar",
        "after | or > the text begins on the next line, indented; or put quotes around all of it",
    ),
    (
        "expected '-' indicator",
        "the lines above are a list; begin this line with `- `, or line it up with the list's key",
    ),
)


def _colon(lines: Lines, line: int, column: int) -> "Trouble":
    """A `: ` where none may stand: inside a text, or on a line that continues the one above."""
    from relplan.files.parse import Trouble

    found = lines.line(line)
    start = lines.start(line)
    if ": " in (before := found[: column - 1]):
        key, _, value = before.partition(": ")
        value += found[column - 1 :]
        message = (
            "a text that holds `: ` needs quotes; write"
            f" {_short(key.strip(' -'))}: {_quoted(value)}"
        )
        return Trouble(start + len(key) + 2, _NAME, message)
    above = lines.line(line - 1)
    if ":" not in above and above.strip():
        indent = len(above) - len(above.lstrip())
        return Trouble(lines.start(line - 1) + indent, _NAME, _no_colon(_short(above)))
    indent = len(found) - len(found.lstrip())
    message = "this line is indented further than the one above allows; line it up with it"
    return Trouble(start + indent, _NAME, message)


def _no_colon(word: str) -> str:
    return f"`{word}` has no `: ` after its key; write it as key: value"


def _opened(text: str, index: int) -> int:
    """Where the bracket or quote stands: at `index`, or where libyaml points behind it, before it."""
    if text[index : index + 1] in ("[", "{", "'", '"'):
        return index
    before = max(text.rfind("[", 0, index), text.rfind("{", 0, index))
    return before if before >= 0 else index


def _never_closed(opening: str) -> str:
    if opening in "'\"":
        return f"the text that begins here with {opening} has no closing {opening}; add it"
    closing = {"[": "]", "{": "}"}.get(opening, opening)
    return f"the {opening} that opens here is not closed; add a {closing}, or the comma that is missing"


def _begins(sign: str, found: str, column: int) -> str:
    value = found[column:]
    flow = any(char in found[:column] for char in "[{")
    if flow:
        value = re.split(r"[,\]}]", value[1:], maxsplit=1)[0]
        value = sign + value
    return f"a value cannot begin with {sign}; put quotes around it: {_quoted(value)}"


def _quoted(value: str) -> str:
    value = _short(value.split(" #", maxsplit=1)[0])
    return f"'{value}'" if '"' in value or "\\" in value else f'"{value}"'


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= 40 else text[:39] + "…"


def _advice(problem: str, found: str, column: int) -> str:
    before, char = found[:column], found[column : column + 1]
    if char and (
        "cannot start any token" in problem or (char in ",]}@`" and before.rstrip()[-1:] in ":-")
    ):
        return _begins(char, found, column)
    if before.rstrip().endswith(("'", '"')):
        return _AFTER_QUOTE
    if char and before.rstrip().endswith(("]", "}")):
        return _after_bracket(before.rstrip()[-1], char, found)
    return _by_reason(problem)


def _by_reason(problem: str) -> str:
    for reason, advice in _REASONS:
        if reason in problem:
            return advice
    if "block" in problem or "expected" in problem:
        return _INDENTED
    return f"this is not YAML as far as it can be read ({problem.strip() or 'unknown reason'})"


def _after_bracket(closing: str, char: str, found: str) -> str:
    if char in "]}":
        return f"one {char} too many; remove it"
    value = found.partition(": ")[2] or found.strip(" -")
    return f"text goes on after the {closing}; put quotes around all of it: {_quoted(value)}"


def _unreadable_character(text: str, error: Any) -> "Trouble":
    from relplan.files.parse import Trouble

    code = getattr(error, "character", None)
    number = code if isinstance(code, int) else ord(str(code or "\0")[0])
    # Not the error's own position: libyaml counts bytes there, PyYAML's reader characters.
    place = text.find(chr(number))
    if place < 0:
        return Trouble(0, _NAME, f"this is not YAML as far as it can be read ({error})")
    message = f"an invisible control character ({number:#04x}) stands here; remove it"
    return Trouble(place, _NAME, message)
