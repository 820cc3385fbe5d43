"""Tables of every program, with all that spreadsheets do to them."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relplan.errors import WrongUse
from relplan.files.contacts import table
from relplan.files.contacts.foreign import text_of

JANE = {"name": "Jane Porter", "title": "CFO", "email": "jane@acme.example", "phone": "0113 4960"}
DIALECTS = {
    "outlook": (
        "Title,First Name,Middle Name,Last Name,Company,Job Title,Business Phone,Birthday,E-mail Address\r\n"
        "Ms,Jane,,Porter,Acme,CFO,0113 4960,0/0/00,jane@acme.example\r\n"
    ),
    "outlook in german": (
        "Vorname;Nachname;Firma;Position;Telefon geschäftlich;E-Mail-Adresse\n"
        "Jane;Porter;Acme;CFO;0113 4960;jane@acme.example\n"
    ),
    "google before 2024": (
        "Name,Given Name,Family Name,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Value,"
        "Organization 1 - Name,Organization 1 - Title\n"
        "Jane Porter,Jane,Porter,* Work,jane@acme.example ::: j@home.example,0113 4960,Acme,CFO\n"
    ),
    "google": (
        "First Name,Last Name,Organization Name,Organization Title,E-mail 1 - Label,"
        "E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value\n"
        "Jane,Porter,Acme,CFO,Work,jane@acme.example,Work,0113 4960\n"
    ),
    "linkedin": (
        'Notes:\n"When exporting your connections, some addresses are missing"\n\n'
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On,Phone\n"
        "Jane,Porter,https://x.example,jane@acme.example,Acme,CFO,12 Nov 2024,0113 4960\n"
    ),
    "hubspot": (
        '"Record ID","First Name","Last Name","Email","Phone Number","Job Title"\n'
        '"17","Jane","Porter","jane@acme.example","0113 4960","CFO"\n'
    ),
    "salesforce": (
        "Salutation,First Name,Last Name,Title,Account Name,Phone,Email\n"
        "Ms.,Jane,Porter,CFO,Acme,0113 4960,jane@acme.example\n"
    ),
    "act!": "Contact\tCompany\tTitle\tPhone\tE-mail\nJane Porter\tAcme\tCFO\t0113 4960\tjane@acme.example\n",
    "thunderbird": (
        "First Name,Last Name,Display Name,Primary Email,Work Phone,Job Title,Birth Month\n"
        "Jane,Porter,Jane Porter,jane@acme.example,0113 4960,CFO,\n"
    ),
}


def read(text, **mapping):
    return table.contacts_of("c.csv", text, mapping)


def texts(one):
    return {field: said.text for field, said in one.fields.items()}


@pytest.mark.parametrize("program", DIALECTS)
def test_the_tables_of_every_program_are_read(program):
    [one] = read(DIALECTS[program]).people
    assert texts(one) == JANE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_encoding_is_read_and_a_guess_is_told(encoding):
    found = read(text_of("Vorname;Nachname\nJürgen;Größ\n".encode(encoding))[0])
    assert found.people[0].name == "Jürgen Größ"
    told = ("read as Windows-1252, since it is not UTF-8; look at the accents of names",)
    assert found.notes == (told if encoding == "cp1252" else ())


def test_lines_before_the_header_and_columns_without_a_place_are_told():
    assert read(DIALECTS["linkedin"]).notes == (
        "lines 1 to 3 before the headers in line 4 were left out",
        "columns without a place in a plan: URL, Connected On",
    )


def test_line_breaks_in_quotes_keep_the_lines_right():
    found = read('Name,Notes\r\nJane,"one\r\ntwo"\r\nRaj,\r\n')
    assert texts(found.people[0])["notes"] == "one\ntwo"
    assert [one.line for one in found.people] == [2, 4]


def test_columns_of_the_same_name_lose_nothing_unsaid():
    [one] = read(
        "Name,Email,Email,Job Title,Job Title\nJane,a@x.example,b@x.example,CFO,Boss\n"
    ).people
    assert texts(one) == {"name": "Jane", "title": "CFO", "email": "a@x.example"}
    assert [(lost.what, lost.why, lost.text) for lost in one.lost] == [
        ("Job Title", "says something else than the first column for title", "Boss"),
        ("further e-mail address", "has no place in a plan", "b@x.example"),
    ]


def test_a_row_without_a_name_and_cells_beyond_the_header_are_named():
    found = read("Name,Email\n,x@y.example\nJane,,lost\n")
    assert [(one.line, one.why) for one in found.unread] == [(2, "no name stands in this row")]
    assert found.people[0].lost[0][0::3] == ("cell beyond the last header", "lost")


def test_days_of_a_column_are_read_in_the_order_that_it_proves():
    text = "Name,Birthday\nA,3/4/1980\n"
    assert texts(read(text).people[0]) == {"name": "A"}
    assert texts(read(text + "B,6/14/1975\n").people[0])["birthday"] == "1980-03-04"


def test_a_birthday_in_three_columns_is_one():
    text = "Display Name,Birth Year,Birth Month,Birth Day\nJane,,6,14\nRaj,1970,1,2\n"
    assert [texts(one)["birthday"] for one in read(text).people] == ["06-14", "1970-01-02"]


def test_a_text_of_a_formula_stays_what_it_is():
    [one] = read("Name,Phone\n=cmd|'/C calc'!A0,+44 20 7946 0000\n").people
    assert (one.name, one.phones) == ("=cmd|'/C calc'!A0", ("+44 20 7946 0000",))


def test_a_quote_that_nobody_closed_is_named_with_its_line():
    found = read('Name,Notes\nJane,"open\n' + "Raj,x\n" * 300)
    assert [(one.line, one.why) for one in found.unread] == [
        (2, "a cell of more than 200 lines; perhaps a quote is not closed")
    ]
    found = read('Name,Notes\nJane,"' + "x" * 200_000)
    assert found.unread[0].why == "a cell that is too long; perhaps a quote is not closed"


def test_other_headers_are_named_by_a_mapping():
    [one] = read(
        "Wer,Mail prof.\nJane,j@x.example\n", **{"Wer": "name", "mail prof": "email"}
    ).people
    assert texts(one) == {"name": "Jane", "email": "j@x.example"}
    assert read("Name\nJane\n", Nope="email").notes == ("no column is called 'Nope'",)


def test_a_table_without_known_headers_says_how_to_name_them():
    with pytest.raises(WrongUse) as why:
        read("Wer;Was;Wo\n1;2;3\n")
    assert str(why.value) == (
        "c.csv: no line of headers with a name is found in the first 20 lines;"
        ' name the columns, such as --map "Mail=email" --map "Full name=name"'
    )


def test_a_field_that_does_not_exist_is_named_with_those_that_do():
    with pytest.raises(WrongUse) as why:
        read("Name\nJane\n", Name="nmae")
    assert str(why.value).startswith("no field 'nmae'; a column may fill name, first, last, title")


def test_more_rows_than_any_address_book_has_are_not_read(monkeypatch):
    monkeypatch.setattr(table, "MOST", 2)
    found = read("Name\n" + "Jane\n" * 4)
    assert (len(found.people), found.unread[0].why) == (2, "more than 2 rows; split the file")


@given(st.text(alphabet='a,;"\n\r\tNameEmail@. ', max_size=200))
def test_any_table_is_read_or_refused_in_words(text):
    with contextlib.suppress(WrongUse):  # another line of the text may look more like a header
        read("Name,Email\n" + text)
