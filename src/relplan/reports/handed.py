"""What was handed over, in one line."""

from collections import Counter
from collections.abc import Iterable

_NOUNS = {
    "plan": "plan",
    "tie": "tie",
    "initiative": "initiative",
    "decision": "decision",
    "promise": "promise",
    "step": "step",
    "repair": "repair",
    "campaign": "campaign",
    "voice": "voice at the top",
    "team": "place in a team",
    "absence": "absence to cover",
}
_MANY = {"voice": "voices at the top", "team": "places in a team", "absence": "absences to cover"}


def handed(kinds: Iterable[str]) -> str:
    """`2 plans, 3 ties, 1 promise`, in the order of their weight."""
    count = Counter(kinds)
    return ", ".join(
        f"{count[kind]} {noun if count[kind] == 1 else _MANY.get(kind, f'{noun}s')}"
        for kind, noun in _NOUNS.items()
        if count[kind]
    )
