"""What the guard tests look for, as functions, so that a companion can show each one failing."""

import ast
import re
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "src" / "relplan"

_MACHINE = re.compile(r"(^|[^A-Za-z0-9_.])/(root|work|home/[a-z]+)/[A-Za-z.]")
_REGISTRY = re.compile(
    r"pypi\.org/simple|files\.pythonhosted\.org|registry\.npmjs\.org|deb\.debian\.org"
)
_CLOCK = re.compile(
    r"\bdate\.today\(|\bdatetime\.(?:now|utcnow|today)\(|\btime\.(?:time|localtime|gmtime)\("
)
_LOCALE = re.compile(r"\bstrftime\(|\bcalendar\.(?:month|day)_|\bimport locale\b")
_UNSAFE = re.compile(
    r"\bpickle\b|\bmarshal\b|shell=True|os\.system|yaml\.(?:load|compose|unsafe_load)\("
)


def modules(root: Path = SOURCES) -> list[Path]:
    """Every module of the package, packages' own files left out."""
    return sorted(p for p in root.rglob("*.py") if p.name not in ("__init__.py", "__main__.py"))


def without_test(sources: Path = SOURCES, tests: Path = ROOT / "tests") -> list[str]:
    """The modules that no test file mirrors: `files/tree.py` wants `tests/files/test_tree.py`."""
    wanting = []
    for module in modules(sources):
        inside = module.relative_to(sources)
        mirror = tests / inside.parent / f"test_{inside.name}"
        if not mirror.is_file() and not _tested_together(tests / inside.parent, inside.stem):
            wanting.append(inside.as_posix())
    return wanting


def _tested_together(folder: Path, stem: str) -> bool:
    """A rule is tested by its cases; a section of pack, summary or site with the whole."""
    return (folder / "cases" / f"{stem.replace('_', '-')}.yaml").is_file() or (
        folder.name in ("pack", "summary", "site")
        and (folder.parent / f"test_{folder.name}.py").is_file()
    )


def matching(pattern: re.Pattern[str], texts: dict[str, str]) -> list[str]:
    """Path and line of every text that holds the pattern."""
    return [
        f"{path}:{number}"
        for path, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def left_out(untracked: Iterable[str]) -> list[str]:
    """The files beside the sources that a fresh clone would lack; Python's own caches are none."""
    return [path for path in untracked if not path.endswith(".pyc")]


def machine_paths(texts: dict[str, str]) -> list[str]:
    """Places that name a folder of somebody's machine."""
    return matching(_MACHINE, texts)


def registries(texts: dict[str, str]) -> list[str]:
    """Places that name the address of a package registry."""
    return matching(_REGISTRY, texts)


def clock_readers(texts: dict[str, str]) -> list[str]:
    """Places that ask for today."""
    return matching(_CLOCK, texts)


def locale_readers(texts: dict[str, str]) -> list[str]:
    """Places whose words hang on the language of the machine."""
    return matching(_LOCALE, texts)


def unsafe_calls(texts: dict[str, str]) -> list[str]:
    """Places that unpickle, start a shell, or let YAML make objects."""
    return matching(_UNSAFE, texts)


def long_modules(texts: dict[str, str], most: int = 300) -> list[str]:
    """Modules of more lines than a newcomer can hold in mind."""
    return [path for path, text in texts.items() if len(text.splitlines()) > most]


def undocumented(texts: dict[str, str]) -> list[str]:
    """Modules without a sentence that says what they are for."""
    return [path for path, text in texts.items() if not ast.get_docstring(ast.parse(text))]


def unnamed_commands(page: str, commands: Iterable[str]) -> list[str]:
    """The commands that a page does not name."""
    return [one for one in commands if f"relplan {one}" not in page]


def source_texts() -> dict[str, str]:
    """Every module of the package: path to text."""
    return {
        p.relative_to(ROOT).as_posix(): p.read_text(encoding="utf-8") for p in SOURCES.rglob("*.py")
    }
