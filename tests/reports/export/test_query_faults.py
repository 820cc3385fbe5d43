import pytest
from exports import acme, source

from relplan.errors import WrongUse
from relplan.reports.export.query import ask
from relplan.reports.export.query_faults import fault, no_table

TABLES = (
    "the tables are book, members, clients, people, influences, strengths, weaknesses,"
    " client_values, goals, initiatives, initiative_people, touches, touch_people, promises,"
    " due_items, reviews, decisions, repairs, steps, step_people, own_people, homework, metrics,"
    " campaigns, cohort, pitches; the views are due, coverage, touches_per_month, open_initiatives, open_promises; and there is search"
)
STRENGTHS = "strengths has client, id, text, evidence"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("select * from peopel", f"there is no table `peopel`; did you mean people? {TABLES}"),
        ("select * from zzzz", f"there is no table `zzzz`; {TABLES}"),
        (
            "select tekst from strengths",
            f"there is no column `tekst` in strengths; did you mean text? {STRENGTHS}",
        ),
        ("select s.zz from strengths s", f"there is no column `zz` in strengths; {STRENGTHS}"),
        (
            "select zz from strengths, weaknesses",
            (
                f"there is no column `zz` in strengths and weaknesses; {STRENGTHS};"
                " weaknesses has client, id, text, evidence"
            ),
        ),
        (
            "select zz from search",
            "there is no column `zz` in search; search has kind, client, id, text",
        ),
        (
            "select zz from open_promises",
            (
                "there is no column `zz` in open_promises; open_promises has client, client_name, what,"
                " by, state, owner_name, people, given, owner"
            ),
        ),
        ("select zz", f"there is no column `zz` in what is read here; {TABLES}"),
        (
            "select name form people",
            "the query cannot be read at `people`; look at what stands before it",
        ),
        ("select 1 +", "the query ends too early; write the rest of it"),
        ("select 'a", "the query cannot be read at `'a`; a text stands between single quotes"),
        (
            "select id from clients join people",
            "more than one table here has `id`; write clients.id or people.id",
        ),
        ("select foo(1)", "SQLite has no function `foo`; write another one"),
        ("select 1; select 2", "more than one query stands here; write one, without `;` inside"),
        ("select ?", "`?` or `:name` stands here for a value that nobody gives; write the value"),
        ("select '\udcff'", "the query is not written in UTF-8; type it anew"),
        ("select 1\0", "a NUL stands in the query; write it without"),
        (
            "select randomblob(100000000)",
            "a text of the answer is longer than 5,000,000 characters; cut it with substr",
        ),
        (
            "select 'a' like printf('%.*c', 2000, '%')",
            "a pattern of `like` or `glob` is too long; write at most 1,000 characters",
        ),
        (
            "select * from search where search match 'half-day'",
            (
                "`day` is no column; where it is a word to search for, put it in double quotes:"
                " match '\"such-a-word\"'"
            ),
        ),
        (
            "select * from search where search match 'a AND'",
            "the words to search for cannot be read to their end; put them in double quotes",
        ),
        (
            "select * from search where search match 'a ( * b'",
            "the words to search for cannot be read at `*`; put them in double quotes",
        ),
        (
            "select count(1, 2) from people",
            "the query cannot be run: wrong number of arguments to function count()",
        ),
    ],
)
def test_a_fault_says_what_to_write_instead(query, said):
    with pytest.raises(WrongUse) as told:
        ask(source(acme()), query)
    assert str(told.value) == said


def test_a_long_name_is_cut():
    assert no_table("x" * 200).startswith(f"there is no table `{'x' * 39}…`;")


def test_what_is_not_known_is_told_in_the_words_of_sqlite():
    assert fault("the moon is full", "") == "the query cannot be run: the moon is full"
