"""The manual pages of reading and schema."""

import re

from relplan.files import document, explain
from relplan.rules.reading import READING


def test_every_code_that_reading_gives_has_a_page_of_its_name():
    pages = {name: code for code, name, *_ in READING}
    given = {**document.CODES, **explain.CODES}
    assert {name: pages.get(name) for name in given} == given


def test_no_code_and_no_name_stands_twice_and_codes_are_in_order():
    codes = [one[0] for one in READING]
    assert codes == sorted(set(codes))
    assert len({one[1] for one in READING}) == len(READING)


def test_codes_are_of_reading_and_schema_only():
    assert all(re.fullmatch(r"RP[01]\d\d", one[0]) for one in READING)


def test_every_page_says_what_to_write_instead():
    assert [code for code, *_, text in READING if "**Instead:**" not in text] == []


def test_titles_are_no_sentences_and_names_are_plain_words():
    assert not any(title.endswith(".") for *_, title, _ in READING)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for _, name, *_ in READING)
