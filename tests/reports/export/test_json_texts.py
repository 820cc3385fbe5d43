import json

from exports import NAUGHTY, naughty, quay, source

from relplan.reports.export.json_texts import as_json, as_json_lines
from relplan.reports.export.tables import BY_NAME, TABLES

EVERY = [one.name for one in TABLES]


def test_the_document_says_its_version_and_holds_every_table():
    of = source(quay())
    text, count = as_json(of, EVERY)
    found = json.loads(text)
    assert {key: found[key] for key in ("version", "firm", "today", "until")} == {
        "version": 1,
        "firm": of.book.settings.firm,
        "today": "2026-11-25",
        "until": "2027-02-24",
    }
    assert list(found["tables"]) == EVERY
    for name, rows in found["tables"].items():
        assert [[*row.values()] for row in rows] == BY_NAME[name].read(of)
    assert count == sum(len(rows) for rows in found["tables"].values())


def test_lists_and_flags_keep_their_kind():
    found = json.loads(as_json(source(quay()), ["people"])[0])["tables"]["people"]
    assert all(isinstance(one["interests"], list) for one in found)
    assert {type(one["key"]) for one in found} == {bool}


def test_the_first_line_is_the_book_and_each_names_its_table():
    text, count = as_json_lines(source(quay()), ["people", "due"])
    found = [json.loads(line) for line in text.splitlines()]
    assert (found[0]["table"], found[0]["version"]) == ("book", 1)
    assert {one["table"] for one in found[1:]} == {"people", "due"}
    assert len(found) == count


def test_harmful_texts_come_back_as_they_were_and_are_written_in_ascii():
    for text in (
        as_json(source(naughty()), ["touches"])[0],
        as_json_lines(source(naughty()), ["touches"])[0],
    ):
        assert text.isascii()
        assert not {*"\x00\x07\x1b\x7f"} & {*text}
    found = [json.loads(line) for line in text.splitlines()[1:]]
    assert [one["note"] for one in found] == [one.replace("\r", "") for one in NAUGHTY]
