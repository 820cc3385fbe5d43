"""The book's settings, `relplan.yaml`: the firm, its team, its rhythms and its lint settings."""

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from relplan.model import choices, ids
from relplan.model.campaign import Campaign
from relplan.model.derived import OfCadences, OfFmt
from relplan.model.durations import Duration as DurationValue
from relplan.model.fields import (
    Count,
    Date,
    Dates,
    Duration,
    Flag,
    Id,
    Indent,
    Money,
    OneOrMany,
    Regions,
    Text,
    Texts,
    WorkingDays,
)
from relplan.model.plan import Plan
from relplan.model.prospect import Prospect
from relplan.model.record import Record


class Absence(Record):
    """A time in which a member is away and somebody covers."""

    from_: Date = Field(alias="from")
    """The first day away."""
    to: Date
    """The last day away."""
    cover: Id | None = None
    """The member who takes over what falls due."""


class Member(Record):
    """A member of our team (domain.md 3: everyone is responsible, each at their level)."""

    short_form: ClassVar[str | None] = None

    name: Text
    """Their name."""
    email: Text | None = None
    """Their e-mail address; git's `user.email` finds them by it."""
    phone: Text | None = None
    """Their telephone number."""
    tier: Id
    """Their tier: one of `tiers`."""
    department: Text | None = None
    """The department they work in."""
    title: Text | None = None
    """Their job title."""
    away: Annotated[tuple[Absence, ...], OneOrMany()] = ()
    """When they are away, and who covers."""
    left: Date | None = None
    """The day on which they left the firm."""


class Tier(Record):
    """What is expected of a member at this level, per year (domain.md 3)."""

    contacts: Count = 0
    """How many people they keep in touch with."""
    lunches: Count | None = None
    """How many lunches a year."""
    budget: Money | None = None
    """What they may spend a year."""
    expects: Texts = ()
    """What the firm expects of them besides, in its own words; `relplan guide` shows it."""


class Cadences(OfCadences, Record):
    """How often to be in touch, by the client's priority."""

    A: Duration = DurationValue(4, "w")
    """For clients of priority A."""
    B: Duration = DurationValue(8, "w")
    """For clients of priority B."""
    C: Duration = DurationValue(13, "w")
    """For clients of priority C."""


class Calendar(Record):
    """Which days are working days."""

    working_days: WorkingDays = (0, 1, 2, 3, 4)
    """The days of the week on which we work."""
    holidays: Regions = ()
    """The country, with its region, whose public holidays we keep."""
    closed: Dates = ()
    """Other days on which we are closed."""


class LintPart(Record):
    """Lint settings for some of the files."""

    profile: choices.Profile | None = None
    """Which rules are applied to these files, where others than to the book."""
    select: Texts = ()
    """Codes, families or names of rules to apply to these files besides."""
    ignore: Texts = ()
    """Codes, families or names of rules that are not applied to these files."""


class TeamWords(Record):
    """Words and phrases by which this team's initiatives are told apart (docs/judgement.md)."""

    sales: Texts = ()
    """Phrases that sell, whatever stands around them."""
    relationship: Texts = ()
    """Phrases that are an investment in the client."""
    vague: Texts = ()
    """Phrases that say nothing."""


class JudgementSettings(Record):
    """How initiatives are judged."""

    words: TeamWords = Field(default_factory=TeamWords)
    """The team's own phrases, by what they show."""


class Lint(Record):
    """How the rules are applied."""

    profile: choices.Profile = "team"
    """Which rules are applied: starter, team or strict."""
    rules: Texts = ()
    """The team's own rules: names of installed packages of rules, each switched on here."""
    select: Texts = ()
    """Codes, families or names of rules to apply besides the profile's."""
    ignore: Texts = ()
    """Codes, families or names of rules that are not applied."""
    per_client: dict[Id, LintPart] = Field(default_factory=dict)
    """Settings for one client's files, by its id."""
    per_path: dict[Text, LintPart] = Field(default_factory=dict)
    """Settings for files by their path: a file, a folder, or a pattern such as `clients/old-*`."""
    manual: Text | None = None
    """The address of the page of the rules (docs/rules.md), for the links in reports."""
    judgement: JudgementSettings = Field(default_factory=JudgementSettings)
    """How initiatives are judged."""


