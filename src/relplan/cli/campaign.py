"""`relplan campaign`: propositions taken to a cohort, openly, apart from the plans."""

import typer

from relplan.cli.campaign_writing import CampaignArgument, answer, campaign_of, learn, pitch
from relplan.cli.options import BookOption, JsonOption, TodayOption, day, end, open_book
from relplan.cli.pages import print_page

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    add_completion=False,
    help="Take a proposition to a cohort, openly, and learn from what they say.",
    epilog="Example: relplan campaign targets fifth-day-close",
)


@app.command("list", epilog="Example: relplan campaign list")
def list_(json: JsonOption = False, book: BookOption = None, today: TodayOption = None) -> None:
    """Every campaign, and where it stands."""
    from relplan.analysis.standing import standings
    from relplan.reports import campaigns

    now = day(today)
    loaded = open_book(book)
    found = standings(loaded.book, now)
    if json:
        print(campaigns.as_json(found, now), end="")
    else:
        print_page(lambda columns: campaigns.listing(found, loaded.book, now, columns))
    end(loaded)


@app.command(epilog="Example: relplan campaign show fifth-day-close")
def show(
    campaign: CampaignArgument,
    json: JsonOption = False,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """One campaign, with everybody in it."""
    from relplan.analysis.standing import standing
    from relplan.reports import campaigns

    now = day(today)
    loaded = open_book(book)
    found = standing(loaded.book, campaign_of(loaded, campaign), now)
    if json:
        print(campaigns.as_json([found], now), end="")
    else:
        print_page(lambda columns: campaigns.page(found, loaded.book, now, columns))
    end(loaded)


@app.command(epilog="Example: relplan campaign targets fifth-day-close")
def targets(
    campaign: CampaignArgument,
    json: JsonOption = False,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """Who decides there, and who of ours goes to them."""
    from relplan.analysis.targets import targets as targets_of
    from relplan.reports import campaign_targets

    now = day(today)
    loaded = open_book(book)
    id_ = campaign_of(loaded, campaign)
    found = targets_of(loaded.book.campaigns[id_], loaded.book, now)
    if json:
        print(campaign_targets.as_json(id_, found, now), end="")
    else:
        print_page(lambda columns: campaign_targets.page(id_, found, now, columns))
    end(loaded)


app.command(
    epilog="Example: relplan campaign pitch fifth-day-close --at acme --to jane"
    ' --feedback "asks who answers at six in the morning"'
)(pitch)
app.command(
    epilog="Example: relplan campaign answer fifth-day-close --at acme --to jane --outcome accepted"
)(answer)
app.command(
    epilog="Example: relplan campaign learn fifth-day-close"
    ' --version "Your own bookkeeper stays and gets the help"'
)(learn)


@app.command(epilog="Example: relplan campaign score fifth-day-close")
def score(
    campaign: CampaignArgument,
    json: JsonOption = False,
    book: BookOption = None,
    today: TodayOption = None,
) -> None:
    """How often it is accepted, and how sure that is."""
    from relplan.analysis.score import score as score_of
    from relplan.reports import campaign_score

    now = day(today)
    loaded = open_book(book)
    id_ = campaign_of(loaded, campaign)
    found = score_of(loaded.book.campaigns[id_], loaded.book)
    if json:
        print(campaign_score.as_json(id_, found, now), end="")
    else:
        print_page(lambda columns: campaign_score.page(id_, found, now, columns))
    end(loaded)
