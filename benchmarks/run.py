"""Commands beside each other, in turn, as ratios of one run: machines differ, ratios less.

Usage: python benchmarks/run.py [--plans 200] [--rounds 7]

Each round runs every command once, in order; a row is the median of its times over the median of
its unit (`import typer` for starting, PyYAML's C loader for reading a book).
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from make_book import write_book

HERE = Path(__file__).parent
TEAM = HERE.parent / "examples" / "team"
RELPLAN = [sys.executable, "-m", "relplan"]
DAY = ["--today", "2026-11-25"]


def main() -> None:
    """Build the book, run the rounds, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=7)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "book"
        write_book(book, asked.plans)
        print(f"{asked.plans} plans, {asked.rounds} rounds, Python {sys.version.split()[0]}\n")
        print(table(measure(commands(book), asked.rounds)))


def commands(book: Path) -> dict[str, tuple[list[str], str | None]]:
    """Each row's command, and the row that is its unit (None where it is one itself)."""
    here = ["--book", str(TEAM), *DAY]
    large = ["--book", str(book), *DAY]
    return {
        "import typer": ([sys.executable, "-c", "import typer"], None),
        "relplan --version": ([*RELPLAN, "--version"], "import typer"),
        "due, examples/team": ([*RELPLAN, "due", *here], "import typer"),
        "PyYAML C loader": ([sys.executable, str(HERE / "load_yaml.py"), str(book)], None),
        "due": ([*RELPLAN, "due", *large], "PyYAML C loader"),
        "lint": ([*RELPLAN, "lint", *large], "PyYAML C loader"),
        "lint, no judgement": (
            [*RELPLAN, "lint", "--ignore", "RP3,RP208,RP907", *large],
            "PyYAML C loader",
        ),
    }


def measure(
    rows: dict[str, tuple[list[str], str | None]], rounds: int
) -> list[tuple[str, float, float | None]]:
    """Row, median seconds, and the ratio to its unit."""
    times: dict[str, list[float]] = {name: [] for name in rows}
    for turn in range(rounds + 1):
        for name, (command, _) in rows.items():
            begin = time.perf_counter()
            subprocess.run(
                command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
            )
            if turn:  # the first round warms the caches of the machine
                times[name].append(time.perf_counter() - begin)
    median = {name: statistics.median(found) for name, found in times.items()}
    return [
        (name, median[name], median[name] / median[unit] if unit else None)
        for name, (_, unit) in rows.items()
    ]


def table(rows: list[tuple[str, float, float | None]]) -> str:
    """The rows as a Markdown table."""
    lines = ["| command | seconds | ratio |", "| --- | --- | --- |"]
    for name, seconds, ratio in rows:
        lines.append(f"| {name} | {seconds:.3f} | {'1.0' if ratio is None else f'{ratio:.2f}'} |")
    return "\n".join(lines)


if __name__ == "__main__":
    os.environ.pop("RELPLAN_ME", None)
    main()
