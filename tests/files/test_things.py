"""What an id means, typed in full."""

import pytest
from books import BASE, write_book

from relplan.errors import WrongUse
from relplan.files.book import load
from relplan.files.known import Thing
from relplan.files.things import of_book, of_plan

PLAN = (
    BASE["clients/acme.yaml"] + "strengths: {jane: She rings us}\nweaknesses: {slow: We are slow}\n"
)


@pytest.fixture
def loaded(tmp_path):
    return load(write_book(tmp_path, {"clients/acme.yaml": PLAN}))


def test_what_is_of_the_book_is_found_by_its_kind(loaded):
    assert of_book(loaded, "member", "ben") == Thing("member", "relplan.yaml", "ben")
    assert of_book(loaded, "client", "acme") == Thing("client", "clients/acme.yaml", "acme")
    with pytest.raises(WrongUse) as wrong:
        of_book(loaded, "campaign", "acme")
    assert str(wrong.value) == "no campaign has the id 'acme'; there are: none yet"


def test_what_is_of_a_plan_is_found_without_its_kind(loaded):
    assert of_plan(loaded, "acme", "slow") == Thing("weakness", "clients/acme.yaml", "slow")
    with pytest.raises(WrongUse) as wrong:
        of_plan(loaded, "acme", "slwo")
    assert str(wrong.value) == "nothing in the plan of acme has the id 'slwo'; did you mean slow?"


def test_two_things_of_one_id_need_the_kind(loaded):
    with pytest.raises(WrongUse) as wrong:
        of_plan(loaded, "acme", "jane")
    assert (
        str(wrong.value) == "`jane` is a person and a strength here; say which with --kind person"
    )
    assert of_plan(loaded, "acme", "jane", "strength").kind == "strength"


def test_many_known_ids_are_cut_short(tmp_path):
    people = "".join(f"  p{number:02}: P\n" for number in range(14))
    plan = f"client: A\npriority: A\nroles:\n{people}"
    with pytest.raises(WrongUse) as wrong:
        of_plan(load(write_book(tmp_path, {"clients/acme.yaml": plan})), "acme", "zzzzz")
    assert str(wrong.value).endswith("p10, p11 and 2 more")
