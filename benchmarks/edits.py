"""Edits on public YAML files, judged by parsers that the edit engine does not use this way.

Usage: python benchmarks/edits.py FOLDER [--show 20] [--only NAME] [--limit N] [--quick]

FOLDER holds YAML files of any kind; they are read, never written. In each file every single value
is set once, in every mapping an entry is added and removed again, to every list an item is
appended, and every entry is removed. A result is damaged when PyYAML or ruamel.yaml, loading both
whole files, find another difference than the one asked for, when a line outside of the changed
ones differs, or when a comment is gone that was not the removed entry's own.
"""

import argparse
import copy
import math
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml
from ruamel.yaml import YAML

from relplan.files.edit import EditRefused, add_entry, append_item, remove, set_value

KEY, TEXT = "zz-new-key", "zz new text"
Steps = tuple[str | int, ...]


def main() -> None:
    """Try every edit in every file and print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--show", type=int, default=20)
    asked.add_argument("--only", default="")
    asked.add_argument(
        "--limit", type=int, default=0, help="edits of a kind in one file, evenly spread"
    )
    asked.add_argument("--quick", action="store_true", help="leave ruamel.yaml's full load out")
    options = asked.parse_args()
    tally = Tally(options.show)
    for path in sorted(options.folder.rglob("*")):
        if path.is_file() and options.only in path.name:
            judge_file(path, tally, options)
    tally.report()


class Tally:
    """What was tried and what came of it."""

    def __init__(self, show: int) -> None:
        self.show = show
        self.files = 0
        self.tried: Counter[str] = Counter()
        self.refused: Counter[tuple[str, str]] = Counter()
        self.damaged: list[str] = []
        self.skipped: Counter[str] = Counter()
        self.times: dict[int, list[float]] = defaultdict(list)
        self.examples: dict[str, list[str]] = defaultdict(list)

    def report(self) -> None:
        """Print the table."""
        total = sum(self.tried.values())
        print(f"{self.files} files, {total} edits; skipped: {dict(self.skipped)}\n")
        print("| edit | tried | refused | % |\n| --- | --- | --- | --- |")
        for kind, count in self.tried.items():
            no = sum(found for (one, _), found in self.refused.items() if one == kind)
            print(f"| {kind} | {count} | {no} | {100 * no / count:.2f} |")
        no = sum(self.refused.values())
        print(f"| all | {total} | {no} | {100 * no / max(1, total):.2f} |\n")
        print(f"damaged: {len(self.damaged)}")
        for one in self.damaged[: self.show]:
            print("  " + one)
        print("\n| refused because | times | for example |\n| --- | --- | --- |")
        reasons: Counter[str] = Counter()
        for (_, reason), count in self.refused.items():
            reasons[reason] += count
        for reason, count in reasons.most_common():
            print(f"| {reason} | {count} | {'; '.join(self.examples[reason][:3])} |")
        print("\n| file size up to | edits | median ms | 95 % ms |\n| --- | --- | --- | --- |")
        for size, found in sorted(self.times.items()):
            ordered = sorted(found)
            middle, high = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
            print(f"| {2**size} B | {len(found)} | {1000 * middle:.2f} | {1000 * high:.2f} |")


def judge_file(path: Path, tally: Tally, options: argparse.Namespace) -> None:
    """Try every edit in one file."""
    try:
        text = path.read_bytes().decode("utf-8")
        nodes = list(yaml.compose_all(text.removeprefix("\ufeff"), Loader=yaml.CSafeLoader))
    except (UnicodeDecodeError, yaml.YAMLError) as why:
        tally.skipped[type(why).__name__] += 1
        return
    if not nodes or nodes[0] is None:
        tally.skipped["empty"] += 1
        return
    tally.files += 1
    judge = Judge(path.name, text, nodes, tally, whole=not options.quick)
    for kind in ("set", "add", "append", "remove"):
        found = list(targets(nodes[0], kind))
        every = max(1, -(-len(found) // options.limit)) if options.limit else 1
        for steps in found[::every]:
            judge.attempt(kind, steps)


def targets(root: yaml.Node, kind: str) -> Iterator[Steps]:
    """The paths at which an edit of this kind makes sense."""
    for steps, node in walk(root, (), set()):
        if (
            (kind == "set" and isinstance(node, yaml.ScalarNode))
            or (kind == "add" and isinstance(node, yaml.MappingNode))
            or (kind == "append" and isinstance(node, yaml.SequenceNode))
            or (kind == "remove" and steps)
        ):
            yield steps


def walk(node: yaml.Node, steps: Steps, seen: set[int]) -> Iterator[tuple[Steps, yaml.Node]]:
    """Every node once with its path; what an alias repeats is not visited again."""
    if id(node) in seen:
        return
    seen.add(id(node))
    yield steps, node
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                yield from walk(value, (*steps, key.value), seen)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from walk(value, (*steps, index), seen)


class Judge:
    """One file, its loaded forms, and what an edit must turn them into."""

    def __init__(
        self, name: str, text: str, nodes: list[yaml.Node], tally: Tally, *, whole: bool
    ) -> None:
        self.name, self.text, self.tally, self.whole = name, text, tally, whole
        self.plain = plain_all(nodes)
        self.comments = comments(text)
        self.loaded = load(text) if whole else None

    def attempt(self, kind: str, steps: Steps) -> None:
        """One edit, timed, and judged when it was not refused."""
        edit: dict[str, Callable[[], str]] = {
            "set": lambda: set_value(self.text, steps, TEXT),
            "add": lambda: add_entry(self.text, steps, KEY, TEXT),
            "append": lambda: append_item(self.text, steps, TEXT),
            "remove": lambda: remove(self.text, steps),
        }
        new = self.run(kind, edit[kind], steps)
        if new is None:
            return
        self.judge(kind, steps, new)
        if kind == "add":
            back = self.run("remove added", lambda: remove(new, (*steps, KEY)), steps)
            if back is not None and back.split() != self.text.split():
                self.damage("remove added", steps, "does not give the old text back")
            elif back is not None and back != self.text:  # `{}` stood on a line of its own
                self.tally.skipped["given back but for a line break"] += 1

    def run(self, kind: str, edit: Callable[[], str], steps: Steps) -> str | None:
        """The new text, or None when the edit was refused."""
        self.tally.tried[kind] += 1
        begin = time.process_time()
        try:
            return edit()
        except EditRefused as why:
            reason = generic(why.reason)
            self.tally.refused[kind, reason] += 1
            self.tally.examples[reason].append(f"{self.name}:{why.line} {kind} {where(steps)}")
            if why.line < 1 or not why.reason:
                self.damage(kind, steps, "refused without a line or a reason")
            return None
        finally:
            size = math.ceil(math.log2(max(2, len(self.text.encode()))))
            self.tally.times[size].append(time.process_time() - begin)

    def judge(self, kind: str, steps: Steps, new: str) -> None:
        """Compare the loaded forms and the lines."""
        try:
            nodes = list(yaml.compose_all(new.removeprefix("\ufeff"), Loader=yaml.CSafeLoader))
        except yaml.YAMLError as why:
            self.damage(kind, steps, f"PyYAML: {why}")
            return
        meant = copy.deepcopy(self.plain)
        meant[0] = changed(meant[0], kind, steps)
        if plain_all(nodes) != meant:
            self.damage(kind, steps, "PyYAML reads another change")
        if self.loaded is not None:
            self.judge_loaded(kind, steps, new)
        self.judge_lines(kind, steps, new)

    def judge_loaded(self, kind: str, steps: Steps, new: str) -> None:
        """Compare what ruamel.yaml loads from both whole files."""
        want = copy.deepcopy(self.loaded)
        assert want is not None
        try:
            root = changed_loaded(want, kind, steps)
        except (KeyError, IndexError, TypeError, AttributeError):  # tags that make other objects
            self.tally.skipped["not comparable by ruamel.yaml"] += 1
            return
        again = load(new)
        if again is None or not same(root, again[0]) or not same(want[1:], again[1:]):
            self.damage(kind, steps, "ruamel.yaml reads another change")

    def judge_lines(self, kind: str, steps: Steps, new: str) -> None:
        """Only one stretch of lines may differ, and no foreign comment may be lost."""
        old_lines, new_lines = self.text.splitlines(True), new.splitlines(True)
        head = common(old_lines, new_lines)
        tail = common(old_lines[head:][::-1], new_lines[head:][::-1])
        gone = old_lines[head : len(old_lines) - tail]
        if kind in {"add", "append"} and len(gone) > 3 and "".join(gone).strip()[:1] not in "{[":
            self.damage(kind, steps, f"touched {len(gone)} lines")
        if kind != "remove":
            lost = self.comments - comments(new)
            if lost:
                self.damage(kind, steps, f"lost {sorted(lost)[:2]}")
        if (
            ("\r\n" in self.text)
            and "\n" in new.replace("\r\n", "")
            and "\n" not in self.text.replace("\r\n", "")
        ):
            self.damage(kind, steps, "mixed line ends")
        if self.text.endswith("\n") != new.endswith("\n"):
            self.damage(kind, steps, "final newline")

    def damage(self, kind: str, steps: Steps, why: str) -> None:
        """Note a damaged result."""
        self.tally.damaged.append(f"{self.name}: {kind} {where(steps)}: {why}")


def comments(text: str) -> Counter[str]:
    """The comments of a text: each `#` outside of every value, with what follows on its line."""
    values = sorted(
        (event.start_mark.index, event.end_mark.index)
        for event in yaml.parse(text.removeprefix("\ufeff"), Loader=yaml.CSafeLoader)
        if isinstance(event, yaml.ScalarEvent)
    )
    text = text.removeprefix("\ufeff")
    found: Counter[str] = Counter()
    at = 0
    for start, end in [*values, (len(text), len(text))]:
        found.update(one.strip() for one in re.findall(r"#[^\r\n]*", text[at:start]))
        header = text[start:end].split("\n", 1)[0] if text[start : start + 1] in {"|", ">"} else ""
        found.update(one.strip() for one in re.findall(r"\s(#.*)", header))
        at = max(at, end)
    return found


def common(one: list[str], other: list[str]) -> int:
    """How many lines at the beginning are the same."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def plain_all(nodes: list[yaml.Node]) -> list[Any]:
    """PyYAML's nodes as values: scalars as (tag, text)."""
    return [plain(node, {}) for node in nodes]


