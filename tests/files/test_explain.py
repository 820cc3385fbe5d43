"""Errors of the model in the writer's words: what is named, and the place of it."""

import pytest
from pydantic import ValidationError

from relplan.files.document import document_of
from relplan.files.explain import explain
from relplan.model.plan import Plan

HEAD = "client: Acme\npriority: A\n"


def said(text):
    document, _ = document_of("clients/acme.yaml", text.encode())
    with pytest.raises(ValidationError) as caught:
        Plan.model_validate(document.root.plain())
    return list(explain(document, caught.value, Plan))


def test_an_unknown_field_is_named_at_its_key_with_the_nearest():
    (one,) = said(HEAD + "owwner: amara\n")
    assert (one.code, one.line, one.column, one.end_column) == ("RP101", 3, 1, 7)
    assert one.message == "`owwner` is not a field here; did you mean `owner`?"


def test_a_field_that_resembles_none_is_answered_with_all_of_the_place():
    (one,) = said(HEAD + "repair: {began: 2026-01-01, zzzzzzzz: x}\n")
    assert one.message.endswith(
        "known here: began, what, lead, our_faults, step, until, corrected, answer, taken, ended"
    )
    assert one.item == "repair.zzzzzzzz"


def test_a_missing_field_is_named_at_the_entry_that_lacks_it():
    (one,) = said(HEAD + "goals:\n  g1: {by: 2026-01-01}\n")
    assert (one.code, one.line, one.column, one.item) == ("RP102", 4, 3, "goals.g1.goal")
    assert one.message == "`g1` has no `goal`; add `goal:`"


def test_a_missing_field_of_the_file_is_named_at_its_beginning():
    (one,) = said("# a comment\npriority: A\n")
    assert (one.line, one.column) == (2, 1)
    assert one.message == "the file has no `client`; add `client:`"


def test_a_wrong_choice_is_answered_with_the_nearest_and_all():
    (one,) = said(HEAD + "status: activ\n")
    assert one.code == "RP103"
    assert "`activ` is not one of the words for this; did you mean active? (" in one.message


def test_a_choice_that_resembles_none_is_answered_with_all():
    (one,) = said("client: Acme\npriority: urgent\n")
    assert one.message.startswith("`urgent` is not one of the words for this; write ")


def test_a_list_where_a_choice_belongs_is_called_a_list():
    (one,) = said("client: Acme\npriority: [A]\n")
    assert one.message.startswith("a list stands here; write ")


def test_an_empty_field_is_told_to_be_filled_or_removed():
    (one,) = said("client:\npriority: A\n")
    assert (one.code, one.line) == ("RP102", 1)
    assert one.message == "`client` is empty; write a text there, or remove it"


def test_an_id_that_cannot_be_one_is_named_at_the_key():
    (one,) = said(HEAD + "roles:\n  Jane Porter: {name: Jane}\n")
    assert (one.code, one.line, one.column, one.end_column) == ("RP006", 4, 3, 14)


def test_a_long_word_is_cut_in_the_message():
    (one,) = said(HEAD + f"status: {'x' * 200}\n")
    assert "`" + "x" * 39 + "…`" in one.message


def test_a_text_that_a_comma_split_is_told_once():
    (one,) = said(HEAD + "repair: {began: 2026-01-01, until: 2026, two, three}\n")[-1:]
    assert "put quotes around all of it" in one.message


def test_nothing_of_the_models_own_words_is_said():
    for text in (
        "client: [x]\npriority: {}\nroles: x\ngoals: [a]\nsince: []\n",
        HEAD + "repair: x\n",
    ):
        for one in said(text):
            assert "nput should" not in one.message
            assert "valid" not in one.message
