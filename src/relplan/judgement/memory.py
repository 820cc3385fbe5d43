"""Judgements that were made before: a text is read by the model once, however often it is asked.

Kept by the words of the initiative, the team's own words and the version of the judge, so that a
kept judgement is the one that would be made again.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import astuple
from hashlib import blake2b
from typing import Any

from relplan.files.cache import load, store
from relplan.judgement.result import Evidence, Initiative, Judgement
from relplan.judgement.version import engine_version

_NAME = "judgements"
_MOST = 50_000


def judge_all(
    initiatives: Sequence[Initiative],
    words: Mapping[str, Sequence[str]] | None = None,
    *,
    remember: bool = True,
) -> list[Judgement]:
    """The judgement of each initiative, in order; only what is new is judged.

    `remember` set to False neither reads nor keeps anything.
    """
    version = engine_version()
    kept = load(_NAME, version) if remember else {}
    keys = [_key(one, words or {}) for one in initiatives]
    known = {key: found for key in keys if (found := _revived(kept.get(key))) is not None}
    new = {key: one for key, one in zip(keys, initiatives, strict=True) if key not in known}
    if new:
        from relplan.judgement.judging import judge_many

        known |= dict(zip(new, judge_many(new.values(), words=words), strict=True))
        if remember:
            kept |= {key: astuple(known[key]) for key in new}
            store(_NAME, version, dict(list(kept.items())[-_MOST:]))
    return [known[key] for key in keys]


def _key(initiative: Initiative, words: Mapping[str, Sequence[str]]) -> str:
    said = [astuple(initiative), {side: list(found) for side, found in sorted(words.items())}]
    return blake2b(json.dumps(said).encode(), digest_size=16).hexdigest()


def _revived(kept: Any) -> Judgement | None:
    """The judgement that was kept; None when what was kept is not one."""
    try:
        verdict, invests, learns, illustrates, sure, evidence, suggestion = kept
        spans = tuple(Evidence(*one) for one in evidence)
    except (TypeError, ValueError):
        return None
    return Judgement(verdict, invests, learns, illustrates, sure, spans, suggestion)
