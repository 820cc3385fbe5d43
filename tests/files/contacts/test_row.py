"""One row of a table as a person."""

from relplan.files.contacts.row import Column, contact_of


def person(**cells):
    columns = [Column(n, part, part, 0) for n, part in enumerate(cells)]
    return contact_of("c.csv", 7, list(cells.values()), columns, "")


def test_parts_of_a_name_are_joined_and_a_whole_one_goes_before():
    assert (
        person(first="Jane", middle="M.", last="Porter", suffix="MBA").name == "Jane M. Porter MBA"
    )
    assert person(first="J", last="P", name="Jane Porter").name == "Jane Porter"


def test_a_courtesy_title_a_bad_address_and_a_day_without_order_are_named():
    one = person(mr="Ms", name="Jane", email="none", phone="x", birthday="3/4/1980")
    assert [(lost.what, lost.why) for lost in one.lost] == [
        ("courtesy title", "has no place in a plan"),
        ("email", "is no e-mail address"),
        ("phone", "is no number"),
        ("birthday", "is a day that cannot be told for certain"),
    ]


def test_invisible_characters_and_endless_texts_are_left_out_and_told():
    one = person(name="Ja\u200bne", title="x" * 5000)
    assert one.name == "Jane"
    assert [(lost.what, lost.why) for lost in one.lost] == [
        ("invisible characters in name", "were left out"),
        ("title", "is longer than 4,000 characters"),
    ]


def test_the_company_is_no_field_of_a_person_but_known():
    one = person(name="Jane", company="Acme")
    assert (one.company, one.lost[0].what) == ("Acme", "organisation")
