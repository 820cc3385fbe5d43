"""Who of a foreign file is who in the plan; what is not certain is a question, never a guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relplan.analysis.matching import matches
from relplan.files.contacts.contact import Contact, Said
from relplan.model.person import Person

PEOPLE = {
    "jane": Person(name="Jane Porter", email="jane@acme.example", phone="0113 496 0717"),
    "raj": Person.model_validate(
        {
            "name": "Raj Patel",
            "birthday": "1970-01-02",
            "notes": "Not Mondays",
            "interests": ["chess"],
        }
    ),
}


def contact(name, line=1, **fields):
    said = {field: Said(text, line) for field, text in {"name": name, **fields}.items()}
    email, phone = ((fields[one],) if one in fields else () for one in ("email", "phone"))
    return Contact("c.vcf", line, said, email, phone)


def match(name, people=PEOPLE, **fields):
    [found] = matches([contact(name, **fields)], people)
    return found


def kinds(*contacts, people=PEOPLE, **answers):
    return [one.kind for one in matches(contacts, people, **answers)]


def test_somebody_at_whom_nothing_points_is_new():
    assert match("Nora Field", email="nora@acme.example").kind == "new"


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("Jane Porter", {}),
        ("JANE PORTER", {"email": "JANE@acme.example", "phone": "+44 113 496 0717"}),
        ("Jane Porter", {"phone": "0113 496 0717", "email": "jane@acme.example"}),
    ],
)
def test_who_says_nothing_else_is_the_same(name, fields):
    found = match(name, **fields)
    assert (found.kind, found.person) == ("same", "jane")


def test_what_is_else_is_a_change_and_words_of_ours_stay():
    found = match(
        "Raj Patel", title="COO", birthday="01-02", notes="From the fair", interests="chess"
    )
    assert [tuple(one) for one in found.changes] == [("title", "", "COO")]
    assert [tuple(one) for one in found.kept] == [("notes", "Not Mondays", "From the fair")]
    found = match("J. Porter", email="jane@acme.example")
    assert (found.kind, [one.field for one in found.kept]) == ("same", ["name"])


@pytest.mark.parametrize(
    ("name", "fields", "why"),
    [
        ("Tom Hale", {"email": "jane@acme.example"}, "the e-mail address of Jane Porter (jane)"),
        ("Tom Hale", {"phone": "0113 496 0717"}, "the phone number of Jane Porter (jane)"),
        ("Jane Poter", {}, "nearly the name of Jane Porter (jane)"),
        (
            "Jane Porter",
            {"email": "jp@other.example"},
            "the name of Jane Porter (jane), who has jane@acme.example",
        ),
        (
            "Raj Patel",
            {"email": "jane@acme.example"},
            "the e-mail address of Jane Porter (jane); the name of Raj Patel (raj)",
        ),
    ],
)
def test_what_points_at_somebody_without_certainty_is_a_question(name, fields, why):
    found = match(name, **fields)
    assert (found.kind, found.why, found.changes) == ("ambiguous", why, ())


def test_two_of_ours_with_one_address_make_a_question():
    twins = {"a": Person(name="Jane Porter"), "b": Person(name="Jane Porter")}
    assert match("Jane Porter", twins).candidates == ("a", "b")


def test_colleagues_with_one_switchboard_and_nearly_one_name_are_known_all_the_same():
    them = {
        "a": Person(name="Anna One", email="a1@x.example", phone="0113 555 0000"),
        "b": Person(name="Anna Onet", email="a2@x.example", phone="0113 555 0000"),
    }
    assert match("Anna One", them, phone="0113 555 0000").person == "a"
    assert match("Anna Onet", them, email="a2@x.example").person == "b"
    assert match("Anna One", them, email="a2@x.example").kind == "ambiguous"
    assert match("Anna One", them).person == "a"


def test_an_answer_decides():
    one = contact("Tom Hale", email="jane@acme.example")
    assert kinds(one, answers={"c.vcf:1": "new"}) == ["new"]
    [found] = matches([one], PEOPLE, {"c.vcf:1": "jane"})
    assert (found.person, found.kept[0].field) == ("jane", "name")


def test_the_same_card_twice_is_one_person_and_a_different_one_a_question():
    nora = contact("Nora Field", email="n@acme.example")
    again = contact("Nora Field", 9, email="n@acme.example")
    other = contact("Nora Field", 9, email="n@acme.example", title="COO")
    shared = contact("Tom Hale", 9, email="n@acme.example")
    assert kinds(nora, again) == ["new", "same"]
    assert kinds(nora, other) == ["new", "ambiguous"]
    [_, found] = matches([nora, shared], PEOPLE)
    assert found.why == "the same e-mail address as Nora Field in c.vcf:1"
    twice = matches(
        [contact("Raj Patel", title="COO"), contact("Raj Patel", 9, title="CEO")], PEOPLE
    )
    assert [one.kind for one in twice] == ["changed", "ambiguous"]
    assert twice[1].why == "c.vcf:1 is raj already, and says something else"


@given(
    st.text(min_size=1, max_size=12).filter(str.strip), st.text(max_size=12), st.text(max_size=12)
)
def test_who_was_imported_is_the_same_the_next_time(name, title, notes):
    given_ = {"title": title, "notes": notes}
    one = contact(name, **{field: text for field, text in given_.items() if text})
    them = {"x": Person.model_validate({field: said.text for field, said in one.fields.items()})}
    [found] = matches([one], them)
    assert (found.changes, found.kept) == ((), ())


NAMES = st.text("abc -", min_size=1, max_size=8).filter(str.strip)


@given(st.lists(NAMES, min_size=1, max_size=6, unique=True))
def test_however_alike_people_are_a_second_import_finds_each(names):
    them = [contact(name, line, email=f"{line}@x.example") for line, name in enumerate(names, 1)]
    people = {
        str(one.line): Person(name=one.name, email=one.emails[0], phone="0113 555 0000")
        for one in them
    }
    found = matches(them, people)
    assert [(one.kind, one.person) for one in found] == [("same", str(one.line)) for one in them]
