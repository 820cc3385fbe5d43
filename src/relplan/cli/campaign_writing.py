"""What `relplan campaign` writes: a pitch, an answer, a version; with the log or not at all."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from relplan.cli.complete import campaigns, clients, members, people, ways, words_for
from relplan.cli.lines import refuse_faults, typed_day
from relplan.cli.options import (
    BookOption,
    JsonOption,
    MeOption,
    TodayOption,
    asker,
    client_of,
    day,
    end,
    member_of,
    open_book,
    refuse_unread,
    tell_faults,
    tell_notes,
)
from relplan.cli.pages import print_page
from relplan.cli.writing import DryRunOption, finish
from relplan.errors import Refused, WrongUse

if TYPE_CHECKING:
    from datetime import date

    from relplan.files.book import Loaded
    from relplan.files.draft import Draft

CampaignArgument = Annotated[
    str,
    typer.Argument(
        metavar="CAMPAIGN", help="Its id, a prefix, or words of it.", autocompletion=campaigns
    ),
]
AtOption = Annotated[
    str, typer.Option("--at", metavar="CLIENT", help="Where.", autocompletion=clients)
]
ToOption = Annotated[
    str,
    typer.Option("--to", metavar="PERSON", help="Who of theirs.", autocompletion=people),
]
ByOption = Annotated[
    str | None,
    typer.Option(metavar="MEMBER", help="Who of ours; else --me.", autocompletion=members),
]
DateOption = Annotated[
    str | None,
    typer.Option("--date", help="The day: YYYY-MM-DD, yesterday, last tue, …; else today."),
]
FeedbackOption = Annotated[
    str | None, typer.Option("--feedback", "-m", help="What they said of the proposition.")
]
HowOption = Annotated[str | None, typer.Option(help="call, meeting, visit, …", autocompletion=ways)]


class _Said(NamedTuple):
    """What the options of a pitch or an answer say."""

    campaign: str
    at: str
    to: str
    by: str | None
    outcome: str
    feedback: str | None
    how: str | None
    date: str | None


class _Here(NamedTuple):
    """The book, and what was typed, found in it."""

    loaded: "Loaded"
    draft: "Draft"
    today: "date"
    campaign: str
    at: str
    to: str
    by: str
    on: "date"

    @property
    def path(self) -> str:
        return f"campaigns/{self.campaign}.yaml"


def pitch(
    campaign: CampaignArgument,
    at: AtOption,
    to: ToOption,
    by: ByOption = None,
    outcome: Annotated[
        str,
        typer.Option(
            help="open, accepted, declined or later.", autocompletion=words_for("Outcome")
        ),
    ] = "open",
    feedback: FeedbackOption = None,
    how: HowOption = "meeting",
    date_: DateOption = None,
    dry_run: DryRunOption = False,
    me: MeOption = None,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Write down a pitch, here and in the client's log.

    Both are written, or none. The line of the log names no initiative: selling stays apart.
    """
    from relplan.analysis.pitching import Meant, against
    from relplan.files.pitches import begin_pitch

    said = _Said(campaign, at, to, by or me, outcome, feedback, how, date_)
    here = _found(said, book, today)
    meant = Meant(here.campaign, here.at, here.to, here.on)
    if why := against(meant, here.loaded.book, here.today):
        raise Refused(f"{why}; nothing was written")
    fields = {"date": here.on.isoformat(), "at": here.at, "to": here.to, "by": here.by}
    more = {"outcome": outcome, "feedback": feedback}
    begin_pitch(here.draft, here.path, fields | {k: v for k, v in more.items() if v is not None})
    _log(here, said, f"pitched {here.campaign}")
    _finish(here, said, dry_run=dry_run)


