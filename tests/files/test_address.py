import pytest

from relplan.errors import WrongUse
from relplan.files.address import address, places
from relplan.files.document import document_of
from relplan.model.plan import Plan
from relplan.model.settings import Settings

PLAN = """\
client: Acme
priority: A
roles:
  jane: {name: Jane Porter, interests: [sailing]}
  raj: Raj Patel
  twice: Anna Berg
values:
  twice: Anything
goals:
  g1: {goal: They call us, initiatives: {clinic: {what: Close clinic}}}
review: {held: {2026-10-07: {note: Good}}}
"""


def of(typed, text=PLAN, shape=Plan):
    return address(document_of("clients/acme.yaml", text.encode())[0], shape, typed)


@pytest.mark.parametrize(
    ("typed", "where"),
    [
        ("priority", ("priority",)),
        ("review.next", ("review", "next")),
        ("repair.began", ("repair", "began")),
        ("roles.jane.stance", ("roles", "jane", "stance")),
        ("jane.stance", ("roles", "jane", "stance")),
        ("Porter.stance", ("roles", "jane", "stance")),
        ("raj", ("roles", "raj")),
        ("clinic.for", ("goals", "g1", "initiatives", "clinic", "for")),
        ("g1.initiatives.clinic.by", ("goals", "g1", "initiatives", "clinic", "by")),
        ("review.held.2026-10-07.note", ("review", "held", "2026-10-07", "note")),
        ("jane.interests.0", ("roles", "jane", "interests", 0)),
        ("roles.twice.title", ("roles", "twice", "title")),
    ],
)
def test_a_place_is_found_by_its_whole_path_or_by_an_entry(typed, where):
    assert of(typed) == where


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("jane..x", "'jane..x' is no place; write one such as roles.jane.stance or jane.stance"),
        ("", "'' is no place"),
        ("jane.stanse", "`stanse` is not a field of roles.jane; did you mean `stance`?"),
        ("raj.q", "`q` is not a field of roles.raj; there are: name, title, department"),
        ("prioritee", "`prioritee` is not a field of clients/acme.yaml; did you mean `priority`?"),
        ("roles.jame.stance", "there is no `jame` in roles; did you mean `jane`?"),
        ("strengths.s.text", "there is no `s` in strengths; there are: none yet"),
        (
            "zed.stance",
            "no field or entry 'zed'; there are: 2026-10-07, clinic, g1, jane, raj, twice",
        ),
        ("a.stance", "'a' fits more than one field or entry"),
        (
            "twice.text",
            "`twice` stands in clients/acme.yaml more than once: roles.twice, values.twice",
        ),
        ("priority.x", "priority is a single value, nothing stands below it"),
        (
            "jane.interests.x",
            "roles.jane.interests is a list; name one of its lines by a number from 0",
        ),
        ("client.0", "client is a single value"),
    ],
)
def test_what_is_no_place_is_told_what_is(typed, said):
    with pytest.raises(WrongUse) as wrong:
        of(typed)
    assert said in str(wrong.value)


def test_settings_have_places_too():
    text = "firm: H\nteam: {ben: {name: Ben, tier: senior}}\n"
    assert of("cadence.A", text, Settings) == ("cadence", "A")
    assert of("ben.email", text, Settings) == ("team", "ben", "email")


def test_a_file_that_holds_nothing_has_its_fields_only():
    assert of("priority", "# nothing\n") == ("priority",)
    with pytest.raises(WrongUse, match="there are: none yet"):
        of("jane.x", "# nothing\n")


def test_completion_offers_fields_and_those_of_each_entry():
    found = list(places(document_of("clients/acme.yaml", PLAN.encode())[0], Plan))
    assert {"priority", "jane.stance", "clinic.for", "2026-10-07.note"} <= set(found)
    assert all(of(one) for one in found if not one.startswith(("twice", "2026")))
