"""Judge `relplan.files.tidy` on any folder of YAML files; nothing of them is kept.

Usage: python benchmarks/tidy.py FOLDER

Every file that relplan reads is indented anew, its top level ordered behind its first key, and all
of its mappings ordered. The judge is not the engine's own proof: PyYAML's composer, ruamel.yaml's
loader, and the comments and lines as plain texts.
"""

import argparse
import time
from collections import Counter
from pathlib import Path
from typing import Any

import yaml
from edits import comments, load, plain_all

from relplan.files.parse import parse
from relplan.files.tidy import TidyRefused, Wish, tidy
from relplan.files.tidy.engine import nothing
from relplan.files.tree import Items, Mapping, Node


def main() -> None:
    """Judge every file and print a table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    files = [path for path in sorted(asked.parse_args().folder.rglob("*")) if path.is_file()]
    print("| task | files | tidy already | changed | refused | damaged | seconds |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    why: Counter[str] = Counter()
    for task in ("indent 2", "indent 4", "sections", "fields"):
        begin = time.process_time()
        found = Counter(judge(path, task, why) for path in files)
        spent = time.process_time() - begin
        read = sum(found.values()) - found["not read"]
        counts = [found[one] for one in ("tidy", "changed", "refused", "damaged")]
        print(f"| {task} | {read} | {' | '.join(map(str, counts))} | {spent:.1f} |")
    print("\n| refused because | times |\n| --- | --- |")
    for reason, count in why.most_common():
        print(f"| {reason} | {count} |")


def judge(path: Path, task: str, why: Counter[str]) -> str:
    """What became of a file."""
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return "not read"
    root, troubles = parse(text.removeprefix("\ufeff"))
    if root is None or troubles:
        return "not read"
    try:
        new = tidy(text, wish(root, task))
    except TidyRefused as refused:
        why["`…`".join(refused.reason.split("`")[::2])] += 1
        return "refused"
    if new == text:
        return "tidy"
    return "changed" if same(text, new) else "damaged"


def wish(root: Node, task: str) -> Wish:
    """The order of the alphabet, behind the first key at the top; or an indentation."""
    if task.startswith("indent"):
        return Wish(nothing, int(task.split()[1]))
    orders = dict(mappings(root, ()))
    top = orders.get((), [])
    if task == "sections":
        return Wish(lambda path: [] if path else [*top[:1], *sorted(top[1:])], None)
    return Wish(lambda path: sorted(orders.get(path, [])), None)


def mappings(node: Node, path: tuple[str | int, ...]) -> Any:
    """Every mapping's path with its keys."""
    if isinstance(node, Mapping):
        yield path, [key.text for key, _ in node.pairs]
        for key, value in node.pairs:
            yield from mappings(value, (*path, key.text))
    elif isinstance(node, Items):
        for index, item in enumerate(node.items):
            yield from mappings(item, (*path, index))


def same(old: str, new: str) -> bool:
    """True when nothing but the order of keys and the beginning of lines differs."""
    trees = [
        plain_all(list(yaml.compose_all(bare(one), Loader=yaml.CSafeLoader))) for one in (old, new)
    ]
    return (
        unordered(trees[0]) == unordered(trees[1])
        and load(old) == load(new)
        and comments(old) == comments(new)
        and lines(old) == lines(new)
        and old.startswith("\ufeff") == new.startswith("\ufeff")
        and old.endswith("\n") == new.endswith("\n")
    )


def bare(text: str) -> str:
    """A text without its byte-order mark."""
    return text.removeprefix("\ufeff")


def lines(text: str) -> Counter[str]:
    """The lines without their beginnings."""
    return Counter(line.lstrip(" -").rstrip("\r\n") for line in bare(text).split("\n"))


def unordered(node: Any) -> Any:
    """PyYAML's form with the keys of each mapping sorted."""
    if isinstance(node, list) and node[1:2] == ["map"]:
        return ["map", sorted(((repr(key), unordered(value)) for key, value in node[2:]), key=repr)]
    return [unordered(one) for one in node] if isinstance(node, list) else node


if __name__ == "__main__":
    main()