def plain(node: yaml.Node, seen: dict[int, Any]) -> Any:
    """One node: pairs stay pairs, so that a key that stands twice is seen."""
    if node is None:
        return None
    if id(node) in seen:
        return seen[id(node)]
    if isinstance(node, yaml.ScalarNode):
        made: Any = (node.tag, node.value)
    elif isinstance(node, yaml.MappingNode):
        made = [node.tag, "map"]
        seen[id(node)] = made
        made += [(plain(key, seen), plain(value, seen)) for key, value in node.value]
    else:
        made = [node.tag, "list"]
        seen[id(node)] = made
        made += [plain(one, seen) for one in node.value]
    seen[id(node)] = made
    return made


STR = "tag:yaml.org,2002:str"


def changed(root: Any, kind: str, steps: Steps) -> Any:
    """PyYAML's form after the edit."""
    if kind in {"add", "append"}:
        into = at(root, steps)
        into.append(((STR, KEY), (STR, TEXT)) if kind == "add" else (STR, TEXT))
        return root
    if not steps:
        return (STR, TEXT)
    into, index = at(root, steps[:-1]), spot(at(root, steps[:-1]), steps[-1])
    if kind == "remove":
        del into[index]
    elif into[1] == "map":
        into[index] = (into[index][0], (STR, TEXT))
    else:
        into[index] = (STR, TEXT)
    return root


