"""People of foreign files put into a plan, and meetings into its log."""

from books import write_book

from relplan.files.book import load
from relplan.files.contacts.contact import Contact, Said
from relplan.files.draft import Draft
from relplan.files.importing import NewText, entry, new_id, put_people


def contact(name, line=1, emails=(), **fields):
    said = {field: Said(text, line) for field, text in {"name": name, **fields}.items()}
    return Contact("c.vcf", line, said, emails=emails)


def test_an_id_is_made_of_the_name_else_of_the_address():
    assert new_id(contact("Jane Porter"), {"jane"}) == "jane-porter"
    assert new_id(contact("Jane Porter"), {"jane-porter", "jane-porter-2"}) == "jane-porter-3"
    assert new_id(contact("東京", emails=("tokyo@x.example",)), ()) == "tokyo"
    assert new_id(contact("東京"), {"person"}) == "person-2"
    assert len(new_id(contact("x" * 90), {"x" * 64})) <= 64


def test_a_name_alone_is_written_short_and_fields_in_the_order_of_the_model():
    assert entry(contact("Raj")) == "Raj"
    one = contact("Raj", interests="a\nb", email="r@x.example", title="COO")
    assert list(entry(one)) == ["name", "title", "email", "interests"]
    assert entry(one)["interests"] == ["a", "b"]


def test_new_people_and_changed_fields_are_put_and_nothing_else_changes(tmp_path):
    loaded = load(write_book(tmp_path))
    draft = Draft(loaded)
    people = loaded.book.plans["acme"].roles
    new, changes = [contact("Raj Patel", 9)], [NewText("jane", "title", "CFO")]
    made = put_people(draft, "clients/acme.yaml", new, changes, people)
    assert made == {"raj-patel": "Raj Patel"}
    assert [one.text for one in draft.lines() if one.added] == [
        "  jane: {name: Jane Porter, role: decision-maker, ours: ben, title: CFO}",
        "  raj-patel: Raj Patel",
    ]
