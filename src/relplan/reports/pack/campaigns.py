"""Apart from the relationship: the running campaigns that are taken to this client (domain.md 5)."""

from typing import TYPE_CHECKING

from relplan.analysis.standing import Selling
from relplan.analysis.state import count
from relplan.reports.pack.rows import CampaignRow
from relplan.reports.pack.shape import Campaigns
from relplan.reports.pack.source import Source

if TYPE_CHECKING:
    from relplan.model.book import Book
    from relplan.model.campaign import Campaign


def section(made: Source, book: "Book") -> Campaigns:
    """Each running campaign whose cohort has this client, with what was said here."""
    rows = (_row(one, book.campaigns[one.campaign], made) for one in made.selling)
    return Campaigns(tuple(rows))


def _row(one: Selling, campaign: "Campaign", made: Source) -> CampaignRow:
    here = sorted(
        (pitch for pitch in campaign.pitches if pitch.at == made.id), key=lambda pitch: pitch.date
    )
    waiting = f"; {count(one.open, 'answer')} to come" if one.open else ""
    return CampaignRow(
        id=one.campaign,
        proposition=one.proposition,
        until=made.day(one.until),
        heard=f"{one.heard} of {count(one.deciders, 'decision maker')} here heard it{waiting}",
        pitches=tuple(
            f"{made.day(pitch.date)}, {made.member(pitch.by)} to {made.person(pitch.to)}:"
            f" {pitch.outcome}" + (f"; {pitch.feedback}" if pitch.feedback else "")
            for pitch in here
        ),
    )
