"""Books for rules: an example or case of a few lines, with the rest of a book filled in."""

import re
from pathlib import Path

from books import TODAY, write_book

from relplan.files.book import load
from relplan.rules.choose import Wanted
from relplan.rules.runner import lint

_FILE = re.compile(r"^# ((?:relplan|(?:clients|touches|prospects|campaigns)/[a-z0-9-]+)\.yaml)$")
_FILL = {
    "client": "client: Acme plc\n",
    "owner": "owner: amara\n",
    "priority": "priority: A\n",
    "since": "since: 2026-10-01\n",
    "review": "review: {next: 2027-01-12}\n",
    "roles": "roles: {jane: {name: Jane Porter, role: decision-maker, ours: ben}, raj: Raj Patel}\n",
}


def files_of(example):
    """Path to text of an example: lines such as `# touches/acme.yaml` begin another file."""
    files, path = {}, "clients/acme.yaml"
    for line in example.splitlines(keepends=True):
        if named := _FILE.match(line.rstrip()):
            path = named[1]
        else:
            files[path] = files.get(path, "") + line
    return files


def found_in(example, folder: Path, only=None):
    """What lint says of an example; keys that a plan lacks are added below it."""
    return found_of(loaded_of(example, folder), only)


def found_of(loaded, only=None):
    """What lint says of a book, by all rules or by one."""
    return lint(loaded, TODAY, Wanted("strict", select=[only] if only else ()))


def loaded_of(example, folder: Path):
    """The book of an example."""
    files = files_of(example)
    plan = files.get("clients/acme.yaml", "")
    if not plan.startswith("client:"):
        keys = set(re.findall(r"^(\w+):", plan, re.MULTILINE))
        plan += "".join(line for key, line in _FILL.items() if key not in keys)
    return load(write_book(folder, {**files, "clients/acme.yaml": plan}))
