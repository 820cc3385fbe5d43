from dataclasses import FrozenInstanceError

import pytest

from relplan.model.book import Book
from relplan.model.plan import Plan
from relplan.model.prospect import Prospect
from relplan.model.settings import Settings

PLAN = Plan(client="Acme plc", priority="A")
PROSPECT = Prospect(prospect="Contoso Foods")


def book(**parts):
    return Book(Settings(firm="x"), **parts)


def test_everyone_is_a_client_or_a_prospect():
    found = book(plans={"acme": PLAN}, prospects={"contoso": PROSPECT})
    assert found.everyone() == {"acme": PLAN, "contoso": PROSPECT}
    assert found.names() == {"acme": "Acme plc", "contoso": "Contoso Foods"}


def test_a_client_goes_before_a_prospect_of_the_same_id():
    assert book(plans={"x": PLAN}, prospects={"x": PROSPECT}).names() == {"x": "Acme plc"}


def test_an_empty_book_has_nobody():
    assert book().everyone() == {}
    assert book().touches == {}


def test_a_book_cannot_be_changed():
    one = book()
    with pytest.raises(FrozenInstanceError):
        one.plans = {}
    with pytest.raises(TypeError):
        one.plans["acme"] = PLAN
    one.everyone()["acme"] = PLAN
    assert book().everyone() == {}