SECTIONS = tuple(
    dict.fromkeys(
        field.alias or name
        for shape in (Plan, Prospect, Campaign)
        for name, field in shape.model_fields.items()
    )
)
"""Every section that may stand at the top of a plan, a prospect or a campaign."""


def _sections(value: Any) -> Any:
    words = {True: True, False: False, "true": True, "yes": True, "false": False, "no": False}
    if not isinstance(value, (list, tuple)):
        if isinstance(value, (str, bool)) and value in words:
            return words[value]
        wanted = "true, false or a list of sections, such as [client, owner, roles],"
        raise PydanticCustomError("relplan_kind", "{wanted}", {"wanted": wanted})
    for one in value:
        if one not in SECTIONS:
            raise PydanticCustomError("relplan_value", "{why}", {"why": _no_section(one)})
    return tuple(value)


def _no_section(one: Any) -> str:
    if not isinstance(one, str):
        return "this is not the name of a section; write names such as client, owner, roles"
    near = ids.nearest(one, list(SECTIONS))
    advice = f"did you mean `{near}`?" if near else "write names such as client, owner, roles"
    return f"`{one}` is not a section of a plan, a prospect or a campaign; {advice}"


Sections = Annotated[
    bool | tuple[Text, ...],
    PlainValidator(_sections),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "boolean"},
                {"type": "array", "items": {"type": "string", "enum": list(SECTIONS)}},
            ]
        }
    ),
]


class Fmt(OfFmt, Record):
    """What `relplan fmt` tidies; nothing that does not stand here."""

    sections: Sections = False
    """Put the sections at the top of a file into an order: that of docs/format.md, or this one."""
    fields: Flag = False
    """Put the fields of a person, a goal and every other entry into the order of docs/format.md."""
    indent: Indent | None = None
    """Indent each level by this many spaces."""


class Import(Record):
    """What `relplan import` takes from tables whose columns it does not know."""

    columns: dict[Text, choices.Column] = Field(default_factory=dict)
    """The field that each column fills, by the column's header; `skip` for a column nobody needs."""


def with_defaults(value: Any) -> Any:
    """The tiers of a book over those that every book has."""
    if not isinstance(value, dict):
        return value
    return {**choices.DEFAULT_TIERS, **value}


class Settings(Record):
    """A book's settings."""

    format: Count = 1
    """The format of the book's files; a relplan that knows only older ones refuses the book."""
    firm: Text
    """The firm's name."""
    team: dict[Id, Member] = Field(default_factory=dict)
    """Our people, each under an id."""
    tiers: Annotated[dict[Id, Tier], BeforeValidator(with_defaults)] = Field(
        default_factory=dict, validate_default=True
    )
    """List sizes and yearly budgets by tier; staff, senior, principal, marketing and admin exist."""
    cadence: Cadences = Field(default_factory=Cadences)
    """How often to be in touch, by priority."""
    review: Duration = DurationValue(3, "m")
    """How often each plan is reviewed."""
    call_back_after: Duration = DurationValue(3, "d")
    """How many working days after an unanswered contact to try again."""
    calendar: Calendar = Field(default_factory=Calendar)
    """Which days are working days."""
    lint: Lint = Field(default_factory=Lint)
    """How the rules are applied."""
    fmt: Fmt = Field(default_factory=Fmt)
    """What `relplan fmt` tidies; without it, nothing."""
    import_: Import = Field(default_factory=Import, alias="import")
    """What `relplan import` takes from tables whose columns it does not know."""
