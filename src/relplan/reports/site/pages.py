"""The pages about the whole book, a member of ours, or a campaign."""

from datetime import date

from relplan.analysis.contacts import keeps_in_touch
from relplan.model.settings import Member
from relplan.reports.due_closing import GROUPS, closing, counted, group_of
from relplan.reports.site import rows, written
from relplan.reports.site.search import as_json, entries
from relplan.reports.site.selling import campaigns, selling
from relplan.reports.site.shape import Sheet, Waiting
from relplan.reports.site.source import Whole
from relplan.reports.summary.words import paragraph


def index(whole: Whole) -> Sheet:
    """The first page: clients by priority, by owner, prospects, campaigns."""
    book, firm = whole.book, whole.book.settings.firm
    values = {
        "state": paragraph(whole.looked, whole.today),
        "resting": _resting(whole),
        "waiting": len(_waiting(whole)),
        "due_now": _due_now(whole),
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


def decide(whole: Whole) -> Sheet:
    """What the plans ask their owners to decide, the gravest client first."""
    values = {"waiting": _waiting(whole)}
    return Sheet("decide.html", "To decide", "decide", values, whole.faults())


def _waiting(whole: Whole) -> list[Waiting]:
    return [
        Waiting(whole.client(one.made.id), whole.member(one.made.plan.owner), tuple(one.questions))
        for one in whole.looked
        if one.questions
    ]


def _resting(whole: Whole) -> str:
    """How many are on the page that the paragraph does not count."""
    rest = sum(not keeps_in_touch(one) for one in whole.book.everyone().values())
    return f"{rest} more {'is' if rest == 1 else 'are'} neither active nor damaged." if rest else ""


def _due_now(whole: Whole) -> str:
    return counted(item for item in whole.due.items if item.is_due)


def _about(one: Member, today: date) -> str:
    gone = one.left is not None and one.left <= today
    told = (one.title, one.department, one.tier, f"left on {one.left}" if gone else "")
    return " · ".join(part for part in told if part)
