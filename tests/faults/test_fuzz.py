"""A short run of every fuzzing target, from the seeds that are kept, finds nothing; a fault would be found."""

import importlib
import sys
from pathlib import Path

import pytest

NAMES = ("reader", "edits", "templates", "dates", "durations", "importers")
FOLDER = Path(__file__).parents[2] / "benchmarks" / "fuzz"


@pytest.fixture(scope="module")
def fuzzing():
    """The modules `targets` and `loop` of the fuzzer, which is no part of the package."""
    sys.path.insert(0, str(FOLDER))
    yield importlib.import_module("targets"), importlib.import_module("loop")
    sys.path.remove(str(FOLDER))


@pytest.mark.parametrize("name", NAMES)
def test_t59_every_kept_seed_and_a_run_of_each_target_find_nothing(fuzzing, name):
    targets, loop = fuzzing
    most = 250 + len(loop.kept(name))
    run = loop.fuzz(name, targets.TARGETS[name], 7, most=most)
    assert run.findings == ()
    assert run.tried == most
    assert run.ways > 2


def test_every_target_is_run(fuzzing):
    assert set(fuzzing[0].TARGETS) == set(NAMES)


def test_what_is_raised_is_a_finding_and_is_kept(fuzzing, tmp_path, monkeypatch, capsys):
    targets, loop = fuzzing
    monkeypatch.setattr(loop, "SEEDS", tmp_path)

    def weak(text):
        assert "[[" not in text, "two brackets"
        return text[:3]

    run = loop.fuzz("weak", targets.Target(weak, ("[", "a"), ("a",)), 1, most=3_000)
    assert run.findings
    assert "two brackets" in run.findings[0][1]
    loop.keep("weak", run.findings[:2])
    assert run.findings[0][0] in loop.kept("weak")
    assert "two brackets" in capsys.readouterr().err
    again = loop.fuzz("weak", targets.Target(weak, ("[", "a"), ("a",)), 1, most=3)
    assert again.findings


def test_the_same_seed_gives_the_same_texts(fuzzing):
    targets, loop = fuzzing
    seen = []
    for _ in range(2):
        texts = []
        target = targets.TARGETS["durations"]._replace(
            judge=lambda text, into=texts: into.append(text) or ""
        )
        loop.fuzz("durations", target, 3, most=200)
        seen.append(texts)
    assert seen[0] == seen[1]


@pytest.mark.skipif(sys.platform == "win32", reason="no alarm there")
def test_what_does_not_end_is_a_finding(fuzzing, monkeypatch):
    targets, loop = fuzzing
    monkeypatch.setattr(loop, "MOST_SECONDS", 1)

    def endless(_):
        while True:
            pass

    [(_, why)] = loop.fuzz("x", targets.Target(endless, ("a",), ("a",)), 1, most=1).findings
    assert why.startswith("TimeoutError")
