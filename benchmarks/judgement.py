"""How good the judge is: `python benchmarks/judgement.py`.

Without arguments: leave-one-batch-out. The scores of each batch come from a model that never saw it
(`tools/judgement/train.py --leave-out`, kept in data-sets/judgement/kept-out.jsonl), the grammar and the vote are
the shipped ones. With files: the shipped judge on those labelled lines.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relplan.judgement import judge_many
from relplan.judgement.cues import grammar
from relplan.judgement.encoder import DATA
from relplan.judgement.result import TESTS, VERDICTS
from relplan.judgement.vote import Settings, vote

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SETS = Path(__file__).parents[1] / "data-sets" / "judgement"


@dataclass(frozen=True)
class Line:
    """A labelled line and what the judge said."""

    batch: str
    text: str
    hard: bool
    verdict: str
    tests: tuple[bool, ...]
    said: str
    said_tests: tuple[bool, ...]
    chance: float


def rows(path: Path) -> list[dict[str, Any]]:
    """Read a labelled batch."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def labelled(
    batch: str, row: dict[str, Any], said: str, tests: Iterable[bool], chance: float
) -> Line:
    """Put label and answer side by side."""
    truth = tuple(bool(row[name]) for name in TESTS)
    return Line(
        batch, row["text"], bool(row.get("hard")), row["verdict"], truth, said, tuple(tests), chance
    )


def shipped(path: Path) -> list[Line]:
    """Judge a file's lines with the shipped judge."""
    found = rows(path)
    said = judge_many(row["text"] for row in found)
    answers = (
        (one.verdict, (one.invests, one.learns, one.illustrates), float(one.sure)) for one in said
    )
    return [labelled(path.stem, row, *answer) for row, answer in zip(found, answers, strict=True)]


def kept_out() -> list[Line]:
    """Vote on the scores of models that never saw the batch."""
    settings = Settings.of(json.loads((DATA / "model.json").read_text("utf-8"))["vote"])
    truth = {
        (path.stem, row["text"]): row for path in sorted(SETS.glob("?.jsonl")) for row in rows(path)
    }
    lines = []
    for entry in rows(SETS / "kept-out.jsonl"):
        one = vote(entry["scores"], grammar().hits(entry["text"]), settings)
        tests = one.passed(settings).values()
        row = truth.get((entry["batch"], entry["text"]))
        if row:
            lines.append(
                labelled(entry["batch"], row, one.verdict, tests, max(one.chances.values()))
            )
    return lines


def score(truth: Sequence[bool], said: Sequence[bool]) -> tuple[float, float, float]:
    """Return precision, recall and F1."""
    both = sum(a and b for a, b in zip(truth, said, strict=True))
    precision, recall = both / max(1, sum(said)), both / max(1, sum(truth))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def summary(lines: Sequence[Line]) -> str:
    """Return the figures of some lines, on one line."""
    by = {v: score([x.verdict == v for x in lines], [x.said == v for x in lines]) for v in VERDICTS}
    tests = [
        score([x.tests[i] for x in lines], [x.said_tests[i] for x in lines])[2]
        for i in range(len(TESTS))
    ]
    macro = sum(figures[2] for figures in by.values()) / len(by)
    undecided = sum(x.said == "undecided" for x in lines) / max(1, len(lines))
    sales, vague = by["sales"], by["vague"]
    return (
        f"{len(lines):6} {macro:8.3f}  {sales[0]:.3f}/{sales[1]:.3f}  {vague[0]:.3f}/{vague[1]:.3f}  "
        f"{tests[0]:.3f} {tests[1]:.3f} {tests[2]:.3f}  {undecided:7.1%}"
    )


def report(lines: Sequence[Line], worst: int) -> str:
    """Return the whole report: by batch, by hard, confusion, worst mistakes."""
    out = ["batch       lines macro-F1  sales p/r    vague p/r    inv   lea   ill  undecided"]
    out += [
        f"{batch:10} {summary([x for x in lines if x.batch == batch])}"
        for batch in sorted({x.batch for x in lines})
    ]
    out += [f"{name:10} {summary(part)}" for name, part in parts(lines) if part]
    out += ["", "label -> said"]
    confusion = Counter((x.verdict, x.said) for x in lines)
    out += [
        f"{a:13} {'  '.join(f'{b} {confusion[a, b]}' for b in (*VERDICTS, 'undecided'))}"
        for a in VERDICTS
    ]
    wrong = sorted(
        (x for x in lines if x.said not in {x.verdict, "undecided"}), key=lambda x: -x.chance
    )
    out += [
        "",
        "worst mistakes",
        *(f"{x.chance:.2f} {x.batch} {x.verdict} -> {x.said}: {x.text}" for x in wrong[:worst]),
    ]
    return "\n".join(out)


def parts(lines: Sequence[Line]) -> list[tuple[str, list[Line]]]:
    """Split by difficulty."""
    return [
        ("all", list(lines)),
        ("hard", [x for x in lines if x.hard]),
        ("not hard", [x for x in lines if not x.hard]),
    ]


def main() -> None:
    """Print the report."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--worst", type=int, default=20)
    chosen = options.parse_args()
    began = time.perf_counter()
    lines = (
        [line for path in chosen.files for line in shipped(path)] if chosen.files else kept_out()
    )
    spent = time.perf_counter() - began
    sys.stdout.write(
        report(lines, chosen.worst) + f"\n\n{spent / max(1, len(lines)) * 1000:.2f} ms a line\n"
    )


if __name__ == "__main__":
    main()
