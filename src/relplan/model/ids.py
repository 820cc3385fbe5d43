"""Ids: the names by which plans, people, goals and initiatives are referred to."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from relplan.errors import SeveralFit, WrongUse

PATTERN = r"^[a-z0-9][a-z0-9-]{0,63}$"
_ID = re.compile(PATTERN, re.ASCII)
_DEVICES = {"con", "prn", "aux", "nul"} | {f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10)}


def why_not_an_id(text: str) -> str | None:
    """What keeps `text` from being an id, with one that would do; None when it is one."""
    if text in _DEVICES:
        return f"`{text}` is a reserved name on Windows; write {text}-1 or a longer word"
    if _ID.match(text) and "\n" not in text:
        return None
    if not text:
        return "an id cannot be empty; write a short word, such as jane or close-clinic"
    near = nearest_id(text)
    rule = "lower-case letters, digits and hyphens, at most 64"
    if near and near != text:
        return f"`{_short(text)}` cannot be an id ({rule}); write {near}"
    return f"`{_short(text)}` cannot be an id; use {rule}"


def nearest_id(text: str) -> str:
    """The id closest to a name (`Jane Porter` gives `jane-porter`); empty when nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:64].rstrip("-")
    return f"{slug}-1" if slug in _DEVICES else slug


def id_of_words(text: str) -> str:
    """The id of a sentence: its first words that say something; empty when nothing is left.

    `The audit team is called first` gives `audit-team-called-first`.
    """
    words = nearest_id(text[:200]).split("-")
    telling = [one for one in words if not _SMALL.fullmatch(one)] or words
    found = ""
    for one in telling[:4]:
        longer = f"{found}-{one}" if found else one
        if found and len(longer) > 32:
            break
        found = longer
    return nearest_id(found)


_SMALL = re.compile(
    r"a|an|and|are|as|at|be|by|for|from|has|have|in|is|it|its|of|on|or|ours?|that|the|their|them"
    r"|they|this|to|us|was|we|who|will|with"
)


def find(typed: str, names: Mapping[str, str], what: str) -> str:
    """The id in `names` (id to name) that `typed` means: id, unique prefix, name, or part of one.

    Upper and lower case are the same. `what` says in the singular what is looked for. Raises
    SeveralFit with the candidates, WrongUse with the nearest when nothing fits.
    """
    wanted = _folded(typed.strip())
    if wanted in names:
        return wanted
    for fitting in (_by_prefix, _by_name, _by_part):  # in turn: a name may have to be read first
        fits = fitting(wanted, names)
        if len(fits) == 1:
            return fits[0]
        if fits:
            raise SeveralFit(what, typed, [(one, names[one]) for one in sorted(fits)])
    raise WrongUse(_nothing(typed, names, what))


def nearest(word: str, known: list[str]) -> str | None:
    """The known word that `word` was probably meant to be; None when none is near."""
    import difflib

    close = difflib.get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    return close[0] if close else None


def is_slip(typed: str, meant: str, known: Iterable[str]) -> bool:
    """True when `typed` can only be a slip of the pen for `meant`, among all the `known` words.

    Case, spaces and underscores may differ; else a letter too many, missing, wrong or swapped (two
    in a long word), and no other known word as near. Another number is another thing.
    """
    bare, wanted = _bare(typed), _bare(meant)
    if bare == wanted:
        return True
    if len(bare) < 4 or re.sub(r"\D", "", bare) != re.sub(r"\D", "", wanted):
        return False
    most = 1 if len(bare) < 8 else 2
    return [one for one in known if slips(bare, _bare(one)) <= most] == [meant]


def slips(one: str, other: str) -> int:
    """How many letters are too many, missing, wrong or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]


def _bare(text: str) -> str:
    return re.sub(r"[\s_-]+", "-", _folded(text.strip()))


def _folded(text: str) -> str:
    """The text as it is compared: no case, no accents, a straight apostrophe."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    return "".join(char for char in plain if not unicodedata.combining(char))


def _by_prefix(wanted: str, names: Mapping[str, str]) -> list[str]:
    return [one for one in names if one.startswith(wanted)] if wanted else []


def _by_name(wanted: str, names: Mapping[str, str]) -> list[str]:
    return [one for one, name in names.items() if wanted and wanted == _folded(name)]


def _by_part(wanted: str, names: Mapping[str, str]) -> list[str]:
    return [one for one, name in names.items() if wanted and wanted in _folded(name)]


def _nothing(typed: str, names: Mapping[str, str], what: str) -> str:
    near = nearest(typed, list(names))
    if near:
        return f"no {what} {typed!r}; did you mean {near} ({names[near]})?"
    known = ", ".join(sorted(names)[:12]) or "none yet"
    more = f" and {len(names) - 12} more" if len(names) > 12 else ""
    return f"no {what} {typed!r}; there are: {known}{more}"


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
