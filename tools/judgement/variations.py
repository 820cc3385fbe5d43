"""Make unlabelled variations of the labelled lines for the teacher to label: `python variations.py COUNT > FILE`.

Heads and tails of lines are recombined at clause borders, clauses left out, people swapped, letters mistyped.
"""

from __future__ import annotations

import json
import random
import re
import sys

from corpus import labelled

WORDS = "so that|so|to|before|and|then|in order to|with|for|without|after|while|when|but"
CUT = re.compile(rf"(?<=\w)(?=(?:, | - |; |: | (?:{WORDS}) ))")
PEOPLE = [
    "CFO",
    "COO",
    "CEO",
    "buyer",
    "plant manager",
    "general counsel",
    "head of IT",
    "controller",
    "HR director",
    "procurement lead",
    "treasurer",
    "founder",
    "operations director",
    "board chair",
    "finance team",
    "category manager",
    "dean",
    "practice manager",
    "project manager",
    "sponsor",
]
PERSON = re.compile(rf"\b(?:{'|'.join(PEOPLE)})\b", re.IGNORECASE)
LINKS = (" and ", ", then ", "; ", " and also ", ", while we ", ". ")
SHORTEST, LONGEST = 5, 260


def variation(texts: list[str], dice: random.Random) -> str:
    """Return one variation."""
    clauses = [CUT.split(dice.choice(texts)) for _ in range(2)]
    first, second = clauses
    kind = dice.random()
    if kind < 0.45:
        return "".join(first[: dice.randint(1, len(first))] + second[dice.randrange(len(second)) :])
    if kind < 0.7:
        at = dice.randrange(len(first))
        return "".join(dice.choice([first[:at], first[at:], first[:at] + first[at + 1 :]]))
    if kind < 0.85:
        tail = "".join(second)
        return "".join(first) + dice.choice(LINKS) + tail[:1].lower() + tail[1:]
    text = "".join(first)
    swapped = PERSON.sub(lambda _: dice.choice(PEOPLE), text)
    return swapped if swapped != text else _mistyped(text, dice)


def _mistyped(text: str, dice: random.Random) -> str:
    at = dice.randrange(max(1, len(text) - 1))
    return (
        text[:at] + text[at + 1 :]
        if dice.random() < 1 / 2
        else text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]
    )


def main() -> None:
    """Print the variations, one JSON string a line."""
    texts = [row.text for row in labelled()]
    seen, dice = set(texts), random.Random(7)  # noqa: S311 - no secret
    count = len(texts) + int(sys.argv[1])
    while len(seen) < count:
        text = variation(texts, dice).strip(" ,;:-")
        if text not in seen and SHORTEST <= len(text) <= LONGEST:
            seen.add(text)
            sys.stdout.write(json.dumps(text) + "\n")


if __name__ == "__main__":
    main()
