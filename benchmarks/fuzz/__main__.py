"""Look for texts that relplan does not survive: reader, edits, templates, dates, importers.

Usage: python benchmarks/fuzz [--seconds 600] [--target reader] [--seed 1]

The time is shared among the targets. What is found is kept in benchmarks/fuzz/seeds/, with which
every later run begins, and the tests too. The exit code is 1 when something was found.
"""

import argparse
import sys
import time

from loop import fuzz, keep
from targets import TARGETS


def main() -> None:
    """Fuzz for as long as asked and print a row for each target."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seconds", type=float, default=60)
    asked.add_argument("--target", choices=TARGETS, action="append")
    asked.add_argument("--seed", type=int, default=1)
    options = asked.parse_args()
    chosen = options.target or list(TARGETS)
    found = 0
    print("| target | texts | outcomes | findings |\n| --- | --- | --- | --- |")
    for name in chosen:
        until = time.monotonic() + options.seconds / len(chosen)
        run = fuzz(name, TARGETS[name], options.seed, until=until)
        keep(name, run.findings[:20])
        found += len(run.findings)
        print(f"| {name} | {run.tried:,} | {run.ways:,} | {len(run.findings)} |", flush=True)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
