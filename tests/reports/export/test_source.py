from dataclasses import replace

import pytest
from exports import UNTIL, acme, source
from hypothesis import given, settings
from naming import NAMES, named
from scenes import TODAY, book, jane

from relplan.reports.export.formats import EVERY, FORMATS, VIEW_NAMES, Asked
from relplan.reports.export.source import Source


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


def made(of, owner):
    """What every format makes of it, as one text in which no line is folded."""
    every = [Asked((one,)) for one in (*EVERY, *VIEW_NAMES)]
    whole = [Asked((), notes=True), Asked((), owner=owner, notes=True)]
    parts = [
        FORMATS[form](of, one).content
        for form in FORMATS
        for one in (every if form == "csv" else whole)
    ]
    return b"\n".join(parts).replace(b"\r\n ", b"").decode("utf-8", "replace").casefold()


@pytest.mark.parametrize("keep_texts", [False, True])
@settings(max_examples=10, deadline=None)
@given(names=NAMES)
def test_no_format_tells_a_name_an_address_or_a_birthday(names, keep_texts):
    whole, secret = named(names)
    client, member = names[3].lower(), names[4].lower()
    shared = [
        made(*Source(whole, TODAY, UNTIL, one).by_roles(member, keep_texts=keep_texts))
        for one in (None, client)
    ]
    assert [one for one in secret for text in shared if one.casefold() in text] == []
    assert all("decision-maker-1" in text for text in shared)


def test_without_roles_every_one_of_them_is_told():
    whole, secret = named(["Zyxa", "Qwerb", "Vlomp", "Krazt", "Plixo", "Wubde"])
    text = made(Source(whole, TODAY, UNTIL), None)
    assert [one for one in secret if one.casefold() not in text] == []
