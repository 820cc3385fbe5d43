from dataclasses import replace

from exports import acme, quay, rows, source
from scenes import book, jane

from relplan.reports.export.client_tables import (
    CLIENTS,
    INFLUENCES,
    PEOPLE,
    STRENGTHS,
    VALUES,
    WEAKNESSES,
)


def test_clients_and_prospects_stand_in_one_table():
    win = {"what": "They ask us", "by": "2027-09-30"}
    of = source(
        book({"acme": {"team": ["ben"]}}, prospects={"contoso": {"prospect": "C", "win": win}})
    )
    first, second = rows(CLIENTS, of)
    assert (first["id"], first["kind"], first["name"]) == ("acme", "client", "Acme")
    assert (first["team"], first["win"], first["win_by"]) == (["amara", "ben"], None, None)
    assert (second["id"], second["kind"], second["current_work"]) == ("contoso", "prospect", [])
    assert (second["win"], second["win_by"]) == ("They ask us", "2027-09-30")


def test_a_person_has_the_last_touch_and_the_next():
    of = acme(
        {"date": "2026-10-28", "how": "lunch"},
        {"date": "2026-11-20", "answered": False},
        {"date": "2025-01-01"},
        roles={"jane": jane(role="approver", birthday="06-14", ours="ben")},
    )
    (found,) = rows(PEOPLE, source(of))
    assert (found["last_touch"], found["last_touch_how"]) == ("2026-10-28", "lunch")
    assert (found["next_touch"], found["days_late"]) == ("2026-11-25", 0)
    assert found["touches_in_a_year"] == 1
    assert (found["key"], found["keeper"], found["birthday"]) == (True, "ben", "06-14")


def test_a_birthday_has_its_year_when_it_is_known():
    of = acme(roles={"jane": jane(birthday="1980-06-14")})
    assert rows(PEOPLE, source(of))[0]["birthday"] == "1980-06-14"


def test_who_rests_or_has_left_is_not_due():
    roles = {"jane": jane(cadence="never"), "raj": jane(name="Raj", left="2026-01-01")}
    for found in rows(PEOPLE, source(acme({"date": "2026-11-01"}, roles=roles))):
        assert (found["next_touch"], found["days_late"]) == (None, None)
    assert (found["left"], found["last_touch"]) == ("2026-01-01", None)


def test_without_its_log_nothing_is_said_of_touches():
    of = replace(acme(), touches={}, unread=frozenset({"touches/acme"}))
    (found,) = rows(PEOPLE, source(of))
    assert (found["name"], found["touches_in_a_year"], found["next_touch"]) == (
        "Jane Porter",
        None,
        None,
    )


def test_what_the_plan_says_of_the_relationship():
    of = source(quay())
    assert ["harbour", "berit", "tom"] in INFLUENCES.read(of)
    assert [one["id"] for one in rows(STRENGTHS, of)] == ["books-balance"]
    assert [one["id"] for one in rows(WEAKNESSES, of)] == ["no-one-on-cranes", "slow-answers"]
    assert rows(VALUES, of)[0]["known_by"] == "Berit"
