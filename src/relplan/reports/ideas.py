"""Ideas as text: a list to choose from, JSON for programs."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from relplan.judgement.ideas import Idea
from relplan.reports.safe import safe


def as_list(chosen: Mapping[str, Sequence[Idea]]) -> str:
    """The ideas under what they are for: what to do, what it costs, which tests it passes."""
    lines: list[str] = []
    for wanted, ideas in chosen.items():
        if wanted:
            lines += [*([""] if lines else []), f"For: {safe(wanted)}"]
        for idea in ideas:
            lines.append(f"- {idea.what}")
            lines.append(
                f"  {idea.costs}; {', '.join(idea.passes)}; suits: {', '.join(idea.roles)}"
            )
    return "\n".join(lines) + "\n"


def as_json(chosen: Mapping[str, Sequence[Idea]]) -> str:
    """The ideas for a program, by what they are for."""
    rows = [
        {"for": wanted or None, "ideas": [asdict(idea) for idea in ideas]}
        for wanted, ideas in chosen.items()
    ]
    return json.dumps({"version": 1, "chosen": rows}, indent=2) + "\n"
