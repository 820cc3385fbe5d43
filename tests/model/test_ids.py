import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relplan.errors import SeveralFit, WrongUse
from relplan.model import ids
from relplan.model.ids import find, id_of_words, nearest, nearest_id, why_not_an_id

EXACT = settings(derandomize=True, database=None, deadline=None)
NAMES = {
    "acme": "Acme Manufacturing plc",
    "acme-foods": "Acme Foods",
    "brackley": "Brackley & Sons",
    "st-wilfrids": "St Wilfrid's Trust",
    "strasse": "Große Straße GmbH",
}


@pytest.mark.parametrize("text", ["a", "0", "jane", "close-clinic", "a--b", "a-", "a" * 64, "com0"])
def test_an_id_is_an_id(text):
    assert why_not_an_id(text) is None


RULE = "lower-case letters, digits and hyphens, at most 64"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "an id cannot be empty; write a short word, such as jane or close-clinic"),
        ("Jane", f"`Jane` cannot be an id ({RULE}); write jane"),
        ("jane porter", f"`jane porter` cannot be an id ({RULE}); write jane-porter"),
        ("-a", f"`-a` cannot be an id ({RULE}); write a"),
        ("a_b", f"`a_b` cannot be an id ({RULE}); write a-b"),
        ("jane\n", f"`jane\n` cannot be an id ({RULE}); write jane"),
        ("Zoë", f"`Zoë` cannot be an id ({RULE}); write zoe"),
        ("../etc", f"`../etc` cannot be an id ({RULE}); write etc"),
        ("CON", f"`CON` cannot be an id ({RULE}); write con-1"),
        ("渡辺", f"`渡辺` cannot be an id; use {RULE}"),
        ("con", "`con` is a reserved name on Windows; write con-1 or a longer word"),
        ("lpt9", "`lpt9` is a reserved name on Windows; write lpt9-1 or a longer word"),
        ("b" * 65, f"`{'b' * 39}…` cannot be an id ({RULE}); write {'b' * 64}"),
    ],
)
def test_what_is_no_id_is_told_why_and_what_to_write(text, message):
    assert why_not_an_id(text) == message


@given(st.text())
@EXACT
def test_the_nearest_id_is_an_id_or_nothing(text):
    near = nearest_id(text)
    assert near == "" or why_not_an_id(near) is None


def test_the_nearest_id_loses_accents_and_signs():
    assert nearest_id("  Müller & Söhne: GmbH ") == "muller-sohne-gmbh"
    assert nearest_id("***") == ""
    assert nearest_id("x" * 63 + " y") == "x" * 63


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("acme", "acme"),
        ("acme-f", "acme-foods"),
        ("b", "brackley"),
        ("BRACK", "brackley"),
        ("ACME", "acme"),
        ("sons", "brackley"),
        ("wilfrid's", "st-wilfrids"),
        ("GROSSE", "strasse"),
        ("Acme Foods", "acme-foods"),
    ],
)
def test_an_id_is_found_by_id_prefix_and_part_of_the_name(typed, wanted):
    assert find(typed, NAMES, "client") == wanted


def test_a_whole_name_wins_over_a_longer_one_that_contains_it():
    people = {"p1": "Jane", "p2": "Jane Porter"}
    assert find("jane", people, "person") == "p1"


def test_two_people_of_one_name_are_both_offered():
    with pytest.raises(SeveralFit) as caught:
        find("jane", {"p2": "Jane", "p1": "Jane"}, "person")
    assert caught.value.candidates == [("p1", "Jane"), ("p2", "Jane")]


def test_a_prefix_wins_over_a_part_of_a_name():
    assert find("foo", {"foods": "Acme", "x": "Food hall"}, "client") == "foods"


def test_several_prefixes_are_listed_in_order():
    with pytest.raises(SeveralFit) as caught:
        find("st", NAMES, "client")
    assert [one for one, _ in caught.value.candidates] == ["st-wilfrids", "strasse"]
    assert str(caught.value).startswith("'st' fits more than one client: st-wilfrids (St Wilf")


def test_several_parts_are_listed():
    with pytest.raises(SeveralFit, match=r"'an' fits more than one person: a \(Jan\), b \(Dan\)"):
        find("an", {"b": "Dan", "a": "Jan"}, "person")


def test_nothing_that_fits_names_the_nearest():
    with pytest.raises(WrongUse) as caught:
        find("brakley", NAMES, "client")
    assert str(caught.value) == "no client 'brakley'; did you mean brackley (Brackley & Sons)?"


def test_nothing_near_lists_what_there_is():
    with pytest.raises(WrongUse) as caught:
        find("zzz", NAMES, "client")
    assert str(caught.value) == (
        "no client 'zzz'; there are: acme, acme-foods, brackley, st-wilfrids, strasse"
    )


def test_many_are_listed_up_to_twelve():
    many = {f"c{number:02}": "x" for number in range(15)}
    with pytest.raises(WrongUse, match=r"c11 and 3 more$"):
        find("zzz", many, "client")
    with pytest.raises(WrongUse, match=r"there are: none yet$"):
        find("zzz", {}, "client")


def test_an_empty_text_fits_nobody():
    with pytest.raises(WrongUse, match=r"^no client ''; there are: acme"):
        find("", NAMES, "client")


def test_the_nearest_word_is_near():
    assert nearest("Strenghts", ["strengths", "status"]) == "strengths"
    assert nearest("zzz", ["strengths", "status"]) is None
    assert nearest("x", []) is None


KNOWN = ["marcus", "marius", "jane", "acme-1", "decision-maker", "close-clinic"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Marcus", "marcus"),
        ("marcsu", "marcus"),
        ("jayne", "jane"),
        ("Decision Maker", "decision-maker"),
        ("desicion-maker", "decision-maker"),
        ("close_clinic", "close-clinic"),
        ("ACME 1", "acme-1"),
    ],
)
def test_a_slip_of_the_pen_is_known(typed, meant):
    assert ids.is_slip(typed, meant, KNOWN)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("marcius", "marcus"),
        ("jan", "jane"),
        ("acme-2", "acme-1"),
        ("jaques", "jane"),
        ("decider-maker", "decision-maker"),
    ],
)
def test_what_may_mean_something_else_is_no_slip(typed, meant):
    assert not ids.is_slip(typed, meant, KNOWN)


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        ("", "", 0),
        ("ab", "ab", 0),
        ("ab", "ba", 1),
        ("abc", "ac", 1),
        ("a", "b", 1),
        ("", "abc", 3),
    ],
)
def test_slips_are_counted(one, other, number):
    assert ids.slips(one, other) == ids.slips(other, one) == number


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("The audit team is called first when a rule changes", "audit-team-called-first"),
        ("Nobody of ours knows a plant manager", "nobody-knows-plant-manager"),
        ("Naïve question: why?", "naive-question-why"),
        ("It is", "it-is"),
        ("Incomprehensibilities notwithstanding everything", "incomprehensibilities"),
        ("con", "con-1"),
        ("渡辺", ""),
        ("x" * 300, "x" * 64),
    ],
)
def test_the_id_of_a_sentence_is_made_of_its_telling_words(text, id_):
    assert id_of_words(text) == id_


@given(st.text())
def test_the_id_of_a_sentence_is_an_id_or_nothing(text):
    id_ = id_of_words(text)
    assert not id_ or why_not_an_id(id_) is None
