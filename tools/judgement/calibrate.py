"""Fit the vote on kept-out scores: `python calibrate.py KEPT-OUT.jsonl > VOTE.json`.

Temperature and the share of the cues by likelihood; the least chance at which sales is said by precision; the
thresholds of the tests by F1.
"""

from __future__ import annotations

import itertools
import json
import math
import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus import SETS, TESTS, VERDICTS

from relplan.judgement.cues import Hit, grammar
from relplan.judgement.vote import Settings, Vote, vote

if TYPE_CHECKING:
    from collections.abc import Sequence

WANTED_PRECISION = 0.95
DECIDE, SURE = 0.45, 0.9


class Fit:
    """Kept-out lines with their labels, scores and cues."""

    def __init__(self, path: Path) -> None:
        """Read the scores and find their labels."""
        truth = {
            (p.stem, row["text"]): row
            for p in SETS.glob("?.jsonl")
            for row in map(json.loads, p.open(encoding="utf-8"))
        }
        entries = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        self.rows = [
            (entry, truth[entry["batch"], entry["text"]])
            for entry in entries
            if (entry["batch"], entry["text"]) in truth
        ]
        self.hits: list[list[Hit]] = [grammar().hits(entry["text"]) for entry, _ in self.rows]

    def votes(self, settings: Settings) -> list[Vote]:
        """Vote on every line."""
        return [
            vote(entry["scores"], hits, settings)
            for (entry, _), hits in zip(self.rows, self.hits, strict=True)
        ]

    def loss(self, settings: Settings) -> float:
        """Return the mean negative log-likelihood of the labels."""
        pairs = zip(self.votes(settings), self.rows, strict=True)
        return -sum(
            math.log(max(1e-6, one.chances[row["verdict"]])) for one, (_, row) in pairs
        ) / len(self.rows)

    def sales_threshold(self, votes: Sequence[Vote]) -> float:
        """Return the least chance from which what is called sales is nearly always sales."""
        for least in (part / 100 for part in range(45, 91)):
            said = [
                row["verdict"] == "sales"
                for one, (_, row) in zip(votes, self.rows, strict=True)
                if one.ranked[0] == "sales" and one.chances["sales"] >= least
            ]
            if sum(said) >= WANTED_PRECISION * len(said):
                return least
        return 0.9

    def test_threshold(self, name: str, votes: Sequence[Vote]) -> float:
        """Return the threshold of a test with the best F1."""

        def f1(least: float) -> float:
            trial = Settings(tests=(least, least, least))
            said = [
                (one.passed(trial)[name], bool(row[name]))
                for one, (_, row) in zip(votes, self.rows, strict=True)
            ]
            return 2 * sum(a and b for a, b in said) / max(1, sum(a + b for a, b in said))

        return max((part / 100 for part in range(30, 71, 2)), key=f1)


def main() -> None:
    """Print the settings as JSON."""
    fit = Fit(Path(sys.argv[1]))
    grid = itertools.product((0.8, 1.0, 1.2, 1.5, 1.8), (0.0, 0.1, 0.2, 0.3, 0.5))
    tried = [
        Settings(temperature=heat, cue_share=share, decide=DECIDE, sure=SURE)
        for heat, share in grid
    ]
    best = min(tried, key=fit.loss)
    votes = fit.votes(best)
    low, middle, high = (fit.test_threshold(name, votes) for name in TESTS)
    best = replace(best, decide_sales=fit.sales_threshold(votes), tests=(low, middle, high))
    values: dict[str, Any] = asdict(best)
    sys.stdout.write(json.dumps(values, indent=1) + "\n")
    sys.stderr.write(f"{len(fit.rows)} lines, loss {fit.loss(best):.3f}, verdicts {VERDICTS}\n")


if __name__ == "__main__":
    main()
