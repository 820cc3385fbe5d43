"""What is shown of an id under the pointer: who it is, the last touch, when they are due."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from relplan.analysis.contacts import in_force, keeper, last_touch
from relplan.clock import spoken, weekday
from relplan.diagnostics import Diagnostic
from relplan.files.known import Thing
from relplan.lsp.desk import Desk
from relplan.lsp.duties import due_people, when
from relplan.lsp.lenses import verdict
from relplan.lsp.things import Stretch, said, thing_at
from relplan.reports.markdown import escape
from relplan.rules.catalogue import page


class Hover(NamedTuple):
    """A text in Markdown about a stretch of the file."""

    at: Stretch
    text: str


def hover(desk: Desk, path: str, offset: int, today: date) -> Hover | None:
    """What there is to say of the id at an offset; None where none stands."""
    found = thing_at(desk.loaded, path, offset)
    if found is None:
        return None
    lines = [_head(desk, found.thing), *_facts(desk, found.thing, today)]
    return Hover(found.at, "\n\n".join(lines))


def manual(one: Diagnostic) -> str:
    """The page of the rule that a finding comes from, in short."""
    about = page(one.code)
    why = about.text.split("\n\n")[0].replace("\n", " ")
    return f"**{about.code} {about.name}**: {about.title}\n\n{why}"


def _head(desk: Desk, thing: Thing) -> str:
    words = escape(said(desk.loaded.documents, thing) or thing.id)
    return f"**{words}** ({thing.kind} `{thing.id}`)"


def _facts(desk: Desk, thing: Thing, today: date) -> Iterator[str]:
    book, id_ = desk.loaded.book, thing.path.partition("/")[2].removesuffix(".yaml")
    plan = book.everyone().get(id_)
    if thing.kind == "person" and plan and thing.id in plan.roles:
        yield from map(escape, _person(desk, id_, thing.id, today))
    elif thing.kind == "member" and (member := book.settings.team.get(thing.id)):
        yield escape(" · ".join(filter(None, (member.tier, member.department, member.email))))
    elif thing.kind in ("client", "prospect") and plan:
        yield escape(
            f"{plan.status}, priority {plan.priority}, in the care of {_ours(desk, plan.owner)}"
        )
        late = [one for one in due_people(book, id_, today).values() if one.is_due]
        yield f"{len(late)} of {len(plan.roles)} people due"
    elif thing.kind == "initiative":
        yield from map(escape, _initiative(desk, id_, thing.id, today))


def _person(desk: Desk, client: str, id_: str, today: date) -> Iterator[str]:
    book = desk.loaded.book
    plan = book.everyone()[client]
    one = plan.roles[id_]
    stands = [one.title, one.role, f"{one.influence} influence" if one.influence else None]
    yield " · ".join(filter(None, (*stands, one.stance)))
    yield f"kept by {_ours(desk, keeper(one, plan))}" + (f" (tie: {one.tie})" if one.tie else "")
    if one.left and one.left <= today:
        yield f"left on {spoken(one.left, today)}"
        return
    if not book.has_log(client):
        yield "the log cannot be read: nobody knows when we spoke"
        return
    last = last_touch(in_force(book.touches.get(client, ())), id_, today)
    if last is None:
        yield "no touch yet"
    else:
        note = f": {last.note}" if last.note else ""
        how = last.how or "touch"
        yield f"last touch: {how} on {spoken(last.date, today)}, {_ours(desk, last.by)}{note}"
    item = due_people(book, client, today).get(id_)
    if item:
        yield f"{when(item)} ({weekday(item.due)} {spoken(item.due, today)}): {item.why}"
    else:
        yield "not listed as due"


def _initiative(desk: Desk, client: str, id_: str, today: date) -> Iterator[str]:
    for row in desk.verdicts.of_plan(client):
        if row.id == id_:
            one = row.initiative
            by = f"by {spoken(one.by, today)}" if one.by else "no date"
            yield f"{one.status}, {by}, {_ours(desk, one.owner)}"
            yield f"judged {verdict(row.judgement)}"
            if row.judgement.suggestion:
                yield row.judgement.suggestion


def _ours(desk: Desk, id_: str | None) -> str:
    member: Any = desk.loaded.book.settings.team.get(id_ or "")
    return str(member.name) if member else id_ or "nobody"