def at(node: Any, steps: Steps) -> Any:
    """The value at a path."""
    for step in steps:
        found = node[spot(node, step)]
        node = found[1] if node[1] == "map" else found
    return node


def spot(node: Any, step: str | int) -> int:
    """Where a step leads inside PyYAML's form."""
    if node[1] == "list":
        return 2 + int(step)
    return next(place for place in range(2, len(node)) if node[place][0][1] == step)


def load(text: str) -> list[Any] | None:
    """ruamel.yaml's form of all documents, None where it reads none."""
    try:
        return list(YAML(typ="rt", pure=True).load_all(text))
    except Exception:  # noqa: BLE001 -- it raises far more than YAMLError
        return None


def changed_loaded(documents: list[Any], kind: str, steps: Steps) -> Any:
    """ruamel.yaml's form after the edit."""
    root = documents[0]
    if getattr(
        into_loaded(root, steps if kind in {"add", "append"} else steps[:-1]), "merge", None
    ):
        raise TypeError("keys merged by `<<` come and go with their neighbours in memory")
    if kind in {"add", "append"}:
        into = into_loaded(root, steps)
        if kind == "add":
            into[KEY] = TEXT
        else:
            into.append(TEXT)
        return root
    if not steps:
        return TEXT
    into = into_loaded(root, steps[:-1])
    step = named(into, steps[-1])
    if kind == "remove":
        del into[step]
    else:
        into[step] = TEXT
    return root


def into_loaded(node: Any, steps: Steps) -> Any:
    """The value at a path in ruamel.yaml's form."""
    for step in steps:
        node = node[named(node, step)]
    return node


def named(node: Any, step: str | int) -> Any:
    """The key of ruamel.yaml's mapping that was written as `step`."""
    if not isinstance(step, str) or step in node:
        return step
    for key in node:
        if str(key) == step or (isinstance(key, bool) and str(key).lower() == step.lower()):
            return key
    loaded = YAML(typ="safe", pure=True).load(step)
    return loaded if loaded in node else step


def same(one: Any, other: Any) -> bool:
    """True when two loaded values say the same, types included."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(map(str, one)) == list(map(str, other)) and all(
            same(one[key], other[key]) for key in one if key in other
        )
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, datetime) and isinstance(other, datetime):
        return str(one.replace(tzinfo=None)) == str(other.replace(tzinfo=None))
    if hasattr(one, "value") and hasattr(other, "value") and type(one) is type(other):
        return bool(one.value == other.value)
    number = float("nan")
    if isinstance(one, float) and isinstance(other, float) and one != one:  # noqa: PLR0124 -- nan
        return other != other and number != number  # noqa: PLR0124 -- nan
    return bool(one == other) and (
        type(one) is type(other) or (isinstance(one, str) and isinstance(other, str))
    )


def generic(reason: str) -> str:
    """A reason without the names in it."""
    parts = reason.split("`")
    words = "`…`".join(parts[::2])
    return "".join("N" if one.isdigit() else one for one in words)


def where(steps: Steps) -> str:
    """A path as one word."""
    return ".".join(map(str, steps)) or "(root)"


if __name__ == "__main__":
    sys.setrecursionlimit(10_000)
    main()
