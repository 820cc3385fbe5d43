"""Packages of rules for tests, as an installer leaves them: a module, and a folder that tells of it."""

import sys
from pathlib import Path

RULE = '''"""Rules of our own."""

from relplan.api import Context, Finding, Plan


class {kind}:
    """A plan {code} of which something is to be said.

    **Why:** our partners agreed on it.

    **Instead:** write it.
    """

    code = "{code}"
    name = "{name}"
    severity = "{severity}"
    profile = "{profile}"
    target = {target}

    def check(self, plan, context):
        {body}
'''
_PLAIN = {
    "kind": "Thin",
    "code": "HL001",
    "name": "thin-plan",
    "severity": "warning",
    "profile": "team",
    "target": "Plan",
    "body": 'yield Finding(f"{plan.name} is thin; write more", at=("client",))',
}


def rule(**said) -> str:
    """A module with one rule, less what is said of it: `code`, `name`, `body` …"""
    said = {**_PLAIN, **said}
    return RULE.format(**said) + f"\n\nRULES = ({said['kind']}(),)\n"


def install(folder: Path, name: str, text: str, module: str | None = None) -> str:
    """The module in `folder`, told of under `name`; the name of the module is returned."""
    module = module or f"rules_of_{name.replace('-', '_')}"
    told = folder / f"{module}-1.0.dist-info"
    told.mkdir(parents=True)
    (folder / f"{module}.py").write_text(text, encoding="utf-8")
    (told / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
    (told / "entry_points.txt").write_text(f"[relplan.rules]\n{name} = {module}\n")
    sys.modules.pop(module, None)
    return module