def answer(
    campaign: CampaignArgument,
    at: AtOption,
    to: ToOption,
    outcome: Annotated[
        str,
        typer.Option(help="accepted, declined or later.", autocompletion=words_for("Outcome")),
    ],
    feedback: FeedbackOption = None,
    how: HowOption = "call",
    by: ByOption = None,
    date_: DateOption = None,
    dry_run: DryRunOption = False,
    me: MeOption = None,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Write down what came of an open pitch.

    It is written into the campaign and into the client's log; both, or none.
    """
    from relplan.analysis.pitching import open_to
    from relplan.files.pitches import answer_pitch

    said = _Said(campaign, at, to, by or me, outcome, feedback, how, date_)
    here = _found(said, book, today)
    found = here.loaded.book.campaigns[here.campaign]
    at_ = open_to(found, here.at, here.to)
    who = here.loaded.book.everyone()[here.at].roles[here.to].name
    if at_ is None:
        raise Refused(
            f"no pitch of {here.campaign} to {who} waits for an answer; write a new one with"
            " relplan campaign pitch; nothing was written"
        )
    made = found.pitches[at_]
    if here.on < made.date:
        raise WrongUse(f"--date: {here.on} is before {made.date}, when it was pitched")
    if outcome == "open":
        raise WrongUse("--outcome: an answer is accepted, declined or later; open it is already")
    words = " / ".join(one for one in (made.feedback, feedback) if one)
    answer_pitch(here.draft, here.path, at_, outcome, words if feedback else None)
    _log(here, said, f"answer to {here.campaign}: {outcome}")
    _finish(here, said, dry_run=dry_run)


def learn(
    campaign: CampaignArgument,
    version: Annotated[
        str | None,
        typer.Option("--version", metavar="TEXT", help="How the proposition is better now."),
    ] = None,
    date_: DateOption = None,
    json: JsonOption = False,
    dry_run: DryRunOption = False,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """What they said of it; --version: what it is now.

    What was said stands by version and outcome, with the words that more than one person used.
    """
    now = day(today)
    loaded = open_book(book)
    id_ = campaign_of(loaded, campaign)
    if version is None:
        if date_ is not None or dry_run:
            raise WrongUse("--date and --dry-run go with a new version: --version TEXT")
        _print(loaded, id_, now, json=json)
        return
    from relplan.files.draft import Draft
    from relplan.files.pitches import add_version

    if not (text := " ".join(version.split())):
        raise WrongUse("--version: how is the proposition better now? Write it in a sentence")
    _whole(loaded, id_)
    on, draft = typed_day("--date", date_, now), Draft(loaded)
    add_version(draft, f"campaigns/{id_}.yaml", on, text)
    finish(draft, dry_run=dry_run)
    tell_faults(draft.checked(), id_)


def campaign_of(loaded: "Loaded", typed: str) -> str:
    """The campaign that `typed` means: id, unique prefix or part of the proposition."""
    from relplan.model import ids

    names = {id_: one.name for id_, one in loaded.book.campaigns.items()}
    if typed not in names:
        refuse_unread(loaded, f"campaigns/{typed}.yaml", "this campaign cannot be read")
    return ids.find(typed, names, "campaign")


def _whole(loaded: "Loaded", id_: str) -> None:
    """Refuse a campaign of which a part cannot be read: what was left out would count as absent."""
    said = "a part of this campaign cannot be read; mend it first; nothing was written"
    refuse_unread(loaded, f"campaigns/{id_}.yaml", said)


def _found(said: _Said, book: Path | None, today: str | None) -> _Here:
    from relplan.files.draft import Draft
    from relplan.model import ids
    from relplan.model.choices import OUTCOMES, not_one_of

    now = day(today)
    if said.outcome not in OUTCOMES:
        raise WrongUse(f"--outcome: {not_one_of(said.outcome, OUTCOMES)}")
    loaded = open_book(book)
    id_ = campaign_of(loaded, said.campaign)
    _whole(loaded, id_)
    at = client_of(loaded, said.at)
    plan = loaded.book.everyone()[at]
    names = {one: person.name for one, person in plan.roles.items()}
    to = ids.find(said.to, names, f"person of {plan.name}")
    by = (
        member_of(loaded, said.by)
        if said.by
        else asker(None, loaded.root, loaded.book, required=True)
    )
    on = typed_day("--date", said.date, now)
    return _Here(loaded, Draft(loaded), now, id_, at, to, by or "", on)


def _log(here: _Here, said: _Said, what: str) -> None:
    fields: dict[str, Any] = {
        "date": here.on.isoformat(),
        "with": [here.to],
        "by": here.by,
        "how": said.how,
        "note": f"{what}; {said.feedback}" if said.feedback else what,
    }
    refuse_faults(fields)
    here.draft.log(here.at, fields)


def _finish(here: _Here, said: _Said, *, dry_run: bool) -> None:
    finish(here.draft, dry_run=dry_run, gone=False)
    if said.outcome != "open" and not said.feedback:
        tell_notes(["without a word of what they said of it; --feedback says it"])
    tell_faults(here.draft.checked(), here.campaign)


def _print(loaded: "Loaded", id_: str, now: "date", *, json: bool) -> None:
    from relplan.reports import campaign_feedback

    if json:
        print(campaign_feedback.as_json(id_, loaded.book.campaigns[id_], now), end="")
    else:
        print_page(lambda columns: campaign_feedback.page(id_, loaded.book, now, columns))
    end(loaded)
