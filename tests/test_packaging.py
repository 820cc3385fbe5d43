"""Wheel, sdist and editable install, each tried in an environment of its own, on every Python there is.

Slow, and the only tests that install anything: `make wheel` runs them, `make test` does not.
"""

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import guards
import pytest

pytestmark = pytest.mark.packaging
ROOT = guards.ROOT
VERSIONS = ("3.11", "3.12", "3.13", "3.14")


def run(*words, cwd=ROOT):
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{words}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def interpreters():
    """Every Python of a supported version that starts here, the running one first."""
    found = {".".join(map(str, sys.version_info[:2])): sys.executable}
    for version in VERSIONS:
        for path in (shutil.which(f"python{version}"), *by_pyenv(version)):
            if path and version not in found and starts(path):
                found[version] = str(path)
    return found


def by_pyenv(version):
    """The Pythons that pyenv keeps: its `python3.12` on the PATH starts only a chosen one."""
    if not shutil.which("pyenv"):
        return []
    done = subprocess.run(["pyenv", "root"], capture_output=True, text=True, check=False)
    return sorted(Path(done.stdout.strip()).glob(f"versions/{version}.*/bin/python"))


def starts(python):
    command = [python, "-c", "import venv, ensurepip"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The sdist, and the wheel that is built from the unpacked sdist."""
    folder = tmp_path_factory.mktemp("built")
    copy = folder / "copy"
    ignored = shutil.ignore_patterns(
        ".git", ".venv", "dist", ".*_cache", "__pycache__", ".hypothesis"
    )
    shutil.copytree(ROOT, copy, ignore=ignored)
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", folder, cwd=copy)
    [sdist] = folder.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    [unpacked] = [p for p in folder.glob("relplan-*") if p.is_dir()]
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=unpacked)
    [wheel] = folder.glob("*.whl")
    return sdist, wheel


def build_wheel(folder, number):
    """A wheel of a fresh copy, in a folder, at a time and under an umask of its own."""
    copy = folder / f"copy-{number}"
    ignored = shutil.ignore_patterns(
        ".git", ".venv", "dist", ".*_cache", "__pycache__", ".hypothesis"
    )
    shutil.copytree(ROOT, copy, ignore=ignored, copy_function=shutil.copy)
    for path in copy.rglob("*"):
        os.utime(path, (1_700_000_000 + number * 86_400,) * 2)
    out = folder / f"out-{number}"
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", out, cwd=copy)
    [wheel] = out.glob("*.whl")
    return wheel


def environment(folder, python, *what):
    run(python, "-m", "venv", folder)
    pip = (folder / "bin" / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check")
    run(*pip, "-c", ROOT / "constraints.txt", *what)
    return folder / "bin" / "relplan"


def does_the_main_jobs(relplan, tmp_path):
    book = tmp_path / "team"
    shutil.copytree(ROOT / "examples" / "team", book)
    day = ("--today", "2026-11-25", "--book", book)
    assert "OVERDUE" in run(relplan, "due", "--all", *day, cwd=tmp_path)
    assert run(relplan, "lint", *day, cwd=tmp_path) == ""
    assert "## 1. State" in run(relplan, "review", "acme", *day, cwd=tmp_path)
    run(relplan, "new", "client", "Ours", *day, cwd=tmp_path)
    run(relplan, "init", "fresh", "--firm", "F", "--name", "N", cwd=tmp_path)
    assert run(relplan, "help", "due", cwd=tmp_path).startswith("# Due, exactly\n")
    assert run(relplan, "help", "--man", cwd=tmp_path).startswith('.\\"')
    assert "SALES" in run(
        relplan, "judge", "Present our full service range to procurement", cwd=tmp_path
    )


WANTED = (
    "templates/review.md.j2",
    "templates/new/client.yaml",
    "judgement/data/ideas.json",
    "docs/due.md",
    "docs/relplan.1",
    "py.typed",
)


def missing(names):
    return [one for one in WANTED if f"relplan/{one}" not in names]


def test_the_wheel_brings_templates_and_the_judge_along(built):
    assert missing(zipfile.ZipFile(built[1]).namelist()) == []


def test_a_file_that_the_wheel_lacks_is_noticed():
    assert missing(["relplan/py.typed"]) == list(WANTED[:-1])


@pytest.mark.parametrize("version", interpreters())
def test_the_wheel_works_in_a_clean_environment(built, version, tmp_path):
    relplan = environment(tmp_path / "venv", interpreters()[version], built[1])
    does_the_main_jobs(relplan, tmp_path)


def test_an_editable_install_finds_its_templates(tmp_path):
    copy = tmp_path / "copy"
    ignored = shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__", ".hypothesis")
    shutil.copytree(ROOT, copy, ignore=ignored)
    relplan = environment(tmp_path / "venv", sys.executable, "-e", copy)
    does_the_main_jobs(relplan, tmp_path)


def test_the_install_stays_small(built):
    _, wheel = built
    unpacked = sum(one.file_size for one in zipfile.ZipFile(wheel).infolist())
    assert unpacked < 15 * 2**20, "the judge's weights grew: see docs/judgement.md"


def test_two_builds_give_the_same_bytes(tmp_path):
    first, second = (build_wheel(tmp_path, number) for number in (1, 2))
    assert first.name == second.name
    assert first.read_bytes() == second.read_bytes()


def test_an_install_runs_no_code_of_ours(built):
    sdist, wheel = built
    names = zipfile.ZipFile(wheel).namelist()
    first = ("setup.py", "sitecustomize.py", "usercustomize.py")
    assert not [one for one in names if one.endswith(".pth") or one in first]
    assert not [one for one in names if ".data/" in one and ".data/data/share/" not in one]
    with tarfile.open(sdist) as archive:
        top = [one.partition("/")[2] for one in archive.getnames()]
    assert not {"setup.py", "hatch_build.py"} & set(top)
    assert "[tool.hatch.build.hooks" not in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
