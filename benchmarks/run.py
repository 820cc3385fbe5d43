"""Commands beside each other, in turn, as ratios of one run: machines differ, ratios less.

Usage: python benchmarks/run.py [--plans 1000] [--rounds 5] [--growth 4000] [--review 0]

Each round runs every command once, in order; a row is the median of its times over the median of
its unit (`import typer` for starting, PyYAML's C loader for reading a book). `--growth N` adds what
a book of N plans takes over one of --plans, `--review N` the packs of N clients.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from make_book import write_book

HERE = Path(__file__).parent
TEAM = HERE.parent / "examples" / "team"
RELPLAN = [sys.executable, "-m", "relplan"]
DAY = ["--today", "2026-11-25"]
START, READ = "import typer", "PyYAML C loader"
UNJUDGED = ["--ignore", "RP3,RP208,RP907"]
TAB = {"_RELPLAN_COMPLETE": "complete_bash", "COMP_WORDS": "relplan show cl", "COMP_CWORD": "2"}
PEERS = {"yamllint": ["yamllint", "-d", "relaxed"], "hledger": []}


class Row(NamedTuple):
    """A command, the row that is its unit (empty where it is one), and the aim."""

    command: list[str]
    unit: str = ""
    aim: str = ""
    extra: tuple[tuple[str, str], ...] = ()


class Seen(NamedTuple):
    """What one run took: seconds, and the largest process in MB."""

    seconds: float
    memory: float


def main() -> None:
    """Build the book, run the rounds, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--growth", type=int, default=0)
    parser.add_argument("--review", type=int, default=0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["RELPLAN_CACHE"] = str(Path(folder) / "cache")
        book, team = Path(folder) / "book", Path(folder) / "team"
        write_book(book, asked.plans)
        shutil.copytree(TEAM, team)
        known = ", ".join(f"{one} {version(one)}" for one in ("PyYAML", "pydantic", "typer"))
        print(f"{asked.plans} plans, {asked.rounds} rounds, {os.cpu_count()} cores", end=", ")
        print(f"Python {sys.version.split()[0]}, {known}\n")
        print(table(commands(book, team), asked.rounds))
        if asked.growth:
            large = Path(folder) / "large"
            write_book(large, asked.growth)
            print(growth(book, large, asked.growth / asked.plans))
        if asked.review:
            print(packs(Path(folder) / "packs", asked.review))


def commands(book: Path, team: Path) -> dict[str, Row]:
    """Each row of the table by its name; what is warm was run before in the same round."""
    here, large = ["--book", str(team), *DAY], ["--book", str(book), *DAY]
    tab = (*TAB.items(), ("RELPLAN_BOOK", str(book)))
    cold = (("RELPLAN_NO_CACHE", "1"),)
    log = [*RELPLAN, "log", "client-00007", "p1", "--by", "m1", "-m", "Worried", *large]
    return {
        START: Row([sys.executable, "-c", "import typer"]),
        "relplan --version": Row([*RELPLAN, "--version"], START, "1.3"),
        "due, examples/team, warm": Row([*RELPLAN, "due", *here], START, "1.7"),
        "TAB completion of a client": Row(RELPLAN, START, "1.5", tab),
        READ: Row([sys.executable, str(HERE / "load_yaml.py"), str(book)]),
        "due, nothing cached": Row([*RELPLAN, "due", *large], READ, "0.9", cold),
        "due, warm": Row([*RELPLAN, "due", *large], READ, "0.12"),
        "due --me, warm": Row([*RELPLAN, "due", "--me", "m3", *large], READ, ""),
        "lint without judgement, nothing cached": Row(
            [*RELPLAN, "lint", *UNJUDGED, *large], READ, "1.3", cold
        ),
        "lint without judgement, warm": Row([*RELPLAN, "lint", *UNJUDGED, *large], READ, ""),
        "lint, warm": Row([*RELPLAN, "lint", *large], READ, "0.4"),
        "log after a call": Row(log, START, "2.0"),
        **peers(book),
    }


def peers(book: Path) -> dict[str, Row]:
    """Other tools over the same files, where they are installed."""
    return {
        name: Row([*command, str(book)], READ)
        for name, command in PEERS.items()
        if command and shutil.which(name)
    }


def seen(row: Row) -> Seen:
    """Run a command once."""
    begin = time.perf_counter()
    process = subprocess.Popen(
        row.command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **dict(row.extra)},
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(row.command)} ended with {process.returncode}")
    return Seen(time.perf_counter() - begin, used.ru_maxrss / 1024)


def table(rows: dict[str, Row], rounds: int) -> str:
    """The rows as a Markdown table."""
    found: dict[str, list[Seen]] = {name: [] for name in rows}
    for turn in range(rounds + 1):
        for name, row in rows.items():
            one = seen(row)
            if turn:  # the first round warms the caches of the machine, and relplan's
                found[name].append(one)
    median = {name: statistics.median(one.seconds for one in ran) for name, ran in found.items()}
    lines = ["| command | seconds | ratio | aim | peak MB |", "| --- | --- | --- | --- | --- |"]
    for name, row in rows.items():
        ratio = f"{median[name] / median[row.unit]:.2f}" if row.unit else "1.0"
        memory = max(one.memory for one in found[name])
        lines.append(f"| {name} | {median[name]:.3f} | {ratio} | {row.aim} | {memory:.0f} |")
    return "\n".join(lines)


def growth(small: Path, large: Path, factor: float) -> str:
    """How much more the larger book takes."""
    lines = ["", f"| {factor:g} times as many plans | time × | memory × |", "| --- | --- | --- |"]
    for name in ("due, nothing cached", "due, warm", "lint without judgement, nothing cached"):
        few, many = (
            [seen(commands(book, TEAM)[name]) for _ in range(3)][-1] for book in (small, large)
        )
        time_, memory = many.seconds / few.seconds, many.memory / few.memory
        lines.append(f"| {name} | {time_:.1f} | {memory:.1f} |")
    return "\n".join(lines)


def packs(folder: Path, clients: int) -> str:
    """How long the packs of so many clients take."""
    write_book(folder, clients)
    took = seen(Row([*RELPLAN, "review", "--all", "--book", str(folder), *DAY]))
    return f"\nreview --all of {clients} clients: {took.seconds:.1f} s, {took.memory:.0f} MB"


if __name__ == "__main__":
    os.environ.pop("RELPLAN_ME", None)
    main()
