"""vCards of several programs: who is in them, and that nothing is lost unsaid."""

import vobject
from hypothesis import given
from hypothesis import strategies as st

from relplan.files.contacts import vcard

OUTLOOK = """\
BEGIN:VCARD
VERSION:2.1
N;LANGUAGE=de;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:Gr=F6=DF;J=FCrgen;;Dr.
FN;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:J=FCrgen Gr=F6=DF
ORG:Acme GmbH;Finance
TITLE:CFO
NOTE;ENCODING=QUOTED-PRINTABLE:Prefers the phone=0D=0A=
before nine
TEL;WORK;FAX:0113 1
TEL;WORK;VOICE:0113 496 0717
TEL;CELL;VOICE:0777 123
ADR;WORK;PREF:;;1 High St;Leeds;;LS1;UK
EMAIL;PREF;INTERNET:j.gross@acme.example
X-MS-OL-DEFAULT-POSTAL-ADDRESS:2
PHOTO;TYPE=JPEG;ENCODING=BASE64:
 /9j/4AAQSkZJRgABAQ
 AAAA

REV:20250101T000000Z
END:VCARD
"""
IPHONE = """\
BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//iOS 17//EN
N:Porter;Jane;;;
FN:Jane Porter
item1.EMAIL;type=INTERNET;type=pref:jane@acme.example
item1.X-ABLabel:_$!<Work>!$_
EMAIL;type=HOME:jane@home.example
TEL;type=CELL;type=VOICE;type=pref:\u202a+44 7700 900123\u202c
BDAY:1604-06-14
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Raj Patel
EMAIL;PREF=2:second@acme.example
EMAIL;PREF=1:raj@acme.example
TEL;VALUE=uri:tel:+44-113-496-0700;ext=12
HOBBY:sailing
HOBBY:chess
END:VCARD
"""


def read(text):
    return vcard.contacts_of("c.vcf", text)


def texts(one):
    return {field: said.text for field, said in one.fields.items()}


def test_a_card_of_outlook_is_read_with_its_soft_breaks_and_old_letters():
    [one] = read(OUTLOOK).people
    assert texts(one) == {
        "name": "Jürgen Größ",
        "title": "CFO",
        "department": "Finance",
        "email": "j.gross@acme.example",
        "phone": "0113 496 0717",
        "notes": "Prefers the phone\nbefore nine",
    }
    assert (one.company, one.place, one.fields["phone"].line) == ("Acme GmbH", "c.vcf:1", 10)


def test_everything_else_on_it_is_named_with_its_line():
    [one] = read(OUTLOOK).people
    assert [(lost.what, lost.line) for lost in one.lost] == [
        ("organisation", 5),
        ("further phone number", 9),
        ("further phone number", 11),
        ("street address", 12),
        ("X-MS-OL-DEFAULT-POSTAL-ADDRESS", 14),
        ("photo", 15),
        ("day of the card's last change", 19),
    ]
    assert one.lost[1].why == "is a fax or pager"
    assert one.lost[3].text == "1 High St Leeds LS1 UK"


def test_cards_of_a_phone_and_of_version_4_give_the_preferred_of_each():
    jane, raj = read(IPHONE).people
    assert texts(jane) == {
        "name": "Jane Porter",
        "email": "jane@acme.example",
        "phone": "+44 7700 900123",
        "birthday": "06-14",
    }
    assert ("invisible characters in TEL", "were left out") in [one[::2] for one in jane.lost]
    assert jane.emails == ("jane@acme.example", "jane@home.example")
    assert texts(raj) == {
        "name": "Raj Patel",
        "email": "raj@acme.example",
        "phone": "+44-113-496-0700 ext. 12",
        "interests": "sailing\nchess",
    }


def test_who_cannot_be_read_is_named_with_line_and_reason():
    found = read(
        "hello\nBEGIN:VCARD\nORG:Acme\nEND:VCARD\n"
        "BEGIN:VCARD\nKIND:group\nFN:Board\nEND:VCARD\nBEGIN:VCARD\nEMAIL:x@y.example\nEND:VCARD\n"
    )
    assert found.people == ()
    assert [(one.line, one.why) for one in found.unread] == [
        (1, "stands outside of a card"),
        (2, "no name stands in this card; a company alone is no person"),
        (5, "a group, no person"),
        (9, "no name stands in this card"),
    ]


def test_a_card_that_was_cut_off_is_read_and_said_to_be_cut():
    cut, whole = read("BEGIN:VCARD\nFN:Jane\nBEGIN:VCARD\nFN:Raj\nEND:VCARD\n").people
    assert (cut.name, whole.name, whole.lost) == ("Jane", "Raj", ())
    assert cut.lost[0][:3:2] == ("end of the card", "is missing: the file may have been cut off")
    [one] = read("BEGIN:VCARD\nFN:Jane\nNOTE:half").people
    assert one.lost[-1].what == "end of the card"


def test_another_person_s_card_within_a_card_is_not_mixed_with_it():
    text = "BEGIN:VCARD\nFN:Jane\nAGENT:\nBEGIN:VCARD\nFN:Tom\nTEL:1234567\nEND:VCARD\nTITLE:CFO\nEND:VCARD\n"
    [one] = read(text).people
    assert texts(one) == {"name": "Jane", "title": "CFO"}
    assert one.lost[0][:3:2] == ("agent", "is another person; import their own card")


def test_comments_blank_lines_and_lines_without_sense_are_named():
    [one] = read("BEGIN:VCARD\n\n# made by hand\nFN:Jane\ngarbage\nEND:VCARD\n").people
    assert [(lost.line, lost.why) for lost in one.lost] == [
        (3, "is a comment"),
        (5, "no `:` stands in this line"),
    ]


def test_a_value_that_is_not_in_its_encoding_is_read_and_told():
    raw = "BEGIN:VCARD\nFN:Jürgen\nEND:VCARD\n".encode("cp1252")
    [one] = read(raw.decode("utf-8", "surrogateescape")).people
    assert one.name == "Jürgen"
    assert one.lost[0].why == (
        "is not in the encoding that it names; read as Windows-1252: look at its accents"
    )


def test_more_cards_than_any_address_book_has_are_not_read(monkeypatch):
    monkeypatch.setattr(vcard, "MOST", 2)
    found = read("BEGIN:VCARD\nFN:Jane\nEND:VCARD\n" * 4)
    assert len(found.people) == 2
    assert found.unread[-1].why == "more than 2 cards; split the file"


VISIBLE = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"], include_characters=" ;,:\\\"'="),
    min_size=1,
    max_size=40,
).map(lambda text: " ".join(text.split()))


@given(VISIBLE.filter(bool), VISIBLE.filter(bool), VISIBLE.filter(bool))
def test_what_another_library_writes_reads_back(name, title, note):
    card = vobject.vCard()
    card.add("fn").value = name
    card.add("n").value = vobject.vcard.Name(family="x")
    card.add("title").value = title
    card.add("note").value = note
    [one] = read(card.serialize()).people
    assert texts(one) == {"name": name, "title": title, "notes": note}


@given(st.binary(max_size=400))
def test_any_bytes_in_a_card_neither_raise_nor_hang(raw):
    text = b"BEGIN:VCARD\nFN:x\n" + raw + b"\nEND:VCARD"
    found = read(text.decode("utf-8", "surrogateescape"))
    assert found.people or found.unread
