"""Every message of reading and schema has a file that provokes it, and its exact text beside it.

`tests/errors/NAME.yaml` stands for clients/acme.yaml in a small book, `tests/errors/NAME/` for
files laid over that book; `NAME.out` is what `relplan lint --select RP0,RP1` prints of it.
To write the texts anew after a change that is meant: pytest tests/files/test_errors.py --update-golden
"""

import ast
import re
from pathlib import Path

import pytest
from books import TODAY, write_book

from relplan.files import document, explain
from relplan.files.book import load
from relplan.reports.diagnostics import concise
from relplan.rules.catalogue import PAGES
from relplan.rules.choose import Wanted
from relplan.rules.runner import lint

HERE = Path(__file__).parent.parent / "errors"
CASES = sorted({entry.name.split(".")[0] for entry in HERE.iterdir()})
SOURCES = Path(document.__file__).parent
ELSEWHERE = {
    f"tests/files/{name}": Path(__file__).with_name(name)
    for name in ("test_faults.py", "test_disk.py")
}


def _files(name: str) -> dict[str, bytes]:
    single, folder = HERE / f"{name}.yaml", HERE / name
    if single.exists():
        return {"clients/acme.yaml": single.read_bytes()}
    found = [entry for entry in folder.rglob("*") if entry.is_file()]
    return {entry.relative_to(folder).as_posix(): entry.read_bytes() for entry in found}


def _said(files: dict[str, bytes], folder: Path) -> str:
    loaded = load(write_book(folder, files))
    return concise(lint(loaded, TODAY, Wanted(select=["RP0", "RP1"])), {})


@pytest.mark.parametrize("name", CASES)
def test_a_file_that_is_wrong_is_told_exactly_how(name, tmp_path, request):
    said = _said(_files(name), tmp_path)
    expected = HERE / f"{name}.out"
    if request.config.getoption("--update-golden"):
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")
    assert said, "a case that provokes nothing proves nothing"


def test_messages_keep_to_the_house_style():
    for name in CASES:
        for line in (HERE / f"{name}.out").read_text(encoding="utf-8").splitlines():
            message = re.sub(r"`[^`]*`|\"[^\"]*\"", "", line.split(": ", 2)[2])
            words = re.findall(r"[a-z]+", message.lower())
            assert not {"invalid", "bad", "should", "pydantic", "dict", "str", "validation"} & {
                *words
            }, line
            assert "!" not in re.sub(r"begin(s)? with !|!(?=$| )", "", message), line
            assert not message.rsplit(" [", 1)[0].endswith("."), line


def _provoked() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in HERE.glob("*.out"))


def _unprovoked_codes(said: str) -> list[str]:
    codes = {**document.CODES, **explain.CODES}
    codes |= {page.name: page.code for page in PAGES if page.code < "RP2"}
    del codes["rule-stopped"]  # takes an installed package: tests/rules/test_team.py
    return [name for name, code in codes.items() if f"{code} " not in said]


def test_every_code_of_reading_and_schema_is_provoked():
    assert _unprovoked_codes(_provoked()) == []


def test_the_guard_of_codes_sees_one_that_nobody_provokes():
    said = _provoked().replace("RP103 ", "RP203 ")
    assert _unprovoked_codes(said) == ["wrong-choice"]


def _messages(source: str) -> list[str]:
    """The longest fixed piece of every text in a module that is long enough to be a message."""
    found, inside = [], set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)):
            inside |= {id(e.value) for e in node.body if isinstance(e, ast.Expr)}
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith(("re.", "getattr")):
            inside |= {id(part) for part in ast.walk(node)}
        if isinstance(node, ast.JoinedStr):
            fixed = [part.value for part in node.values if isinstance(part, ast.Constant)]
            inside |= {id(part) for part in ast.walk(node)}
            found.append(max(fixed, key=len, default=""))
        if isinstance(node, ast.Assign) and "_KEYED" in ast.unparse(node.targets[0]):
            inside |= {id(part) for part in ast.walk(node)}
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.append("" if id(node) in inside else node.value)
    return [text for text in found if len(text) > 18 and " " in text.strip()]


MODULES = (
    "parse", "syntax", "explain", "split", "references", "validate", "disk", "book", "document",
)  # fmt: skip
OF_LIBYAML = {
    # The reasons of libyaml that messages are chosen by.
    "mapping values are not allowed", "sequence entries are not allowed", "cannot start any token",
    "expected <document start>", "mapping keys are not allowed", "expected '-' indicator",
    # A last resort for a reason that no known text provokes.
    "this is not YAML as far as it can be read (",
    # Failures of the disk, said by the machine.
    "this file cannot be read (", "this file may not be read; ask for the permission, or correct it",
    # A folder without a book: test_faults.py, which breaks the line.
    " or above it; change into a book, name one with --book, or start one with: relplan init",
    "a folder with a file's name; rename it",
    # Between the look at the size and the reading the file grew.
    " bytes; split it",
}  # fmt: skip


def _unprovoked_messages(source: str, said: str) -> list[str]:
    parts = [
        (text, text.format(where="").strip() if "{where}" in text else text)
        for text in _messages(source)
    ]
    return [text for text, part in parts if text not in OF_LIBYAML and _plain(part) not in said]


def _plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("module", MODULES)
def test_every_message_of_the_reader_is_provoked(module):
    said = _plain(_provoked() + "".join(p.read_text(encoding="utf-8") for p in ELSEWHERE.values()))
    source = (SOURCES / f"{module}.py").read_text(encoding="utf-8")
    assert _unprovoked_messages(source, said) == []


def test_the_guard_of_messages_sees_one_that_nobody_provokes():
    source = 'def say():\n    return f"{1} is a message that no file provokes"\n'
    assert _unprovoked_messages(source, _provoked()) == [" is a message that no file provokes"]
