"""Pack trained weights for the judge: `python pack.py STUDENT.pt [VOTE.json]` writes data/weights.bin and model.json.

Every row of a weight matrix becomes small integers with one scale; few levels make the file small (measured in
docs/judgement.md), and Huffman coding alone unpacks fast.
"""

from __future__ import annotations

import hashlib
import json
import sys
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import torch
from corpus import DATA

LEVELS, WORD_LEVELS, LONGEST = 15, 13, 64
CLIPS = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)


class Packer:
    """Collects integer weights and float numbers in the order that encoder.c reads them."""

    def __init__(self, state: dict[str, torch.Tensor]) -> None:
        """Take a trained state."""
        self._state = state
        self.whole: list[bytes] = []
        self.numbers: list[Any] = []

    def get(self, name: str) -> torch.Tensor:
        """Return a tensor of the encoder."""
        return self._state["enc." + name].float()

    def add(self, *names: str) -> None:
        """Add tensors as plain floats."""
        self.numbers += [self.get(name).numpy().ravel() for name in names]

    def matrix(self, weight: torch.Tensor, levels: int, bias: torch.Tensor | None = None) -> None:
        """Add a matrix as integers, its scales, and its bias."""
        whole, scale = quantised(weight, levels)
        self.whole.append(whole.tobytes())
        self.numbers.append(scale)
        if bias is not None:
            self.numbers.append(bias.numpy())

    def linear(self, *names: str) -> None:
        """Add linear maps, stacked."""
        weights = torch.cat([self.get(f"{name}.weight") for name in names])
        self.matrix(weights, LEVELS, torch.cat([self.get(f"{name}.bias") for name in names]))

    def norm(self, name: str) -> None:
        """Add a layer norm."""
        self.add(f"{name}.weight", f"{name}.bias")

    def model(self) -> int:
        """Add everything; return the number of layers."""
        self.matrix(self.get("embeddings.word_embeddings.weight"), WORD_LEVELS)
        kind = self.get("embeddings.token_type_embeddings.weight")[0]
        self.numbers.append(
            (self.get("embeddings.position_embeddings.weight")[:LONGEST] + kind).numpy().ravel()
        )
        self.norm("embeddings.LayerNorm")
        count = len(
            {name.split(".")[3] for name in self._state if name.startswith("enc.encoder.layer.")}
        )
        for number in range(count):
            self._layer(f"encoder.layer.{number}")
        self.numbers += [
            self._state[f"head.{part}"].float().numpy().ravel() for part in ("weight", "bias")
        ]
        return count

    def _layer(self, layer: str) -> None:
        self.linear(*(f"{layer}.attention.self.{part}" for part in ("query", "key", "value")))
        self.linear(f"{layer}.attention.output.dense")
        self.norm(f"{layer}.attention.output.LayerNorm")
        self.linear(f"{layer}.intermediate.dense")
        self.linear(f"{layer}.output.dense")
        self.norm(f"{layer}.output.LayerNorm")


def quantised(weight: torch.Tensor, levels: int) -> tuple[Any, Any]:
    """Round each row to -levels..levels by the clip that loses least; return integers and scales."""
    most = weight.abs().amax(1, keepdim=True).clamp_min(1e-8)
    tries = []
    for clip in CLIPS:
        scale = most * clip / levels
        whole = (weight / scale).round().clamp(-levels, levels)
        tries.append((whole, scale, ((whole * scale - weight) ** 2).sum(1, keepdim=True)))
    whole, scale, error = tries[0]
    for other, other_scale, other_error in tries[1:]:
        better = other_error < error
        whole, scale = torch.where(better, other, whole), torch.where(better, other_scale, scale)
        error = torch.where(better, other_error, error)
    return whole.to(torch.int8).numpy(), scale[:, 0].numpy()


def main() -> None:
    """Write the files."""
    packer = Packer(torch.load(sys.argv[1], weights_only=True))
    layers = packer.model()
    whole = b"".join(packer.whole)
    floats = np.concatenate([part.astype("<f4") for part in packer.numbers]).tobytes()
    coder = zlib.compressobj(9, zlib.DEFLATED, 15, 9, zlib.Z_HUFFMAN_ONLY)
    packed = coder.compress(whole + floats) + coder.flush()
    (DATA / "weights.bin").write_bytes(packed)
    facts = {"layers": layers, "bytes": len(whole), "levels": LEVELS, "word_levels": WORD_LEVELS}
    facts |= {"sha256": hashlib.sha256(packed).hexdigest(), "vote": {}}
    facts["origin"] = (
        "all-MiniLM-L6-v2 (Apache-2.0), fine-tuned on data-sets/judgement by tools/judgement"
    )
    if len(sys.argv) > 2:
        facts["vote"] = json.loads(Path(sys.argv[2]).read_text("utf-8"))
    (DATA / "model.json").write_text(json.dumps(facts, indent=1, sort_keys=True) + "\n", "utf-8")
    sys.stdout.write(f"{len(packed)} bytes\n")


if __name__ == "__main__":
    main()
