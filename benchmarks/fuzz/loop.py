"""The loop: texts are changed at random, the same ones for the same seed, and judged one by one."""

import random
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from targets import Target

SEEDS = Path(__file__).parent / "seeds"
MOST_SECONDS = 5
_MOST_TEXT = 4_000
_MOST_KEPT = 400


class Run(NamedTuple):
    """What one target was given and what came of it."""

    tried: int
    ways: int
    """How many different words came of the texts."""
    findings: tuple[tuple[str, str], ...]
    """Each with the text and what was raised."""


def kept(name: str) -> list[str]:
    """The texts that are kept of a target: what was found once, and what leads far."""
    return [
        path.read_bytes().decode("utf-8", "surrogatepass")
        for path in sorted((SEEDS / name).glob("*.txt"))
    ]


def fuzz(name: str, target: Target, seed: int, *, most: int = 0, until: float = 0) -> Run:
    """Judge so many texts, or until that moment of `time.monotonic`; the kept ones come first."""
    chance = random.Random(f"{name} {seed}")  # noqa: S311 -- it must be the same every time
    corpus, ways, findings, tried = [*target.begins, *kept(name)], set[str](), [], 0
    for text in _texts(corpus, target, chance):
        if (most and tried >= most) or (until and time.monotonic() > until):
            break
        tried += 1
        try:
            came = _judged(target, text)
        except Exception as error:  # noqa: BLE001 -- whatever is raised is what is looked for
            findings.append((text, f"{type(error).__name__}: {error}"[:300]))
            continue
        if came not in ways and len(corpus) < _MOST_KEPT:
            corpus.append(text)
        ways.add(came)
    return Run(tried, len(ways), tuple(findings))


def _texts(corpus: list[str], target: Target, chance: random.Random) -> Iterator[str]:
    yield from tuple(corpus)
    while True:
        yield _changed(chance.choice(corpus), target, chance, corpus)


def _changed(text: str, target: Target, chance: random.Random, corpus: list[str]) -> str:
    for _ in range(1 + chance.randrange(6)):
        at = chance.randrange(len(text) + 1)
        end = min(len(text), at + 1 + chance.randrange(12))
        piece = "".join(chance.choices(target.pieces, k=1 + chance.randrange(3)))
        other = chance.choice(corpus)
        text = chance.choice(
            (
                text[:at] + piece + text[at:],
                text[:at] + piece + text[end:],
                text[:at] + text[end:],
                text[:at] + text[at:end] * (1 + chance.randrange(40)) + text[end:],
                text[:at] + other[chance.randrange(len(other) + 1) :],
                text[:at]
                + chr(chance.choice((0, 9, 27, 127, 160, 0x202E, 0xD800, 0x1F600)))
                + text[at:],
            )
        )[:_MOST_TEXT]
    return text


def _judged(target: Target, text: str) -> str:
    """What came of the text, or TimeoutError after some seconds where signals can tell."""
    if not hasattr(signal, "SIGALRM"):
        return target.judge(text)

    def late(*_: object) -> None:
        raise TimeoutError(f"no answer within {MOST_SECONDS} s")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(MOST_SECONDS)
    try:
        return target.judge(text)
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def keep(name: str, findings: tuple[tuple[str, str], ...]) -> None:
    """Write each finding's text beside the seeds, so that every later run begins with it."""
    import hashlib

    for text, why in findings:
        raw = text.encode("utf-8", "surrogatepass")
        path = SEEDS / name / f"{hashlib.sha256(raw).hexdigest()[:12]}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
        print(f"{path}: {why}", file=sys.stderr)
