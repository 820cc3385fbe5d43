"""What a new campaign is made of: its three requirements, filled into the packaged skeleton."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from relplan.files import emit
from relplan.files.start import filled


class NewCampaign(NamedTuple):
    """What is known of a campaign when it begins."""

    id: str
    proposition: str
    promise: str | None
    owner: str | None
    executives: Mapping[str, str]
    """Department to executive."""
    resistance: Mapping[str, Mapping[str, str]]
    cohort: Mapping[str, str | Sequence[str] | Mapping[str, str | Sequence[str]]]
    """The fields of the cohort as they are written."""
    runs: tuple[str, str] | None


def campaign_text(one: NewCampaign) -> str:
    """The file with which a campaign begins: valid at once, each part explained."""
    first, last = one.runs or ("", "")
    planned = f"runs: {{from: {first}, to: {last}}}"
    return filled(
        "new/campaign.yaml",
        {
            "ID": one.id,
            "PROPOSITION": emit.scalar(one.proposition, block=True),
            "PROMISE": f"promise: {emit.scalar(one.promise, block=True)}" if one.promise else "",
            "OWNER": f"owner: {one.owner}" if one.owner else "",
            "EXECUTIVES": _entries(one.executives),
            "RESISTANCE": _entries(one.resistance),
            "COHORT": _entries(one.cohort),
            "RUNS": planned if one.runs else "# runs: {from: 2027-01-11, to: 2027-03-26}",
        },
    )


def _entries(group: Mapping[str, object]) -> str:
    return "\n".join(f"  {emit.scalar(key)}: {_value(one)}" for key, one in group.items())


def _value(one: object) -> str:
    return emit.scalar(one, block=True) if isinstance(one, str) else emit.flow(one)
