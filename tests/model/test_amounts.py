from decimal import Decimal

import pytest

from relplan.model.amounts import MoneyValue, amount, count, money, short


def test_money_has_an_amount_and_a_currency():
    assert money("12.50 EUR") == MoneyValue(Decimal("12.50"), "EUR")
    assert str(money("64 GBP")) == "64 GBP"


@pytest.mark.parametrize("text", ["64", "64GBP", "64 gbp", "£64", "1,000 GBP", "", "٦٤ GBP"])
def test_anything_else_is_no_money(text):
    with pytest.raises(ValueError, match="is not an amount with its currency; write it as 64 GBP"):
        money(text)


def test_numbers_stay_the_text_that_was_typed():
    assert (amount("1.50"), amount("007"), count("4")) == ("1.50", "007", "4")


@pytest.mark.parametrize("text", ["-1", "1e3", "1,5", "", "two", "٣"])
def test_anything_else_is_no_number(text):
    for read in (amount, count):
        with pytest.raises(ValueError, match="write it in digits, such as"):
            read(text)
    with pytest.raises(ValueError, match="such as 4"):
        count("1.5")


def test_a_quoted_text_is_on_one_line_and_not_long():
    assert short("a\nb") == "a b"
    assert short("x" * 41) == "x" * 39 + "…"
