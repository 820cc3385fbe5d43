"""Amounts as they are written: money, hours, counts. Nothing here needs a model to be read."""

import re
from decimal import Decimal
from typing import NamedTuple

_MONEY = re.compile(r"(\d{1,12}(?:\.\d{1,2})?) ([A-Z]{3})", re.ASCII)
_COUNT = re.compile(r"\d{1,9}", re.ASCII)
_AMOUNT = re.compile(r"\d{1,9}(\.\d{1,4})?", re.ASCII)


class MoneyValue(NamedTuple):
    """An amount in one currency; relplan never converts."""

    amount: Decimal
    currency: str

    def __str__(self) -> str:
        return f"{self.amount:f} {self.currency}"


def money(text: str) -> MoneyValue:
    """The amount that `text` writes with its currency; ValueError says how one is written."""
    written = _MONEY.fullmatch(text)
    if not written:
        raise ValueError(
            f"`{short(text)}` is not an amount with its currency; write it as 64 GBP or 12.50 EUR"
        )
    return MoneyValue(Decimal(written[1]), written[2])


def count(text: str) -> str:
    """The text, when it is a whole number in digits; ValueError when it is not."""
    return _digits(_COUNT, text, "4")


def amount(text: str) -> str:
    """The text, when it is a number in digits; ValueError when it is not."""
    return _digits(_AMOUNT, text, "1.5")


def short(text: str) -> str:
    """A text as a message quotes it: on one line, and not too long."""
    text = text.replace("\n", " ")
    return text if len(text) <= 40 else text[:39] + "…"


def _digits(pattern: re.Pattern[str], text: str, example: str) -> str:
    if pattern.fullmatch(text):
        return text
    raise ValueError(
        f"`{short(text)}` is not a number of this kind; write it in digits, such as {example}"
    )
