import pytest
import vobject
from exports import NAUGHTY, acme, naughty, quay, source
from hypothesis import given
from hypothesis import strategies as st
from scenes import book, jane

from relplan.reports.export.cards import as_cards, escaped, fold


def read(text):
    """The cards as another program reads them."""
    return list(vobject.readComponents(text))


def card(of, **asked):
    (found,) = read(as_cards(source(of), **asked)[0])
    return found


def test_a_card_is_read_back_by_another_program():
    person = jane(
        title="CFO",
        department="Finance",
        role="decision-maker",
        email="jane@acme.example",
        phone="0113 496 0717",
        birthday="06-14",
    )
    found = card(acme(roles={"jane": person}))
    assert found.version.value == "4.0"
    assert (found.fn.value, found.n.value.given) == ("Jane Porter", "Jane Porter")
    assert found.org.value == ["Acme", "Finance"]
    assert (found.title.value, found.role.value) == ("CFO", "decision-maker")
    assert (found.email.value, found.tel.value) == ("jane@acme.example", "0113 496 0717")
    assert found.bday.value == "--0614"
    assert found.rev.value == "20261125T000000Z"
    assert found.contents["x-relplan-id"][0].value == "acme/jane"


def test_the_version_stands_first_as_the_standard_wants_it():
    assert as_cards(source(acme()))[0].startswith("BEGIN:VCARD\r\nVERSION:4.0\r\n")


def test_a_birthday_has_its_year_when_it_is_known():
    assert card(acme(roles={"jane": jane(birthday="1980-06-14")})).bday.value == "19800614"


def test_notes_travel_only_when_they_are_asked_for():
    person = jane(notes="Prefers the phone;\nbefore nine", interests=["sailing", "chess, rapid"])
    of = acme(roles={"jane": person})
    assert not {"note", "interest"} & {*card(of).contents}
    found = card(of, notes=True)
    assert found.note.value == "Prefers the phone;\nbefore nine"
    assert [one.value for one in found.contents["interest"]] == ["sailing", "chess, rapid"]


def test_what_we_think_of_them_is_on_no_card():
    person = jane(stance="opponent", tie="none", influence="low", wanted="credible")
    text, _ = as_cards(source(acme(roles={"jane": person})), notes=True)
    assert not [word for word in ("opponent", "none", "low", "credible") if word in text]


def test_who_has_left_has_no_card_and_who_works_elsewhere_no_firm():
    roles = {
        "jane": jane(left="2026-11-25"),
        "raj": jane(name="Raj", left="2026-11-26"),
        "lee": jane(name="Lee", external=True),
    }
    text, count = as_cards(source(acme(roles=roles)))
    assert [one.fn.value for one in read(text)] == ["Raj", "Lee"]
    assert count == 2
    assert "org" not in read(text)[1].contents


def test_one_member_has_the_people_whom_they_keep():
    of = acme(roles={"jane": jane(ours="ben"), "raj": jane(name="Raj")})
    assert [one.fn.value for one in read(as_cards(source(of), "ben")[0])] == ["Jane Porter"]
    assert [one.fn.value for one in read(as_cards(source(of), "amara")[0])] == ["Raj"]


def test_a_person_keeps_their_identity_and_shares_it_with_nobody():
    roles = {"roles": {"jane": jane(), "raj": jane(name="Raj")}}
    of = book({"acme": roles, "swale": roles})
    uids = [one.uid.value for one in read(as_cards(source(of))[0])]
    assert len({*uids}) == 4
    assert uids == [one.uid.value for one in read(as_cards(source(of))[0])]
    other = book({"acme": roles, "swale": roles}, firm="Lee")
    assert not {*uids} & {one.uid.value for one in read(as_cards(source(other))[0])}


def test_harmful_texts_stay_one_value_of_one_card():
    text, count = as_cards(source(naughty()), notes=True)
    found = read(text)
    assert len(found) == count == len(NAUGHTY)
    for one in found:
        assert {*one.contents} == {
            *("version", "prodid", "uid", "rev", "fn", "n", "org", "title", "tel"),
            *("categories", "interest", "note", "x-relplan-id"),
        }
    assert {one.org.value[0].split("\n")[0] for one in found} == {"a;b,c\\d"}
    assert not {*"\x00\x07\x1b\x7f\x9b\u202e"} & {*text}
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_whatever_a_person_is_called_it_is_one_card_with_its_name(name):
    text, count = as_cards(source(acme(roles={"jane": jane(name=name, title=name)})))
    (found,) = read(text)
    assert count == 1
    assert found.contents["x-relplan-id"][0].value == "acme/jane"
    assert len(text.split("\r\n")) == len(text.split("\n"))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a;b,c\\d", "a\\;b\\,c\\\\d"),
        ("a\nb\r\nc\rd\n", "a\\nb\\nc\\nd"),
        ("a\u2028b\x85c", "a\\nb\\nc"),
        ("a\tb\x1b[2J", "a b\\\\x1b[2J"),
        ("é 渡辺", "é 渡辺"),
    ],
)
def test_a_text_is_escaped_as_the_standard_says(text, written):
    assert escaped(text) == written


@pytest.mark.parametrize("text", ["x" * 75, "x" * 76, "ä" * 200, "🙂" * 60, "a" + "渡" * 99])
def test_long_lines_are_folded_between_characters(text):
    lines = fold(text).encode("utf-8").split(b"\r\n")
    assert all(len(line) <= 75 and line.decode("utf-8") is not None for line in lines)
    assert fold(text).replace("\r\n ", "") == text + "\r\n"


def test_the_small_book_has_a_card_for_everybody_who_is_there():
    text, count = as_cards(source(quay()))
    assert count == len(read(text)) > 3
