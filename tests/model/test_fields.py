from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from relplan.model import fields
from relplan.model.durations import Duration
from relplan.model.fields import Birthday, MoneyValue


def read(kind: Any, value: Any) -> Any:
    return TypeAdapter(kind).validate_python(value)


def refusal(kind: Any, value: Any) -> tuple[str, str]:
    with pytest.raises(ValidationError) as caught:
        read(kind, value)
    first = caught.value.errors()[0]
    return first["type"], first["msg"]


@pytest.mark.parametrize("text", ["007", "no", "null", "~", "1.10", "0049 30 1234", " ", "é\n"])
def test_a_text_stays_what_was_typed(text):
    assert read(fields.Text, text) == text


@pytest.mark.parametrize("value", ["", None, 7, True, ["a"], {"a": "b"}])
def test_nothing_but_a_text_is_a_text(value):
    refusal(fields.Text, value)


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("64 GBP", "64", "GBP"),
        ("12.50 EUR", "12.50", "EUR"),
        ("0 JPY", "0", "JPY"),
        ("0.1 USD", "0.1", "USD"),
        ("999999999999.99 CHF", "999999999999.99", "CHF"),
    ],
)
def test_money_is_an_amount_and_its_currency(text, amount, currency):
    money = read(fields.Money, text)
    assert money == MoneyValue(Decimal(amount), currency)
    assert str(money) == text
    assert read(fields.Money, money) is money


@pytest.mark.parametrize(
    "text",
    [
        "64",
        "GBP 64",
        "64GBP",
        "64  GBP",
        "64 gbp",
        "-1 GBP",
        "1,000 GBP",
        "1.234 GBP",
        "£64",
        "64 £",
        ".5 GBP",
        "1. GBP",
        "1e3 GBP",
        "64 GBPP",
        "64 GBP ",
        "６４ GBP",
        "{why}",
    ],
)
def test_money_in_another_form_is_refused(text):
    assert refusal(fields.Money, text) == (
        "relplan_value",
        f"`{text}` is not an amount with its currency; write it as 64 GBP or 12.50 EUR",
    )


def test_money_with_a_line_break_after_it_is_refused():
    assert refusal(fields.Money, "64 GBP\n")[0] == "relplan_value"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("06-14", (6, 14, None)),
        ("02-29", (2, 29, None)),
        ("1980-06-14", (6, 14, 1980)),
        ("1980-02-29", (2, 29, 1980)),
    ],
)
def test_a_birthday_may_be_a_leap_day(text, wanted):
    found = read(fields.BirthdayField, text)
    assert found == Birthday(*wanted)
    assert read(fields.BirthdayField, found) is found


@pytest.mark.parametrize("text", ["02-30", "13-01", "6-14", "14.6.", "1981-02-29", "06-14-80", "x"])
def test_a_birthday_that_is_none_is_refused(text):
    assert refusal(fields.BirthdayField, text) == (
        "relplan_date",
        f"`{text}` is not a birthday; write MM-DD, such as 06-14, or YYYY-MM-DD",
    )


@pytest.mark.parametrize("text", ["true", "True", "TRUE", "yes", "YES", True])
def test_a_flag_is_true(text):
    assert read(fields.Flag, text) is True


@pytest.mark.parametrize("text", ["false", "False", "no", "No", False])
def test_a_flag_is_false(text):
    assert read(fields.Flag, text) is False


@pytest.mark.parametrize("text", ["on", "off", "y", "n", "0", "1", "truly", "", "wahr"])
def test_a_flag_that_is_neither_is_refused(text):
    assert refusal(fields.Flag, text) == (
        "relplan_value",
        f"`{text}` is neither true nor false; write true or false",
    )


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("mon-fri", (0, 1, 2, 3, 4)),
        ("sun-thu", (0, 1, 2, 3, 6)),
        ("Sat-Mon", (0, 5, 6)),
        ("wed", (2,)),
        ("mon, wed fri", (0, 2, 4)),
        (["fri", "mon-tue", "mon"], (0, 1, 4)),
        ("mon-mon", (0,)),
        ("mon-sun", (0, 1, 2, 3, 4, 5, 6)),
    ],
)
def test_working_days_are_a_range_or_a_list(value, wanted):
    assert read(fields.WorkingDays, value) == wanted


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("monday", "monday"),
        ("mon-", "mon-"),
        ("-fri", "-fri"),
        ("mon-fri-sat", "mon-fri-sat"),
        ("mon–fri", "mon–fri"),
        ("", ""),
        (["mon", "x"], "x"),
        (["m" * 50], "m" * 39 + "…"),
    ],
)
def test_what_is_no_weekday_is_named(value, found):
    assert refusal(fields.WorkingDays, value) == (
        "relplan_value",
        f"`{found}` is not a weekday; write mon-fri, or a list such as [mon, tue, thu]",
    )


