"""The unit of the benchmarks: PyYAML's C loader over every file of a book, and nothing else.

Usage: python benchmarks/load_yaml.py FOLDER
"""

import sys
from pathlib import Path

import yaml

for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    with path.open(encoding="utf-8") as file:
        yaml.load(file, Loader=yaml.CSafeLoader)
