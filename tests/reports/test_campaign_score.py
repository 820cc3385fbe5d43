"""A score as text and as JSON: every share with its interval, small ones called small."""

import json
from datetime import date

from scenes import TODAY

from relplan.analysis.score import Rate, Row, Score
from relplan.reports import campaign_score
from relplan.reports.sections import plain

FEW = Score(
    Rate(6, 5, 2),
    ((None, Rate(4, 4, 1)), (date(2026, 11, 20), Rate(2, 1, 1))),
    (Row("clients", Rate(6, 5, 2)), Row("tag plants", Rate(1, 0, 0))),
)


def test_a_small_sample_is_called_small_and_says_between_what():
    assert plain(campaign_score.page("stock", FEW, TODAY)) == (
        "stock: 2 of 5 who answered accepted it, 40% (between 12% and 77%, a small sample);"
        " 6 people heard it\n"
        "\n"
        "BY VERSION\n"
        "                heard  answered  accepted  share\n"
        "  as it began   4      4         1         25% (5% to 70%)     small\n"
        "  since 20 Nov  2      1         1         100% (21% to 100%)  small\n"
        "\n"
        "BY KIND OF CLIENT\n"
        "              heard  answered  accepted  share\n"
        "  clients     6      5         2         40% (12% to 77%)  small\n"
        "  tag plants  1      0         0         no answer yet\n"
        "\n"
        "HOW SURE THAT IS\n"
        "  the intervals of the versions overlap: these numbers do not say which is better\n"
        "  a person counts once, by the last answer; later is an answer, open is none · the interval"
        " is Wilson's, at 95 per cent; fewer than 20 answers are small\n"
    )


def test_a_large_sample_that_tells_says_so():
    many = Score(Rate(200, 200, 100), ((None, Rate(100, 100, 10)), (TODAY, Rate(100, 100, 90))), ())
    page = plain(campaign_score.page("stock", many, TODAY))
    assert "50% (between 43% and 57%); 200 people heard it" in page
    assert "small\n" not in page.replace("answers are small\n", "")
    assert "a version does better than another beyond what chance explains\n" in page
    assert "BY KIND" not in page


def test_without_an_answer_there_is_no_share():
    assert campaign_score.sentence(Rate(0, 0, 0)) == "nobody has heard it yet"
    said = "nobody has answered, of 1 person who heard it"
    assert campaign_score.sentence(Rate(1, 0, 0)) == said


def test_a_program_gets_shares_and_bounds_as_numbers():
    value = json.loads(campaign_score.as_json("stock", FEW, TODAY))
    assert value["total"] == {
        "heard": 6,
        "answered": 5,
        "accepted": 2,
        "share": 0.4,
        "low": 0.1176,
        "high": 0.7693,
        "small": True,
    }
    assert value["versions"][1]["date"] == "2026-11-20"
    assert value["kinds"][1] == {
        "kind": "tag plants",
        "heard": 1,
        "answered": 0,
        "accepted": 0,
        "share": None,
        "low": 0.0,
        "high": 1.0,
        "small": True,
    }
    assert value["tells_versions_apart"] is False
