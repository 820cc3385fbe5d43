"""One card: which of several is taken, and what has no place."""

import pytest

from relplan.files.contacts.card import Card, contact_of
from relplan.files.contacts.lines import Line
from relplan.files.contacts.property import property_of


def person(*lines):
    card = Card(1)
    card.properties += [property_of(Line(text, n)) for n, text in enumerate(lines, 2)]
    return contact_of("c.vcf", card)


@pytest.mark.parametrize(
    ("lines", "phone"),
    [
        (["TEL;HOME:1111111", "TEL;WORK:2222222"], "2222222"),
        (["TEL;WORK:1111111", "TEL;HOME;PREF:2222222"], "2222222"),
        (["TEL;CELL:1111111", "TEL;HOME:2222222"], "1111111"),
        (["TEL;WORK;FAX:1111111", "TEL:2222222"], "2222222"),
        (["TEL:none", "TEL:2222222"], "2222222"),
    ],
)
def test_the_number_at_work_comes_first_unless_another_is_preferred(lines, phone):
    assert person("FN:Jane", *lines).fields["phone"].text == phone


def test_a_name_is_put_together_where_none_is_written_whole():
    assert person("N:Porter;Jane;M.;Dr.;MBA").name == "Jane M. Porter MBA"
    assert person("FN:", "N:Porter;Jane;;;").name == "Jane Porter"


def test_what_is_no_address_is_told_and_never_taken():
    one = person("FN:Jane", "EMAIL;X400:/o=Acme/cn=jane", "EMAIL:mailto:jane@acme.example")
    assert one.fields["email"].text == "jane@acme.example"
    assert [(lost.what, lost.why) for lost in one.lost] == [
        ("further e-mail address", "is no e-mail address")
    ]


def test_a_birthday_that_is_not_certain_is_told():
    one = person("FN:Jane", "BDAY:circa 1800")
    assert "birthday" not in one.fields
    assert one.lost[0][:3:2] == ("birthday", "is a day that cannot be told for certain")


def test_a_text_of_a_formula_stays_what_it_is():
    assert person("FN:=cmd|'/C calc'!A0").name == "=cmd|'/C calc'!A0"


def test_a_note_that_fills_a_book_is_left_out_and_told():
    one = person("FN:Jane", "NOTE:" + "x" * 5000)
    assert "notes" not in one.fields
    assert one.lost[0].why == "is longer than 4,000 characters"
