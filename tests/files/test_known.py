"""What an id refers to, in the file that defines it."""

from relplan.files.document import document_of
from relplan.files.known import Known, Thing
from relplan.files.places import uses

FILES = {
    "relplan.yaml": "team: {amara: {}, ben: {}}\ntiers: {boss: {}}\n",
    "clients/acme.yaml": "roles: {jane: {}, ben: {}}\ngoals: {g: {initiatives: {i: {}}}, h: {initiatives: {i: {}}}}\n",
    "prospects/zen.yaml": (
        "roles: {lena: {}}\nours: {hale: {}, lena: {}}\n"
        "steps: {won: {people: {lena: neutral, hale: neutral, ben: neutral, zoe: neutral}}}\n"
    ),
    "clients/list.yaml": "- not a plan\n",
    "touches/acme.yaml": "- {with: [jane, lena], by: ben, for: i}\n",
    "touches/list.yaml": "- {with: [jane], by: ben}\n",
    "campaigns/c.yaml": "pitches: [{at: acme, to: jane, by: ben}, {at: gone, to: jane}, {to: jane}]\n",
}


def book():
    return {path: document_of(path, text.encode())[0] for path, text in FILES.items()}


def meant(path):
    documents = book()
    known = Known(documents)
    return {(use.item, use.id): known.meant(use) for use in uses(documents[path])}


def test_people_of_a_log_are_those_of_its_plan():
    assert meant("touches/acme.yaml") == {
        ("0.with", "jane"): Thing("person", "clients/acme.yaml", "jane"),
        ("0.with", "lena"): None,
        ("0.by", "ben"): Thing("member", "relplan.yaml", "ben"),
        ("0.for", "i"): Thing("initiative", "clients/acme.yaml", "i"),
    }


def test_either_side_is_theirs_before_ours_before_the_team():
    found = meant("prospects/zen.yaml")
    kinds = {one: thing and thing.kind for (_, one), thing in found.items()}
    assert kinds == {"lena": "person", "hale": "colleague", "ben": "member", "zoe": None}


def test_a_pitch_names_people_of_the_plan_at_which_it_was_made():
    found = meant("campaigns/c.yaml")
    assert found["pitches.0.at", "acme"] == Thing("client", "clients/acme.yaml", "acme")
    assert found["pitches.0.to", "jane"] == Thing("person", "clients/acme.yaml", "jane")
    assert found["pitches.1.at", "gone"] is None


def test_of_a_file_that_is_no_plan_nobody_can_be_missed():
    documents = book()
    known = Known(documents)
    (with_, by) = uses(documents["touches/list.yaml"])
    assert known.fitting(with_) is None
    assert known.meant(by) == Thing("member", "relplan.yaml", "ben")


def test_an_id_that_stands_in_two_goals_has_two_entries():
    assert Known(book()).defined("initiative", "clients/acme.yaml") == {
        "i": [("goals", "g", "initiatives", "i"), ("goals", "h", "initiatives", "i")]
    }


def test_the_tiers_of_every_book_are_known():
    settings = document_of("relplan.yaml", b"team: {amara: {tier: senior}, ben: {tier: chef}}\n")[0]
    known = Known({"relplan.yaml": settings})
    assert [known.meant(use) for use in uses(settings)] == [
        Thing("tier", "relplan.yaml", "senior"),
        None,
    ]
