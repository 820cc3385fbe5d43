"""A book by roles and numbers: nothing that names anybody, and all that counts."""

import pytest
from exports import quay
from hypothesis import given
from hypothesis import strategies as st
from naming import NAMES, named

from relplan.analysis.redact import FIRM, redacted, spoken
from relplan.model.light import as_light, record_of
from relplan.model.shapes import SHAPES


def test_people_are_called_by_role_clients_by_order_members_by_tier():
    shared = redacted(quay())
    assert shared.clients == {"harbour": "client-1", "lighthouse": "prospect-1"}
    assert shared.members == {"omar": "member-1", "ida": "member-2"}
    plan = shared.book.plans["client-1"]
    assert [one.name for one in plan.roles.values()] == [
        "decision-maker 1",
        "user 1",
        "user 2",
        "person 1",
    ]
    assert (plan.name, shared.book.settings.firm) == ("client 1", FIRM)
    assert plan.roles["user-1"].reports_to == "decision-maker-1"
    assert plan.goals["goal-1"].answers == ("weakness-1",)


@pytest.mark.parametrize("keep_texts", [False, True])
@given(names=NAMES)
def test_no_name_and_no_address_is_left_in_the_book(names, keep_texts):
    book, secret = named(names)
    told = repr(redacted(book, keep_texts=keep_texts).book).casefold()
    assert [one for one in secret if one.casefold() in told] == []


def test_the_same_book_is_full_of_them():
    book, secret = named(["Zyxa", "Qwerb", "Vlomp", "Krazt", "Plixo", "Wubde"])
    assert [one for one in secret if one not in repr(book)] == []


def test_a_kept_promise_stays_kept_and_a_struck_line_struck():
    lines = redacted(named(["Zyxa", "Qwerb", "Vlomp", "Krazt", "Plixo", "Wubde"])[0]).book.touches
    promise, kept, void = lines["client-1"][0], lines["client-1"][1], lines["client-1"][2]
    assert promise.promise.what == kept.kept == "promise 1"
    assert void.void == "2026-11-01 decision-maker-1"
    assert promise.note is None


def test_texts_stay_when_they_are_asked_for():
    book, _ = named(["Zyxa", "Qwerb", "Vlomp", "Krazt", "Plixo", "Wubde"])
    [line, *_] = redacted(book, keep_texts=True).book.touches["client-1"]
    assert line.note == "decision-maker 1 says client 1 rang member 1 on (number)"


def test_the_book_stays_as_it_was_and_twice_is_the_same():
    book = quay()
    before = repr(book)
    assert redacted(book) == redacted(book)
    assert repr(book) == before


def test_a_text_that_need_not_be_there_is_left_out_of_every_shape():
    plan = redacted(quay()).book.plans["client-1"]
    assert (plan.notes, plan.current_work, plan.won) == (None, (), None)
    assert all(one.title is None and one.interests == () for one in plan.roles.values())


@given(st.sampled_from(["client-1", "decision-maker-12"]))
def test_an_id_is_spoken_with_its_number_apart(id_):
    assert spoken(id_).replace(" ", "-") == id_


def test_every_shape_can_be_read_from_its_table():
    assert all(issubclass(record_of(one), object) for one in SHAPES)
    assert as_light(quay().settings).shape_ == "Settings"
