"""The tool that takes protections away: it changes one place, and knows a passing test from a failing one."""

import importlib.util
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def tool():
    spec = importlib.util.spec_from_file_location("try_without", ROOT / "tools" / "try_without.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_one_place_is_changed_and_nothing_else(tool):
    removal = {"file": "a.py", "old": "x", "new": "y"}
    assert tool.without("a x b", removal) == "a y b"
    with pytest.raises(ValueError, match="stands there 2 times"):
        tool.without("x x", removal)


@pytest.mark.parametrize(("code", "failed"), [(1, True), (0, False), (5, False), (2, False)])
def test_only_a_failing_test_counts(tool, monkeypatch, code, failed):
    done = subprocess.CompletedProcess([], code, b"", b"")
    monkeypatch.setattr(tool.subprocess, "run", lambda *_, **__: done)
    removal = {"entries": [1, 2], "file": "clock.py", "old": "import re\n", "new": "import re  #\n"}
    assert list(tool.tried(removal, {2})) == [(2, failed)]
    assert list(tool.tried(removal, {3})) == []