def test_a_week_without_a_working_day_is_refused():
    assert refusal(fields.WorkingDays, [])[0] == "relplan_kind"


@pytest.mark.parametrize("text", ["GB", "DE-BY", "GB-ENG", "US-CA", "FR-75"])
def test_a_region_is_a_country_and_perhaps_its_part(text):
    assert read(fields.Region, text) == text
    assert read(fields.Regions, text) == (text,)


@pytest.mark.parametrize(
    "text", ["gb", "UK-", "England", "GB-eng", "GBR", "GB_ENG", "GB-ABCDE", ""]
)
def test_a_region_in_another_form_is_refused(text):
    assert refusal(fields.Region, text) == (
        "relplan_value",
        f"`{text}` is not a country code; write it as GB or, with a region, GB-ENG",
    )


@pytest.mark.parametrize(
    ("text", "wanted"), [("0", 0), ("4", 4), ("007", 7), ("999999999", 10**9 - 1)]
)
def test_a_count_is_written_in_digits(text, wanted):
    assert read(fields.Count, text) == wanted


@pytest.mark.parametrize(
    "text", ["-1", "1.0", "1_000", "1,000", "four", "", "1e3", "0x1", "٤", " 4"]
)
def test_a_count_in_another_form_is_refused(text):
    assert refusal(fields.Count, text) == (
        "relplan_value",
        f"`{text}` is not a number of this kind; write it in digits, such as 4",
    )


@pytest.mark.parametrize(
    ("text", "wanted"), [("1.5", "1.5"), ("16", "16"), ("0.0001", "0.0001"), (2, "2")]
)
def test_an_amount_keeps_its_digits(text, wanted):
    assert str(read(fields.Amount, text)) == wanted


@pytest.mark.parametrize("text", ["-1", "1.", ".5", "1,5", "nan", "inf", "1e9", "0.00001", "1 000"])
def test_an_amount_in_another_form_is_refused(text):
    assert refusal(fields.Amount, text) == (
        "relplan_value",
        f"`{text}` is not a number of this kind; write it in digits, such as 1.5",
    )


def test_a_date_is_exact_and_says_what_to_write():
    assert read(fields.Date, "2027-01-31") == date(2027, 1, 31)
    assert read(fields.Date, date(2027, 1, 31)) == date(2027, 1, 31)
    kind, message = refusal(fields.Date, "31.1.2027")
    assert kind == "relplan_date"
    assert message == "`31.1.2027` is not written as YYYY-MM-DD; write 2027-01-31"


def test_a_duration_and_a_cadence_say_which_forms_there_are():
    assert read(fields.Duration, "quarterly") == Duration(3, "m")
    assert read(fields.Cadence, "6w") == Duration(6, "w")
    assert read(fields.Cadence, "never") == "never"
    assert refusal(fields.Duration, "never")[0] == "relplan_duration"
    assert refusal(fields.Cadence, "often")[1].endswith("or P6W, or never to let them rest")


def test_an_id_says_why_it_is_none():
    assert read(fields.Id, "jane") == "jane"
    assert read(fields.Id, "7") == "7"
    assert refusal(fields.Id, "Jane")[1].endswith("; write jane")


@pytest.mark.parametrize(
    ("kind", "one", "many"),
    [
        (fields.Ids, "jane", ["jane", "raj"]),
        (fields.Texts, "a, b", ["a", "b"]),
        (fields.Dates, "2027-01-31", ["2027-01-31"]),
    ],
)
def test_a_single_entry_stands_without_its_brackets(kind, one, many):
    assert len(read(kind, one)) == 1
    assert len(read(kind, many)) == len(many)
    assert read(kind, []) == ()


KINDS = [
    fields.Id,
    fields.Date,
    fields.Duration,
    fields.Cadence,
    fields.Money,
    fields.BirthdayField,
    fields.Flag,
    fields.Count,
    fields.Amount,
    fields.WorkingDays,
    fields.Region,
]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("value", [None, {}, {"a": "b"}, [["a"]]])
def test_a_wrong_kind_says_what_belongs_there_and_nothing_of_python(kind, value):
    type_, message = refusal(kind, value)
    assert type_ == "relplan_kind"
    assert not {"None", "[", "{", "type", "input"} & set(message.replace(",", " ").split())


@pytest.mark.parametrize("kind", [k for k in KINDS if k is not fields.Id])
def test_a_message_stays_short_whatever_was_typed(kind):
    _, message = refusal(kind, "long\n" * 2000)
    assert len(message) < 200


def test_a_wrong_kind_would_be_noticed():
    class Loose(BaseModel):
        field: str

    with pytest.raises(ValidationError) as caught:
        Loose.model_validate({"field": None})
    assert caught.value.errors()[0]["type"] != "relplan_kind"
