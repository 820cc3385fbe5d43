"""What hangs on a person of theirs, in a few words each."""

from collections.abc import Mapping
from datetime import date

from relplan.analysis.promises import Given
from relplan.clock import spoken
from relplan.files.places import Use, words_at

_SAID = {
    "initiative": "initiative for them: {what}",
    "report": "{who} reports to them",
    "influence": "{who} influences them",
    "sponsor": "sponsor of the win",
    "step": "step through them: {what}",
    "touch": "planned with them on {day}",
    "pitch": "open pitch to them of {day}",
    "review": "at the review on {day}",
}


def hangs(use: Use, names: Mapping[str, str]) -> str:
    """Such as `Sam Thwaite reports to them`; `names` are those of the plan's people by id."""
    holder = use.path[: use.place.where.count(".")]
    last = str(holder[-1]) if holder else ""
    about = holder[:2] if use.place.hangs == "step" else holder
    day = last if use.place.hangs == "review" else words_at(use.document, (*holder, "date"))
    return _SAID[use.place.hangs].format(
        who=names.get(last, last),
        what=words_at(use.document, (*about, "what")) or words_at(use.document, about),
        day=day,
    )


def promised(given: Given, team: Mapping[str, str], today: date) -> str:
    """Such as `promised by Ben Archer for 25 Nov: send the close times`."""
    keeper = team.get(given.owner, given.owner)
    return f"promised by {keeper} for {spoken(given.by, today)}: {given.what}"
