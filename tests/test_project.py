"""The project's promises about itself. Each guard has a companion that shows it failing."""

import shutil
import subprocess
import sys
from pathlib import Path

import guards
import pytest

from relplan.cli.app import COMMANDS

ROOT = guards.ROOT


def listed(*words: str) -> list[str]:
    """What `git ls-files` lists; empty outside of a repository (an unpacked sdist)."""
    done = subprocess.run(
        ["git", "ls-files", "-z", *words], cwd=ROOT, capture_output=True, check=False
    )
    return [name for name in done.stdout.decode().split("\0") if name]


def tracked() -> dict[str, str]:
    """Every text of the project: path to text."""
    names = listed() or [p.relative_to(ROOT).as_posix() for p in ROOT.rglob("*") if p.is_file()]
    texts = {}
    for name in names:
        if (ROOT / name).is_file() and not name.endswith((".bin", ".wasm", ".png", ".pyc")):
            texts[name] = (ROOT / name).read_text(encoding="utf-8", errors="replace")
    return texts


def test_everything_that_the_package_needs_is_in_the_repository():
    assert guards.left_out(listed("--others", "src", "templates")) == []


def test_a_file_that_a_clone_would_lack_is_noticed():
    found = ["src/relplan/data/weights.bin", "src/relplan/__pycache__/a.pyc"]
    assert guards.left_out(found) == ["src/relplan/data/weights.bin"]


def test_every_module_is_mirrored_by_a_test():
    assert guards.without_test() == []


def test_a_module_without_a_test_is_noticed(tmp_path):
    (tmp_path / "src" / "files").mkdir(parents=True)
    (tmp_path / "src" / "files" / "lonely.py").write_text("")
    assert guards.without_test(tmp_path / "src", tmp_path) == ["files/lonely.py"]


def test_no_file_names_a_folder_of_somebodys_machine():
    texts = {path: text for path, text in tracked().items() if path != "tests/guards.py"}
    assert guards.machine_paths(texts) == []


def test_a_folder_of_a_machine_is_noticed():
    folder = "root"
    assert guards.machine_paths({"a": f"x\nsee /{folder}/bin.py"}) == ["a:2"]


def test_no_file_names_a_package_registry():
    texts = {path: text for path, text in tracked().items() if path != "tests/guards.py"}
    assert guards.registries(texts) == []


def test_a_registry_is_noticed():
    page = "simple"
    assert guards.registries({"a": f"https://pypi.org/{page}"}) == ["a:1"]


def test_only_the_clock_asks_for_today():
    texts = guards.source_texts()
    assert {place.split(":")[0] for place in guards.clock_readers(texts)} == {
        "src/relplan/clock.py"
    }


def test_a_second_reader_of_the_clock_is_noticed():
    assert guards.clock_readers({"a": "now = datetime.now()"}) == ["a:1"]


def test_no_word_hangs_on_the_language_of_the_machine():
    assert guards.locale_readers(guards.source_texts()) == []


@pytest.mark.parametrize("text", ["day.strftime('%b')", "calendar.month_name[1]", "import locale"])
def test_a_word_that_hangs_on_the_machine_is_noticed(text):
    assert guards.locale_readers({"a": text}) == ["a:1"]


def test_nothing_unpickles_starts_a_shell_or_lets_yaml_make_objects():
    assert guards.unsafe_calls(guards.source_texts()) == []


@pytest.mark.parametrize("text", ["import pickle", "run(x, shell=True)", "yaml.load(text)"])
def test_an_unsafe_call_is_noticed(text):
    assert guards.unsafe_calls({"a": text}) == ["a:1"]


def test_no_module_is_longer_than_a_newcomer_can_hold_in_mind():
    assert guards.long_modules(guards.source_texts()) == []


def test_a_long_module_is_noticed():
    assert guards.long_modules({"a": "\n" * 301}) == ["a"]


def test_every_module_says_what_it_is_for():
    assert guards.undocumented(guards.source_texts()) == []


def test_a_module_that_says_nothing_is_noticed():
    assert guards.undocumented({"a": "x = 1"}) == ["a"]


def test_the_readme_names_every_command():
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    assert guards.unnamed_commands(page, COMMANDS) == []


def test_a_command_that_the_readme_leaves_out_is_noticed():
    assert guards.unnamed_commands("relplan due", ["due", "log"]) == ["log"]


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=folder,
        env={"PYTHONPATH": str(folder / "src"), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )


def test_layers_point_one_way():
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout


def test_an_import_against_the_layers_is_noticed(tmp_path):
    shutil.copytree(
        ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("*.bin", "*.wasm")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / "src/relplan/clock.py").open("a") as clock:
        clock.write("\nfrom relplan.reports.safe import safe as _safe\n")
    done = lint_imports(tmp_path)
    assert done.returncode == 1
    assert "relplan.clock -> relplan.reports.safe" in done.stdout
