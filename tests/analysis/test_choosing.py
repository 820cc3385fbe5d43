"""Which people of a file are meant, and what of them goes into the notes."""

import pytest

from relplan.analysis.choosing import chosen_of, with_notes
from relplan.analysis.matching import Match
from relplan.files.contacts.contact import Contact, Lost, Said


def found(kind, name, company="", person=""):
    return Match(kind, Contact("c.vcf", 1, {"name": Said(name, 1)}, company=company), person)


ALL = [found("new", "Nora Field", "Acme Ltd"), found("changed", "Jane Porter", "Borg", "jane"),
       found("same", "Raj Patel", person="raj")]  # fmt: skip


@pytest.mark.parametrize(
    ("only", "company", "names"),
    [
        ([], None, ["Nora Field", "Jane Porter", "Raj Patel"]),
        (["new"], None, ["Nora Field"]),
        (["new", "changed"], None, ["Nora Field", "Jane Porter"]),
        (["raj"], None, ["Raj Patel"]),
        (["porter", "FIELD"], None, ["Nora Field", "Jane Porter"]),
        (["new", "porter"], None, []),
        ([], "acme", ["Nora Field"]),
    ],
)
def test_people_are_chosen_by_kind_by_name_and_by_organisation(only, company, names):
    assert [one.contact.name for one in chosen_of(ALL, only, company)] == names


def test_what_has_no_place_goes_into_the_notes_only_when_asked():
    lost = (Lost("street address", 3, text="1 High St"), Lost("photo", 4))
    one = Contact("c.vcf", 1, {"name": Said("Jane", 2), "notes": Said("Calls", 5)}, lost=lost)
    assert with_notes(one, ()) is one
    wanted = with_notes(one, ["Street Address", "photo"])
    assert wanted.fields["notes"] == Said("Calls\nstreet address: 1 High St", 5)
    assert wanted.lost == (lost[1],)
    bare = one._replace(fields={"name": Said("Jane", 2)})
    assert with_notes(bare, ["street address"]).fields["notes"] == Said(
        "street address: 1 High St", 3
    )
