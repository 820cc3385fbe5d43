"""Words in the lint settings that mean no rule, and paths that fit no file."""

import pytest
from books import BASE, write_book

from relplan.files.book import load
from relplan.rules.settings import idle_settings


def said(folder, lint):
    text = BASE["relplan.yaml"] + f"lint: {lint}\n"
    return [*idle_settings(load(write_book(folder, {"relplan.yaml": text})))]


@pytest.mark.parametrize("word", ["RP203", "RP2", "initiative-without-date", "rp203"])
def test_words_that_mean_a_rule_are_silent(tmp_path, word):
    assert said(tmp_path, f"{{select: [{word}], ignore: [{word}]}}") == []


@pytest.mark.parametrize("field", ["select", "ignore"])
def test_an_unknown_word_is_named_where_it_stands(tmp_path, field):
    (one,) = said(tmp_path, f"{{{field}: [RP203, RP299]}}")
    assert (one.path, one.line, one.item) == ("relplan.yaml", 6, f"lint.{field}.1")
    assert one.name == "unknown-rule"
    assert one.message.startswith("`RP299` is no rule; ")


def test_an_unknown_word_for_one_client_is_named_too(tmp_path):
    (one,) = said(tmp_path, "{per_client: {acme: {ignore: [nonsense-of-ours]}}}")
    assert one.item == "lint.per_client.acme.ignore.0"


def test_an_unknown_word_for_a_path_is_named_too(tmp_path):
    (one,) = said(tmp_path, "{per_path: {clients: {select: [RP2, nonsense-of-ours]}}}")
    assert one.item == "lint.per_path.clients.select.1"


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("clients/acme.yml", "did you mean clients/acme.yaml?"),
        ("clients/nowhere.yaml", "write a path from the book's root, or remove it"),
        ("archive", "write a path from the book's root, or remove it"),
    ],
)
def test_a_path_that_fits_no_file_is_named(tmp_path, pattern, why):
    (one,) = said(tmp_path, f"{{per_path: {{{pattern}: {{ignore: [RP203]}}}}}}")
    assert (one.line, one.column, one.name) == (6, 19, "path-without-file")
    assert one.message == f"no file of the book is at `{pattern}`; {why}"


def test_a_path_that_fits_is_silent(tmp_path):
    assert said(tmp_path, "{per_path: {clients/*: {ignore: [RP203]}, relplan.yaml: {}}}") == []


def test_settings_that_cannot_be_read_say_nothing(tmp_path):
    assert [*idle_settings(load(write_book(tmp_path, {"relplan.yaml": "lint: [\n"})))] == []


def test_a_book_without_lint_settings_says_nothing(tmp_path):
    assert [*idle_settings(load(write_book(tmp_path)))] == []
