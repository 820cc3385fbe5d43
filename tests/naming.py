"""A book in which six made-up names stand wherever a name can: to look for them in what is shared."""

from typing import Any

from hypothesis import strategies as st
from scenes import book

from relplan.model.book import Book

_LETTERS = "aeioukrztwxqvymp"
NAMES = st.lists(
    st.builds("Zy{}".format, st.text(_LETTERS, min_size=3, max_size=8)),
    min_size=6,
    max_size=6,
    unique_by=str.casefold,
)
"""Names that begin as no other word does: what is found of them is a name."""


def named(names: list[str]) -> tuple[Book, list[str]]:
    """The book with those names, and all that must not be told of it."""
    first, last, other, firm, member, gone = names
    mail, phone = f"{first.lower()}@{firm.lower()}.example", f"+44 113 496 0{len(first)}"
    id_, text = first.lower(), f"{first} {last} says {firm} rang {member} on {phone}"
    lone = f"Ask {other.upper()}, {last}'s friend, or {first.lower()}: {mail}"
    plan: dict[str, Any] = {
        "client": f"{firm} plc",
        "owner": member.lower(),
        "notes": lone,
        "tags": [f"{firm.lower()}-group"],
        "current_work": [text],
        "values": {f"{id_}-first": text},
        "roles": {
            id_: {
                "name": f"{first} {last}",
                "role": "decision-maker",
                "email": mail,
                "phone": phone,
                "birthday": "1970-06-14",
                "interests": [text],
                "notes": lone,
                "title": f"{last} chair",
                "department": f"{firm} house",
                "reports_to": gone.lower(),
            },
            other.lower(): {"name": other, "influences": [id_]},
        },
        "strengths": {f"{id_}-calls": {"text": text, "evidence": lone}},
        "weaknesses": {f"no-{id_}": lone},
        "goals": {
            f"win-{id_}": {
                "goal": text,
                "answers": [f"no-{id_}"],
                "measure": {"what": lone, "target": "4"},
                "initiatives": {
                    f"visit-{id_}": {"what": text, "for": [id_], "by": "2026-12-01", "learns": lone}
                },
            }
        },
        "review": {"held": {"2026-10-01": {"with": [id_], "decided": [text], "note": lone}}},
        "won": lone,
    }
    lines = (
        {"date": "2026-11-01", "with": id_, "by": member.lower(), "note": text}
        | {"promise": {"what": text, "by": "2026-11-20"}, "for": f"visit-{id_}"},
        {"date": "2026-11-02", "with": [id_], "by": member.lower(), "kept": text, "learned": lone},
        {"date": "2026-11-03", "by": member.lower(), "void": f"2026-11-01 {id_}"},
        {"date": "2026-11-04", "with": [gone.lower()], "by": gone.lower(), "note": lone},
    )
    prospect = {
        "prospect": f"{other} Holding",
        "roles": {id_: {"name": f"{first} {gone}", "role": "sponsor"}},
        "ours": {gone.lower(): {"name": gone, "force": "detractor", "motive": text}},
        "win": {"what": lone, "by": "2027-01-01", "sponsor": id_},
        "steps": {
            f"{id_}-agrees": {
                "what": text,
                "people": {id_: "propellent", gone.lower(): "detractor"},
            }
        },
        "homework": {id_: {"learned": text, "from": lone, "who": first, "for": [f"{id_}-agrees"]}},
        "metrics": {id_: {"what": text}},
        "practices": {id_: {"from": lone}},
    }
    campaign = {
        "proposition": text,
        "owner": member.lower(),
        "executives": {id_: text},
        "cohort": {
            "is": text,
            "clients": [firm.lower()],
            "where": {"tags": f"{firm.lower()}-group"},
        },
        "pitches": [
            {
                "date": "2026-11-14",
                "at": firm.lower(),
                "to": id_,
                "by": member.lower(),
                "feedback": lone,
            }
        ],
    }
    made = book(
        {firm.lower(): plan},
        {firm.lower(): lines},
        prospects={other.lower(): prospect},
        campaigns={f"{firm.lower()}-stock": campaign},
        firm=f"Hart & {gone}",
        team={member.lower(): {"name": f"{member} {last}", "email": mail, "tier": "senior"}},
    )
    return made, [*names, mail, phone, "496 0", "1970"]
