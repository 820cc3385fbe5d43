"""The record that every reader of contacts gives."""

from relplan.files.contacts.contact import PLACES, Contact, Said
from relplan.model.person import Person


def test_a_contact_says_its_name_and_where_it_begins():
    one = Contact("c.vcf", 12, {"name": Said("Jane", 13)})
    assert (one.name, one.place) == ("Jane", "c.vcf:12")


def test_every_place_is_a_field_of_a_person_in_the_order_of_the_model():
    assert [one for one in Person.model_fields if one in PLACES] == list(PLACES)
