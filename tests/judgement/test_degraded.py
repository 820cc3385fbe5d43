"""Without the library that runs the model."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from relplan.judgement import engine_note, judge
from relplan.judgement.encoder import encoder

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def no_runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Hide wasmtime."""
    encoder.cache_clear()
    monkeypatch.setitem(sys.modules, "wasmtime", None)
    yield
    encoder.cache_clear()


@pytest.mark.usefixtures("no_runtime")
def test_rules_alone_still_judge_and_say_so() -> None:
    assert (
        engine_note()
        == "the trained model cannot run here (no wasmtime); judged by word rules alone"
    )
    said = judge("Ask the CFO for referrals to win more work")
    assert said.verdict == "sales"
    assert judge("Blue chairs").verdict == "undecided"


def test_with_the_runtime_there_is_no_note() -> None:
    assert engine_note() is None
