"""One training loop for teacher and student: six outputs over the mean of an encoder's last layer."""

from __future__ import annotations

import random
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import torch
from torch import nn
from torch.nn import functional

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from corpus import Row

Batch = tuple[torch.Tensor, torch.Tensor]


@dataclass(frozen=True)
class Recipe:
    """How long and how fast to learn; lower layers learn slower by `decay`."""

    epochs: float = 3
    rate: float = 8e-5
    head_rate: float = 5e-4
    decay: float = 0.92
    batch: int = 32
    warm_up: float = 0.06
    frozen: int = 0
    seed: int = 1


class Net(nn.Module):
    """An encoder with six outputs: three verdicts, three tests."""

    def __init__(self, encoder: nn.Module) -> None:
        """Put a fresh head on an encoder."""
        super().__init__()
        self.enc: Any = encoder
        self.head = nn.Linear(self.enc.config.hidden_size, 6)
        self.drop = nn.Dropout(0.1)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return six scores for each text."""
        states = self.enc(input_ids=ids, attention_mask=mask)[0]
        weight = mask[..., None].float()
        return self.head(self.drop((states * weight).sum(1) / weight.sum(1)))  # type: ignore[no-any-return]


def loss_of(scores: torch.Tensor, rows: Sequence[Row]) -> torch.Tensor:
    """Cross entropy of the verdict plus half that of the tests, against soft targets."""
    verdicts, tests = (
        torch.tensor([row.verdicts for row in rows]),
        torch.tensor([row.tests for row in rows]),
    )
    first = -(verdicts * functional.log_softmax(scores[:, :3], -1)).sum(1).mean()
    second = (
        functional.binary_cross_entropy_with_logits(scores[:, 3:], tests, reduction="none")
        .sum(1)
        .mean()
    )
    return first + second / 2


def _groups(net: Net, recipe: Recipe) -> list[dict[str, Any]]:
    layers = list(net.enc.encoder.layer)
    groups = [{"params": list(net.head.parameters()), "base": recipe.head_rate}]
    for number, layer in enumerate(layers):
        rate = recipe.rate * recipe.decay ** (len(layers) - 1 - number)
        groups.append(
            {"params": list(layer.parameters()) if number >= recipe.frozen else [], "base": rate}
        )
    rest = [
        part
        for name, part in net.enc.named_parameters()
        if "encoder.layer" not in name and "pooler" not in name
    ]
    groups.append(
        {
            "params": rest if not recipe.frozen else [],
            "base": recipe.rate * recipe.decay ** len(layers),
        }
    )
    taken = {id(part) for group in groups for part in group["params"]}
    for part in net.parameters():
        part.requires_grad_(id(part) in taken)
    return [group for group in groups if group["params"]]


def _portions(rows: list[Row], size: int) -> Iterator[list[Row]]:
    """Shuffle, with texts of like length together."""
    random.shuffle(rows)
    portions = []
    for at in range(0, len(rows), size * 40):
        near = sorted(rows[at : at + size * 40], key=lambda row: len(row.text))
        portions += [near[i : i + size] for i in range(0, len(near), size)]
    random.shuffle(portions)
    yield from portions


def train(net: Net, rows: list[Row], encode: Callable[[list[str]], Batch], recipe: Recipe) -> None:
    """Train in place."""
    optimiser = torch.optim.AdamW(_groups(net, recipe), lr=recipe.rate, weight_decay=0.01)
    total = int(-(-len(rows) // recipe.batch) * recipe.epochs)
    step, began = 0, time.monotonic()
    net.train()
    while step < total:
        for portion in _portions(rows, recipe.batch):
            if step >= total:
                break
            pace = min(1, (step + 1) / (recipe.warm_up * total)) * max(0.02, 1 - step / total)
            for group in optimiser.param_groups:
                group["lr"] = group["base"] * pace
            loss = loss_of(net(*encode([row.text for row in portion])), portion)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            step += 1
            if step % 100 == 0:
                sys.stderr.write(
                    f"{step}/{total} {loss.item():.3f} {time.monotonic() - began:.0f}s\n"
                )


def predict(net: Net, texts: Sequence[str], encode: Callable[[list[str]], Batch]) -> torch.Tensor:
    """Return six scores for each text, in order."""
    net.eval()
    scores = torch.zeros(len(texts), 6)
    order = sorted(range(len(texts)), key=lambda number: len(texts[number]))
    with torch.no_grad():
        for at in range(0, len(order), 64):
            chosen = order[at : at + 64]
            scores[chosen] = net(*encode([texts[number] for number in chosen]))
    return scores
