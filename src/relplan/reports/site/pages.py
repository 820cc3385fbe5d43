"""Which pages a site has; each is made when it is asked for."""

from collections.abc import Iterator
from datetime import date

from relplan.analysis.state import count, listed
from relplan.model.settings import Member
from relplan.reports.due_closing import GROUPS, closing, counted, group_of
from relplan.reports.site import client, rows, written
from relplan.reports.site.search import as_json, entries
from relplan.reports.site.selling import campaigns, selling
from relplan.reports.site.shape import Sheet
from relplan.reports.site.source import Whole


def pages(whole: Whole) -> Iterator[Sheet]:
    """Every page of the site."""
    yield index(whole)
    yield due(whole)
    yield search(whole)
    for id_ in whole.book.settings.team:
        yield member(whole, id_)
    for id_ in whole.book.campaigns:
        yield campaign(whole, id_)
    for id_ in whole.book.everyone():
        yield client.page(whole, id_)
    for path in sorted(whole.book.unread):
        if not path.startswith("touches/"):
            yield client.unread(whole, path)


def index(whole: Whole) -> Sheet:
    """The first page: clients by priority, by owner, prospects, campaigns."""
    book, firm = whole.book, whole.book.settings.firm
    values = {
        "summary": summary(whole),
        "groups": rows.by_priority(whole),
        "owners": rows.owners(whole),
        "prospects": rows.rows(whole, [one for one in book.prospects if one not in book.plans]),
        "campaigns": campaigns(whole),
    }
    return Sheet("index.html", f"{firm}: clients", "index", values, whole.faults())


def due(whole: Whole) -> Sheet:
    """What falls due everywhere until the last day that the pages look ahead to."""
    groups = [
        {
            "id": group.replace(" ", "-"),
            "heading": group.capitalize(),
            "rows": rows.due_rows(whole, [i for i in whole.due.items if group_of(i) == group]),
        }
        for group in GROUPS
    ]
    values = {
        "until": whole.spoken(whole.until),
        "groups": [group for group in groups if group["rows"]],
        "closing": closing(whole.due),
    }
    return Sheet("due.html", "What is due", "due", values, whole.faults())


def search(whole: Whole) -> Sheet:
    """The page that searches, and without a script lists everybody."""
    everybody = [
        {"name": card.name, "title": card.title, "id": card.id, "client": whole.client(id_)}
        for id_ in whole.book.everyone()
        for card in written.people(whole.source(id_))
    ]
    everybody.sort(key=lambda one: (str(one["name"]).casefold(), str(one["client"]), one["id"]))
    return Sheet(
        "search.html",
        "Everybody, and search",
        "search",
        {"everybody": everybody},
        whole.faults(),
        as_json(entries(whole)),
    )


def member(whole: Whole, id_: str) -> Sheet:
    """What one member answers for."""
    one = whole.book.settings.team[id_]
    clients, prospects = rows.owned(whole, id_)
    mine = [item for item in whole.due.items if item.subject.owner == id_]
    values = {
        "about": _about(one, whole.today),
        "clients": rows.rows(whole, clients),
        "prospects": rows.rows(whole, prospects),
        "campaigns": [each for each in campaigns(whole) if each.owner == whole.member(id_)],
        "due": rows.due_rows(whole, mine),
        "counted": counted(mine),
        "until": whole.spoken(whole.until),
    }
    return Sheet(f"team/{id_}.html", one.name, "member", values, whole.faults())


def campaign(whole: Whole, id_: str) -> Sheet:
    """A campaign: what is offered, to whom, and what they said."""
    one, path = whole.book.campaigns[id_], f"campaigns/{id_}.yaml"
    values = {"campaign": selling(whole, one), "findings": whole.findings(path)}
    href = f"campaigns/{id_}.html"
    return Sheet(href, one.proposition, "campaign", values, whole.faults(path))


def summary(whole: Whole) -> str:
    """How much there is, and how much of it presses, as one sentence."""
    book = whole.book
    prospects = [one for one in book.prospects if one not in book.plans]
    parts = [
        count(len(book.plans), "client"),
        *([count(len(prospects), "prospect")] if prospects else []),
        *([count(len(book.campaigns), "campaign")] if book.campaigns else []),
    ]
    pressing = [item for item in whole.due.items if item.is_due]
    now = f"Until today: {counted(pressing)}." if pressing else "Nothing is due today."
    return f"{listed(parts)}. {now}"


def _about(one: Member, today: date) -> str:
    gone = one.left is not None and one.left <= today
    told = (one.title, one.department, one.tier, f"left on {one.left}" if gone else "")
    return " · ".join(part for part in told if part)
