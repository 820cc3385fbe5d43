from dataclasses import replace

from exports import acme, source
from scenes import book, jane


def two():
    return book(
        {"swale": {"roles": {"jane": jane()}}, "acme": {"roles": {"raj": jane(name="Raj")}}},
        prospects={"contoso": {"prospect": "Contoso", "roles": {"lena": jane(name="Lena")}}},
    )


def test_everyone_stands_in_the_order_of_ids():
    assert list(source(two()).everyone) == ["acme", "contoso", "swale"]
    assert list(source(two()).plans) == ["acme", "swale"]
    assert list(source(two()).prospects) == ["contoso"]


def test_one_client_is_all_there_is_when_it_is_asked_for():
    of = source(two(), client="contoso")
    assert list(of.everyone) == ["contoso"]
    assert list(of.plans) == []
    assert {item.subject.client for item in of.due.items} == {"contoso"}


def test_the_list_looks_ahead_to_its_last_day():
    of = acme({"date": "2026-11-24"})
    assert [item.due.isoformat() for item in source(of).due.items] == ["2026-12-22"]
    assert source(of, until=source(of).today).due.items == ()


def test_of_a_log_that_cannot_be_read_nothing_is_known():
    of = replace(acme(), touches={}, unread=frozenset({"touches/acme"}))
    assert dict(source(of).contacts()) == {"acme": {}}
