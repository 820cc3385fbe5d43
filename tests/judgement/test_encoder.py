import subprocess
import sys

import pytest

from relplan.judgement import encoder as subject
from relplan.judgement.encoder import EncoderMissingError, encoder

TEXTS = [f"Send note number {n} about the month end at plant {n % 7}" for n in range(120)]


def test_six_scores_for_a_text_and_a_share_for_each_piece():
    [reading] = encoder().read(["Present our full service range"])
    assert len(reading.scores) == 6
    assert len(reading.shares) == len(reading.pieces.ids)
    for column, score in enumerate(reading.scores):
        mean = sum(share[column] for share in reading.shares) / len(reading.shares)
        assert score == pytest.approx(mean)


def test_a_text_is_read_the_same_alone_and_among_many():
    together = encoder().read(TEXTS)
    assert [one.scores for one in together[:3]] == [
        encoder().read([t])[0].scores for t in TEXTS[:3]
    ]


def test_the_odd_texts_are_read_too():
    assert len(encoder().read(["", "渡辺", "\x00", "word " * 500])) == 4
    assert encoder().read([]) == []


@pytest.mark.parametrize("content", [None, b"", b"no weights"])
def test_missing_or_damaged_weights_are_said_and_not_a_defect(tmp_path, monkeypatch, content):
    for path in subject.DATA.iterdir():
        if path.name != "weights.bin":
            (tmp_path / path.name).write_bytes(path.read_bytes())
    if content is not None:
        (tmp_path / "weights.bin").write_bytes(content)
    monkeypatch.setattr(subject, "DATA", tmp_path)
    with pytest.raises(EncoderMissingError, match="judged by word rules alone"):
        subject.Encoder()


def test_the_module_is_let_go_before_python_ends():
    code = "from relplan.judgement import judge; judge('Lunch with Jane')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == ""
