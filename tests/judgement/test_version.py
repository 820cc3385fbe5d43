import shutil
from pathlib import Path

import pytest

from relplan import judgement
from relplan.judgement.version import engine_version, version_of

HERE = Path(judgement.__file__).parent


@pytest.fixture
def copied(tmp_path):
    return Path(
        shutil.copytree(HERE, tmp_path / "judgement", ignore=shutil.ignore_patterns("*.bin"))
    )


def test_the_same_judge_has_the_same_version(copied):
    assert version_of(copied) == engine_version()


@pytest.mark.parametrize(
    "name", ["data/cues.json", "data/model.json", "data/advice.json", "vote.py"]
)
def test_a_change_of_rules_weights_or_code_is_another_version(copied, name):
    with (copied / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert version_of(copied) != engine_version()
