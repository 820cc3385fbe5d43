import pytest
from exports import naughty, quay, source

from relplan.reports.export.formats import ENDINGS, EVERY, FORMATS, Asked, csv_table


@pytest.mark.parametrize(
    ("form", "said", "begins"),
    [
        ("json", "rows", b'{\n  "version": 1'),
        ("jsonl", "lines", b'{"table": "book"'),
        ("sqlite", "26 tables and 5 views", b"SQLite format 3\0"),
        ("vcard", "cards", b"BEGIN:VCARD\r\nVERSION:4.0\r\n"),
        ("ical", "events", b"BEGIN:VCALENDAR\r\n"),
    ],
)
def test_a_format_makes_a_file_and_says_what_is_in_it(form, said, begins):
    made = FORMATS[form](source(quay()), Asked())
    assert made.said.endswith(said)
    assert made.content.startswith(begins)


def test_csv_is_made_a_table_at_a_time():
    made = csv_table(source(quay()), Asked(("book",)))
    assert (made.said, made.content.count(b"\n")) == ("1 row", 2)


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_book_and_day_make_the_same_bytes(form):
    first, again = (FORMATS[form](source(naughty()), Asked(("people",))) for _ in range(2))
    assert first == again


def test_every_ending_means_a_format_and_every_format_has_one():
    assert {*ENDINGS.values()} == {*FORMATS}
    assert len({*EVERY}) == len(EVERY)
