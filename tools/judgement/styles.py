"""Say labelled lines in the shapes of playbook prose: `python styles.py COUNT > FILE`; the labels stay.

An imperative becomes a gerund, advice in the third person, a question, a fragment; named people become plain
clients, customers, donors. What is done, and for whom, does not change.
"""

from __future__ import annotations

import json
import random
import re
import sys
from typing import TYPE_CHECKING, Any

from corpus import SETS

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = json.loads((SETS / "styles.json").read_text("utf-8"))
PERSON = re.compile(WORDS["person"], re.IGNORECASE)
DOUBLED = re.compile(r"[a-z]?[^aeiou][aeiou][bdgmnptl]")
LONGEST = 180


def gerund(verb: str) -> str:
    """Return the -ing form."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    return (
        verb + (verb[-1] if DOUBLED.fullmatch(verb) or verb in {"submit", "refer"} else "") + "ing"
    )


def third(verb: str) -> str:
    """Return the form after he, she or it."""
    if verb.endswith(("s", "sh", "ch", "x", "o")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeiou" else verb + "s"


def restyled(text: str, dice: random.Random) -> str:
    """Return the line in another shape."""
    verb, _, rest = text.partition(" ")
    verb = verb.lower()
    if verb not in WORDS["verbs"] or not rest:
        return _fragment(text, dice)
    if dice.random() < 0.55:
        rest = PERSON.sub(lambda _: dice.choice(WORDS["people"]), rest)
    shapes: list[Callable[[], str]] = [
        lambda: f"{dice.choice([gerund(verb), gerund(verb).capitalize()])} {rest}",
        lambda: f"{dice.choice(WORDS['subjects'])} {dice.choice(WORDS['modals'])} {verb} {rest}",
        lambda: f"{dice.choice(WORDS['links'])} {gerund(verb)} {rest}",
        lambda: f"{dice.choice(WORDS['openings'])} {verb} {rest}",
        lambda: f"{dice.choice(WORDS['advice'])} {gerund(verb)} {rest}",
        lambda: f"{dice.choice(WORDS['questions'])} {verb} {rest.rstrip('.')}?",
        lambda: f"{dice.choice(WORDS['third'])} {third(verb)} {rest}",
        lambda: f"{verb} {rest}".rstrip(".") + dice.choice([";", ",", ".", ", and"]),
    ]
    return dice.choices(shapes, weights=WORDS["weights"])[0]()


def _fragment(text: str, dice: random.Random) -> str:
    if dice.random() < 1 / 2:
        return text[0].lower() + text[1:].rstrip(".") + dice.choice([",", ";", "", ".", " and"])
    return PERSON.sub(lambda _: dice.choice(WORDS["people"]), text)


def main() -> None:
    """Print restyled lines of the batches from d on."""
    rows: list[dict[str, Any]] = []
    for path in sorted(SETS.glob("[d-o].jsonl")):
        rows += [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    dice = random.Random(11)  # noqa: S311 - no secret
    for row in dice.sample([row for row in rows if len(row["text"]) < LONGEST], int(sys.argv[1])):
        sys.stdout.write(
            json.dumps(row | {"text": restyled(row["text"], dice)}, ensure_ascii=False) + "\n"
        )


if __name__ == "__main__":
    main()
