"""A person on the client's side: their part, how they stand to us, and when to be in touch."""

from typing import ClassVar

from pydantic import Field

from relplan.model import choices
from relplan.model.fields import BirthdayField, Cadence, Date, Flag, Id, Ids, Text, Texts
from relplan.model.record import Record


class Person(Record):
    """One person of the client's and the part they play (domain.md 2, the relationship map)."""

    short_form: ClassVar[str | None] = "name"

    name: Text
    """Their name, as they write it."""
    title: Text | None = None
    """Their job title."""
    department: Text | None = None
    """The department they work in."""
    role: choices.Role | None = None
    """The part they play when the client decides."""
    level: choices.Level | None = None
    """How high they stand in the client's house."""
    influence: choices.Influence | None = None
    """How much their word counts there, whatever their level."""
    stance: choices.Stance | None = None
    """How they stand to us today."""
    reports_to: Id | None = None
    """The person of this plan whom they report to."""
    influences: Ids = ()
    """The people of this plan who listen to them."""
    ours: Id | None = None
    """The member of our team who keeps this tie."""
    tie: choices.Tie | None = None
    """How strong the tie is now."""
    wanted: choices.Tie | None = None
    """How strong we want it to become."""
    cadence: Cadence | None = None
    """How often to be in touch; without it the client's priority decides; `never` lets them rest."""
    email: Text | None = None
    """Their e-mail address."""
    phone: Text | None = None
    """Their telephone number, as it is dialled."""
    birthday: BirthdayField | None = None
    """Their birthday, MM-DD or with the year."""
    interests: Texts = ()
    """What they care about outside the work."""
    notes: Text | None = None
    """What a colleague must know before calling."""
    external: Flag = False
    """True when they work elsewhere but count here: an adviser, a board member."""
    since: Date | None = None
    """Since when we know them: the first date that counts while no touch is logged."""
    left: Date | None = None
    """The day on which they left; people who left are not listed as due."""
    known_by: choices.KnownBy | None = Field(default=None)
    """Whether we met them, were told of them, or assume what is written here."""
    as_of: Date | None = None
    """The day on which the facts here were last known to be right."""
    private: Flag = False
    """True when it stays out of packs, sites and exports: only whoever reads the book sees it."""
