"""Cut the encoder's vocabulary to what plans use: `python vocabulary.py FOLDER_OF_ALL_MINILM_L6_V2`.

Kept: every piece of the labelled batches, single characters, and the commoner words and endings (the original
list is sorted by frequency). Rarer words still split into pieces.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from corpus import DATA, labelled

from relplan.judgement.pieces import Splitter

FRAME = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
PLAIN = re.compile(r"(##)?[a-z0-9]+")
SIGN = re.compile(r"[!-/:-@\[-`{-~£€–—’‘“”…•₹]")
WORDS, ENDINGS, NUMBERS = 10800, 14000, 3500


def kept(names: list[str]) -> list[int]:
    """Return the numbers of the pieces to keep, in order."""
    splitter = Splitter({name: number for number, name in enumerate(names)})
    used = {number for row in labelled() for number in splitter.split(row.text).ids}
    return [
        number
        for number, name in enumerate(names)
        if name in FRAME or number in used or _common(number, name)
    ]


def _common(number: int, name: str) -> bool:
    if not PLAIN.fullmatch(name):
        return bool(SIGN.fullmatch(name))
    core = name.removeprefix("##")
    if len(core) == 1:
        return True
    if core.isdigit():
        return number < NUMBERS and core == name
    return number < (WORDS if core == name else ENDINGS)


def main() -> None:
    """Write the cut vocabulary beside the judge."""
    names = (Path(sys.argv[1]) / "vocab.txt").read_text("utf-8").splitlines()
    chosen = kept(names)
    (DATA / "vocabulary.txt").write_text("\n".join(names[number] for number in chosen), "utf-8")
    sys.stdout.write(f"{len(chosen)} of {len(names)} pieces\n")


if __name__ == "__main__":
    main()
