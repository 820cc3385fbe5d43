"""Word pieces and their places."""

from __future__ import annotations

from relplan.judgement.pieces import LONGEST_TEXT, Splitter

IDS = {
    name: number
    for number, name in enumerate(
        ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "cafe", "##s", "open", "-", "c"]
    )
}


def test_longest_pieces_win_and_know_their_word() -> None:
    found = Splitter(IDS).split("Cafés open")
    assert found.ids == (2, 4, 5, 6, 3)
    assert found.spans == ((0, 0), (0, 5), (0, 5), (6, 10), (0, 0))


def test_a_word_without_pieces_is_unknown() -> None:
    assert Splitter(IDS).split("cx").ids == (2, 1, 3)


def test_long_texts_are_cut() -> None:
    assert len(Splitter(IDS).split("open " * 500).ids) == LONGEST_TEXT
