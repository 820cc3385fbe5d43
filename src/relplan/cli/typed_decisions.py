"""Decisions as they are typed on the command line: `Bring a page to the board @amara by 2027-01-29`."""

import re
from collections.abc import Mapping

from relplan.clock import civil_date
from relplan.errors import WrongUse
from relplan.model import ids

_ENDS = re.compile(r"(?P<what>.*?)(?:\s+@(?P<owner>\S+))?(?:\s+by\s+(?P<by>\d\S*))?\s*", re.DOTALL)


def decision(typed: str, team: Mapping[str, str]) -> str | dict[str, str]:
    """What was decided: the text alone, or with the member who does it and the day, when it ends so.

    `team` are the names of our members by id.
    """
    found = _ENDS.fullmatch(f" {typed.strip()}")
    assert found is not None  # all parts may be missing
    what, owner, by = found["what"].strip(), found["owner"], found["by"]
    if not what:
        raise WrongUse(
            "--decided: write what was decided, such as 'Start at Leeds @ben by 2027-01-29'"
        )
    if owner is None and by is None:
        return what
    written = {"what": what}
    if owner is not None:
        written["owner"] = ids.find(owner, team, "member of the team")
    if by is not None:
        try:
            written["by"] = civil_date(by).isoformat()
        except ValueError as error:
            raise WrongUse(f"--decided: {error}") from None
    return written
