"""The team's load for a program: version 1, stable keys, amounts as text, dates as YYYY-MM-DD."""

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from relplan.analysis.charge import Charge
from relplan.analysis.departure import Departure, Handed
from relplan.analysis.load import Load, Team
from relplan.model.book import Book
from relplan.reports.team import unsettled
from relplan.reports.team_member import why


def team_json(book: Book, team: Team) -> str:
    """What the table shows, and what is to settle."""
    value = {
        "version": 1,
        "today": team.today.isoformat(),
        "members": [_load(one, book) for one in team.loads],
        "ownerless": list(team.ownerless),
        "priorities": dict(team.priorities),
        "out_of_proportion": team.all_a,
        "without_peers": [member for member, _ in team.lonely],
        "left_with_charges": dict(team.gone),
        "hangs_on": team.leaning.member if team.leaning else None,
        "effort": {
            one.kind: {"touches": one.touches, "hours": f"{one.hours:f}"}
            for one in team.effort.parts
        },
        "to_settle": unsettled(book, team),
    }
    return _written(value)


def member_json(today: date, book: Book, load: Load, charges: Sequence[Charge]) -> str:
    """A member's load and all that is in their charge."""
    value = {
        "version": 1,
        "today": today.isoformat(),
        **_load(load, book),
        "charges": [_charge(one) for one in charges],
    }
    return _written(value)


def departure_json(today: date, found: Departure) -> str:
    """What would hang in the air, and who is nearest."""
    value = {
        "version": 1,
        "today": today.isoformat(),
        "leaves": found.member,
        "hanging": [_handed(one) for one in found.handed],
        "lists": [
            {"member": one.member, "before": one.before, "after": one.after, "most": one.most}
            for one in found.rooms
        ],
    }
    return _written(value)


def _load(one: Load, book: Book) -> dict[str, Any]:
    member, tier, budget = book.settings.team[one.member], one.tier, one.money.budget
    return {
        "member": one.member,
        "name": member.name,
        "tier": member.tier,
        "list": [{"client": client, "person": person} for client, person in one.kept],
        "list_most": tier.contacts if tier else None,
        "peers": one.peers,
        "clients": dict(one.owns),
        "lunches": one.lunches,
        "lunches_budget": tier.lunches if tier else None,
        "spent": {currency: f"{amount:f}" for currency, amount in one.money.by_currency},
        "budget": str(budget) if budget else None,
        "left": _amount(one.money.left),
        "hours": _amount(one.hours),
        "overdue": one.overdue,
        "promises": {"kept": one.word.kept, "late": one.word.late, "broken": one.word.broken},
    }


def _charge(one: Charge) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "at": one.at,
        "name": one.name,
        "people": list(one.people),
        "id": one.id or None,
        "what": one.what or None,
        "by": one.by.isoformat() if one.by else None,
    }


def _handed(one: Handed) -> dict[str, Any]:
    near = one.to
    return {
        **_charge(one.charge),
        "to": near.member if near else None,
        "known": near.known if near else False,
        "why": why(near) if near else None,
        "instead": one.instead.member if one.instead else None,
    }


def _amount(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:f}"


def _written(value: dict[str, Any]) -> str:
    # ASCII: no control or bidi character reaches a terminal, and no encoding breaks the JSON.
    return json.dumps(value, indent=2, sort_keys=True) + "\n"
